import MaizeWire
import Testing

/// Fault rows 28 and 29: what a header claims costs nothing until the bytes are there.
@Suite struct FrameBufferLimitTests {
    @Test func `a claim of 4 GiB is refused on its header alone`() throws {
        let buffer = FrameBuffer(capacity: 4096)
        let header: [UInt8] = [255, 255, 255, 255, 1, 1, 0, 0]
        #expect(throws: FrameError.tooLong(length: 4_294_967_295)) {
            try header.withUnsafeBytes { try buffer.append($0) }
        }
    }

    @Test func `a claim of 1 GiB and silence get no more room than a usual read`() throws {
        let buffer = FrameBuffer(capacity: 4096)
        try headerBytes(FrameHeader(kind: .item, length: 1 << 30)).withUnsafeBytes { try buffer.append($0) }
        for _ in 0..<100 {
            _ = try buffer.fill { room -> Int? in
                #expect(room.count <= 1 << 18)
                return nil
            }
        }
        #expect(buffer.byteCount == FrameHeader.size)
        #expect(buffer.missingBytes == 1 << 30)
    }

    @Test func `room grows with the bytes that came, at most to a small multiple`() throws {
        let buffer = FrameBuffer(capacity: 4096)
        try headerBytes(FrameHeader(kind: .item, length: 1 << 30)).withUnsafeBytes { try buffer.append($0) }
        var came = FrameHeader.size
        while came < 8 << 20 {
            _ = try buffer.fill { room -> Int? in
                #expect(room.count <= max(1 << 18, 4 * came))
                let count = min(room.count, 50_000)
                came += count
                return count
            }
        }
        #expect(buffer.byteCount == came)
        #expect(buffer.peek() == nil)
    }

    @Test func `a large frame arrives`() throws {
        let payload = (0..<(5 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let buffer = FrameBuffer(capacity: 16)
        try (frame(.item, payload) + frame(.item, [1])).withUnsafeBytes { try buffer.append($0) }
        #expect(takeAll(buffer).map(\.1) == [payload, [1]])
    }
}
