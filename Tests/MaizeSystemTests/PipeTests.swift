import MaizeSystem
import Testing

@Suite struct PipeTests {
    @Test func `bytes come out in the order in which they went in`() throws {
        var pipe = try Pipe()
        let reader = pipe.takeReadEnd()
        let writer = pipe.takeWriteEnd()
        for byte in 0..<5 as Range<UInt8> { try [byte].withUnsafeBytes { try writer.writeAll($0) } }
        #expect(try bytes(of: reader, count: 10) == [0, 1, 2, 3, 4])
    }

    @Test func `an end that nobody took is closed with the pipe`() throws {
        let reader: Descriptor
        do {
            var pipe = try Pipe()
            reader = pipe.takeReadEnd()
        }
        #expect(try bytes(of: reader, count: 1) == [])
    }

    @Test func `a grown pipe holds more, and a refusal changes nothing`() throws {
        var pipe = try Pipe()
        let reader = pipe.takeReadEnd()
        let writer = pipe.takeWriteEnd()
        try writer.setNonBlocking()
        writer.growPipe(to: -1)
        writer.growPipe(to: 1 << 17)
        let block = [UInt8](repeating: 1, count: 1 << 17)
        #expect(try block.withUnsafeBytes { try writer.write($0) } == 1 << 17)
        let pending = reader.pendingBytes()
        #expect(pending == 1 << 17)
    }

    @Test func `a socket pair carries bytes both ways`() throws {
        var pair = try SocketPair()
        let own = pair.takeOwnEnd()
        let peer = pair.takePeerEnd()
        try [1 as UInt8].withUnsafeBytes { try own.sendAll($0) }
        try [2 as UInt8].withUnsafeBytes { try peer.sendAll($0) }
        #expect(try bytes(of: own, count: 9) == [2])
        #expect(try bytes(of: peer, count: 9) == [1])
    }
}
