import Glibc
import MaizeSystem
import Testing

@Suite struct DescriptorTests {
    @Test func `a descriptor is closed when its owner goes`() throws {
        var pipe = try Pipe()
        let reader = pipe.takeReadEnd()
        do {
            let writer = pipe.takeWriteEnd()
            try [7 as UInt8].withUnsafeBytes { try writer.writeAll($0) }
        }
        #expect(try bytes(of: reader, count: 2) == [7])
        #expect(try bytes(of: reader, count: 2) == [])
    }

    @Test func `a released number stays open`() throws {
        var pipe = try Pipe()
        let reader = pipe.takeReadEnd()
        try reader.setNonBlocking()
        let number = pipe.takeWriteEnd().release()
        #expect(try bytes(of: reader, count: 1) == nil)
        close(number)
        #expect(try bytes(of: reader, count: 1) == [])
    }

    @Test func `a duplicate keeps the file open`() throws {
        var pipe = try Pipe()
        let reader = pipe.takeReadEnd()
        try reader.setNonBlocking()
        let copy = try pipe.takeWriteEnd().duplicate()
        #expect(try bytes(of: reader, count: 1) == nil)
        let number = copy.number
        #expect(fcntl(number, F_GETFD) & FD_CLOEXEC != 0)
    }

    @Test func `a non-blocking read of nothing and a write into a full pipe give nil`() throws {
        var pipe = try Pipe()
        let reader = pipe.takeReadEnd()
        let writer = pipe.takeWriteEnd()
        try reader.setNonBlocking()
        try writer.setNonBlocking()
        #expect(try bytes(of: reader, count: 10) == nil)
        let page = [UInt8](repeating: 1, count: 4096)
        var written = 0
        while let count = try page.withUnsafeBytes({ try writer.write($0) }) { written += count }
        #expect(written >= 4096)
        let pending = reader.pendingBytes()
        #expect(pending == written)
    }

    @Test func `a call on a bad number names the call and the reason`() throws {
        let bad = Descriptor(owning: -1)
        let error = #expect(throws: SystemError.self) { try bad.setNonBlocking() }
        #expect(error == SystemError("fcntl", EBADF))
        #expect(error?.description == "fcntl: Bad file descriptor")
        let read = #expect(throws: SystemError.self) { _ = try bytes(of: bad, count: 1) }
        #expect(read?.call == "read")
    }

    @Test func `a socket whose peer is gone gives an error, not a signal`() throws {
        var pair = try SocketPair()
        let own = pair.takeOwnEnd()
        do { _ = pair.takePeerEnd() }
        let error = #expect(throws: SystemError.self) { try [1 as UInt8].withUnsafeBytes { try own.sendAll($0) } }
        #expect(error?.isBrokenPipe == true)
        #expect(error?.wouldBlock == false)
    }

    @Test func `descriptors made here close on exec`() throws {
        var pipe = try Pipe()
        var pair = try SocketPair()
        let wake = try WakeEvent()
        let file = try MemoryFile.sealed(name: "test", contents: [])
        let reader = pipe.takeReadEnd()
        let writer = pipe.takeWriteEnd()
        let own = pair.takeOwnEnd()
        let peer = pair.takePeerEnd()
        let numbers = [
            reader.number, writer.number, own.number, peer.number, wake.descriptor.number, file.number,
        ]
        for number in numbers { #expect(fcntl(number, F_GETFD) & FD_CLOEXEC != 0) }
    }
}

/// What one read gives; nil when nothing is there now.
func bytes(of descriptor: borrowing Descriptor, count: Int) throws -> [UInt8]? {
    var room = [UInt8](repeating: 0, count: count)
    return try room.withUnsafeMutableBytes { try descriptor.read(into: $0) }.map { Array(room[..<$0]) }
}
