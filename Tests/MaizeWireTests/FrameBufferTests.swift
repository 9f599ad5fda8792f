import MaizeWire
import Testing
import SeededRandom

@Suite struct FrameBufferTests {
    private func stream(closing reason: CloseReason? = .finished) throws -> [UInt8] {
        try frame(.item, [1, 2, 3]) + frame(.item, []) + frame(.message, [9]) + frame(.itemWithFiles, [UInt8](4...200))
            + (reason.map { try frame(.close, $0.payload) } ?? [])
    }

    private let expected: [(FrameKind, [UInt8])] = [
        (.item, [1, 2, 3]), (.item, []), (.message, [9]), (.itemWithFiles, [UInt8](4...200)),
    ]

    private func expectAll(in buffer: FrameBuffer, sourceLocation: SourceLocation = #_sourceLocation) {
        let found = takeAll(buffer)
        #expect(found.map(\.0) == expected.map(\.0), sourceLocation: sourceLocation)
        #expect(found.map(\.1) == expected.map(\.1), sourceLocation: sourceLocation)
    }

    @Test func `frames that come at once come out one by one`() throws {
        let buffer = try buffer(of: stream())
        #expect(buffer.completeFrames == 4)
        #expect(buffer.firstFrameSize == 11)
        expectAll(in: buffer)
        #expect(buffer.closeReason == .finished)
        #expect(buffer.peek() == nil)
        #expect(buffer.missingBytes == nil)
        buffer.removeFirst()
        #expect(buffer.completeFrames == 0)
    }

    @Test(arguments: [1, 2, 3, 7, 8, 9, 64])
    func `frames that come in pieces come out whole`(size: Int) throws {
        let bytes = try stream()
        let buffer = FrameBuffer(capacity: 16)
        for start in stride(from: 0, to: bytes.count, by: size) {
            let piece = Array(bytes[start..<min(start + size, bytes.count)])
            try piece.withUnsafeBytes { try buffer.append($0) }
        }
        expectAll(in: buffer)
        #expect(buffer.closeReason == .finished)
    }

    @Test func `frames taken between the bytes of others stay right`() throws {
        let bytes = try stream(closing: nil)
        let buffer = FrameBuffer(capacity: 16)
        var found: [[UInt8]] = []
        for _ in 0..<100 {
            for byte in bytes {
                try [byte].withUnsafeBytes { try buffer.append($0) }
                found += takeAll(buffer).map(\.1)
            }
        }
        #expect(found == Array(repeating: expected.map(\.1), count: 100).flatMap(\.self))
        #expect(buffer.byteCount == 0)
    }

    @Test func `a frame cut at any byte is not there, and says what it lacks`() throws {
        let whole = try frame(.item, [UInt8](0..<50))
        for length in 0..<whole.count {
            let buffer = try buffer(of: Array(whole[..<length]))
            #expect(buffer.peek() == nil)
            let missing = length == 0 ? nil : (length < FrameHeader.size ? FrameHeader.size : whole.count) - length
            #expect(buffer.missingBytes == missing)
            try whole[length...].withUnsafeBytes { try buffer.append($0) }
            #expect(takeAll(buffer).map(\.1) == [[UInt8](0..<50)])
        }
    }

    @Test func `nothing may follow a close frame`() throws {
        for next in [try frame(.item, [1]), try frame(.close, [0]), try frame(.message, [])] {
            let bytes = try frame(.item, [7]) + frame(.close, [0]) + next
            let buffer = FrameBuffer()
            #expect(throws: FrameError.self) { try bytes.withUnsafeBytes { try buffer.append($0) } }
            // What came before the end is still good.
            #expect(takeAll(buffer).map(\.1) == [[7]])
        }
    }

    @Test func `a closed stream with half a frame behind it is damaged too`() throws {
        let bytes = try frame(.close, [0]) + [1]
        let buffer = FrameBuffer()
        let error = Result { try bytes.withUnsafeBytes { try buffer.append($0) } }
        // Either at once, or as bytes that lack the rest of their frame.
        if case .success = error { #expect(buffer.missingBytes != nil) }
    }

    @Test func `a read that gives nothing or an end changes nothing`() throws {
        let buffer = try buffer(of: Array(stream().prefix(5)))
        #expect(try buffer.fill { _ in nil } == nil)
        #expect(try buffer.fill { _ in 0 } == 0)
        #expect(throws: FrameError.truncated(missing: 3)) {
            try buffer.fill { _ throws(FrameError) in throw .truncated(missing: 3) }
        }
        #expect(buffer.byteCount == 5)
        #expect(buffer.missingBytes == 3)
    }

    @Test func `bytes may lie before each read without being moved apart`() throws {
        // Many frames, a few taken at a time: what is left slides to the front now and then.
        var random = SeededGenerator(seed: 5)
        let buffer = FrameBuffer(capacity: 64)
        var next: UInt8 = 0
        var wanted: UInt8 = 0
        for _ in 0..<2000 {
            let size = Int.random(in: 0...300, using: &random)
            try frame(.item, [UInt8](repeating: next, count: size)).withUnsafeBytes { try buffer.append($0) }
            next &+= 1
            for _ in 0..<Int.random(in: 0...2, using: &random) {
                guard let (_, payload) = buffer.peek() else { break }
                #expect(payload.allSatisfy { $0 == wanted })
                wanted &+= 1
                buffer.removeFirst()
            }
        }
    }
}

/// Takes every frame that is complete.
func takeAll(_ buffer: FrameBuffer) -> [(FrameKind, [UInt8])] {
    var found: [(FrameKind, [UInt8])] = []
    while let (kind, payload) = buffer.peek() {
        found.append((kind, Array(payload)))
        buffer.removeFirst()
    }
    return found
}
