import MaizeWire
import Testing

@Suite struct FrameTests {
    @Test(
        arguments: [FrameKind.item, .close, .memoryReference, .barrier, .message, .itemWithFiles],
        [0, 1, 255, 65_536, 1 << 30]
    )
    func `a header comes back as it was`(kind: FrameKind, length: Int) throws {
        let header = try FrameHeader(kind: kind, length: length)
        let bytes = headerBytes(header)
        #expect(bytes.count == FrameHeader.size)
        #expect(try bytes.withUnsafeBytes { try FrameHeader(reading: $0) } == header)
    }

    @Test func `a header is eight bytes in a known order`() throws {
        #expect(headerBytes(try FrameHeader(kind: .close, length: 0x0102_0304)) == [4, 3, 2, 1, 1, 2, 0, 0])
    }

    @Test(arguments: [-1, (1 << 30) + 1, .max, .min])
    func `a length outside of the limit has no header`(length: Int) {
        #expect(throws: FrameError.tooLong(length: length)) { try FrameHeader(kind: .item, length: length) }
    }

    @Test(
        arguments: [
            ([1, 0, 0, 0, 0, 1, 0, 0], FrameError.unknownVersion(0)),
            ([1, 0, 0, 0, 2, 1, 0, 0], .unknownVersion(2)),
            ([1, 0, 0, 0, 1, 0, 0, 0], .unknownKind(0)),
            ([1, 0, 0, 0, 1, 7, 0, 0], .unknownKind(7)),
            ([1, 0, 0, 0, 1, 255, 0, 0], .unknownKind(255)),
            ([1, 0, 0, 0, 1, 1, 1, 0], .reservedBytesInUse),
            ([1, 0, 0, 0, 1, 1, 0, 128], .reservedBytesInUse),
            ([255, 255, 255, 255, 1, 1, 0, 0], .tooLong(length: 4_294_967_295)),
            ([1, 0, 0, 64, 1, 1, 0, 0], .tooLong(length: 1_073_741_825)),
            ([0, 0, 0, 128, 1, 1, 0, 0], .tooLong(length: 1 << 31)),
        ] as [([UInt8], FrameError)]
    )
    func `what is no header is refused with its reason`(bytes: [UInt8], error: FrameError) {
        #expect(throws: error) { try bytes.withUnsafeBytes { try FrameHeader(reading: $0) } }
        #expect(throws: error) { try buffer(of: bytes) }
        #expect(!error.description.isEmpty)
    }

    @Test(arguments: [CloseReason.finished, .broken(by: ""), .broken(by: "a/b"), .broken(by: "a node, which fell — ö")])
    func `a close reason comes back as it was`(reason: CloseReason) {
        #expect(reason.payload.withUnsafeBytes { CloseReason(payload: $0) } == reason)
    }

    @Test func `a long culprit is cut, and stays text`() {
        let reason = CloseReason.broken(by: String(repeating: "ö", count: 4000))
        #expect(reason.payload.count <= 1025)
        guard case .broken(let culprit) = reason.payload.withUnsafeBytes({ CloseReason(payload: $0) }) else {
            Issue.record("a broken stream came out finished")
            return
        }
        #expect(culprit.hasPrefix(String(repeating: "ö", count: 500)))
    }

    @Test(arguments: [[], [1], [2], [0, 0], [255, 1]] as [[UInt8]])
    func `a damaged close reason never means finished`(payload: [UInt8]) {
        #expect(payload.withUnsafeBytes { CloseReason(payload: $0) } != .finished)
    }
}

/// The header as it travels.
func headerBytes(_ header: FrameHeader) -> [UInt8] { withUnsafeBytes(of: header.word) { Array($0) } }

/// A whole frame as it travels.
func frame(_ kind: FrameKind, _ payload: [UInt8]) throws -> [UInt8] {
    headerBytes(try FrameHeader(kind: kind, length: payload.count)) + payload
}

/// A buffer into which these bytes came at once.
@discardableResult
func buffer(of bytes: [UInt8]) throws -> FrameBuffer {
    let buffer = FrameBuffer()
    try bytes.withUnsafeBytes { try buffer.append($0) }
    return buffer
}
