import MaizeWire
import Testing

/// A payload stays as it is while it is lent, whatever is read meanwhile: a node that copies an item to several outputs
/// reads ahead between them.
@Suite struct FrameBufferLendingTests {
    private func frame(_ byte: UInt8, count: Int) throws -> [UInt8] {
        let header = try FrameHeader(kind: .item, length: count)
        return withUnsafeBytes(of: header.word) { Array($0) } + [UInt8](repeating: byte, count: count)
    }

    @Test func `a lent payload survives that the buffer grows and is filled again and again`() throws {
        let buffer = FrameBuffer(capacity: 4096)
        try frame(1, count: 1000).withUnsafeBytes { try buffer.append($0) }
        let lent = try #require(buffer.peek()?.payload)
        for round in 2...200 {
            try frame(UInt8(round), count: 3000).withUnsafeBytes { try buffer.append($0) }
            #expect(lent.allSatisfy { $0 == 1 }, "round \(round)")
        }
        buffer.removeFirst()
        for round in 2...200 {
            let payload = try #require(buffer.peek()?.payload)
            #expect(payload.count == 3000 && payload.allSatisfy { $0 == UInt8(round) }, "round \(round)")
            buffer.removeFirst()
        }
        #expect(buffer.completeFrames == 0 && buffer.byteCount == 0)
    }

    @Test func `a lent payload in the second half of the buffer is not moved to the front`() throws {
        let buffer = FrameBuffer(capacity: 16_384)
        try frame(1, count: 9000).withUnsafeBytes { try buffer.append($0) }
        try frame(2, count: 100).withUnsafeBytes { try buffer.append($0) }
        _ = buffer.peek()
        buffer.removeFirst()
        let lent = try #require(buffer.peek()?.payload)
        try frame(3, count: 6000).withUnsafeBytes { try buffer.append($0) }
        try frame(4, count: 6000).withUnsafeBytes { try buffer.append($0) }
        #expect(lent.count == 100 && lent.allSatisfy { $0 == 2 })
    }

    @Test func `memory does not grow with what has passed while payloads were lent`() throws {
        let buffer = FrameBuffer(capacity: 1 << 16)
        for round in 0..<20_000 {
            try frame(UInt8(truncatingIfNeeded: round), count: 500).withUnsafeBytes { try buffer.append($0) }
            if round == 0 { continue }
            // One frame is always behind the one that is lent, so that the buffer is never empty.
            let lent = try #require(buffer.peek()?.payload)
            try frame(UInt8(truncatingIfNeeded: round), count: 0).withUnsafeBytes { try buffer.append($0) }
            #expect([0, 20, 500].contains(lent.count))
            buffer.removeFirst()
            _ = buffer.peek()
            try frame(UInt8(truncatingIfNeeded: round), count: 20).withUnsafeBytes { try buffer.append($0) }
            buffer.removeFirst()
            if buffer.completeFrames > 20 { while buffer.completeFrames > 1 { buffer.removeFirst() } }
        }
        #expect(buffer.reservedBytes <= 1 << 17)
    }
}
