/// What a frame carries.
package enum FrameKind: UInt8, Sendable {
    /// One encoded item.
    case item = 1
    /// The end of the stream, with its reason; nothing follows.
    case close = 2
    /// An item that lies in memory shared beside the pipe (kept free for it).
    case memoryReference = 3
    /// A mark of a snapshot of the running graph (kept free for it).
    case barrier = 4
    /// A control, status or log message.
    case message = 5
    /// An encoded item that holds files: it comes with a folder of them in the receiver's inbox.
    case itemWithFiles = 6

    /// Whether the payload is an encoded item.
    package var isItem: Bool { self == .item || self == .itemWithFiles }
}

/// The eight bytes before each payload: its length, the form's version, the kind, two bytes kept free.
package struct FrameHeader: Equatable, Sendable {
    package static let size = 8
    package static let version: UInt8 = 1
    /// The longest payload that is accepted, in bytes: what a header claims is checked before anything is allocated.
    package static let maximumLength = 1 << 30

    package let kind: FrameKind
    package let length: Int

    package init(kind: FrameKind, length: Int) throws(FrameError) {
        guard length >= 0, length <= FrameHeader.maximumLength else { throw .tooLong(length: length) }
        self.kind = kind
        self.length = length
    }

    /// Reads a header from the first eight of `bytes`.
    package init(reading bytes: UnsafeRawBufferPointer) throws(FrameError) {
        let length = bytes.loadUnaligned(fromByteOffset: 0, as: UInt32.self)
        let version = bytes[4]
        guard version == FrameHeader.version else { throw .unknownVersion(version) }
        guard let kind = FrameKind(rawValue: bytes[5]) else { throw .unknownKind(bytes[5]) }
        guard bytes[6] == 0, bytes[7] == 0 else { throw .reservedBytesInUse }
        try self.init(kind: kind, length: Int(length))
    }

    /// The header as one little-endian word, ready to be stored.
    package var word: UInt64 {
        UInt64(length) | UInt64(FrameHeader.version) << 32 | UInt64(kind.rawValue) << 40
    }
}

/// Bytes that are no frame.
package enum FrameError: Error, Equatable, Sendable, CustomStringConvertible {
    case unknownVersion(UInt8)
    case unknownKind(UInt8)
    case reservedBytesInUse
    case tooLong(length: Int)
    /// The stream ended inside a frame.
    case truncated(missing: Int)
    /// A frame of a kind that has no business on this stream.
    case unexpectedKind(FrameKind)

    package var description: String {
        switch self {
        case .unknownVersion(let version): "a frame of version \(version), expected \(FrameHeader.version)"
        case .unknownKind(let kind): "a frame of unknown kind \(kind)"
        case .reservedBytesInUse: "a frame header with reserved bytes in use"
        case .tooLong(let length): "a frame of \(length) bytes, the limit is \(FrameHeader.maximumLength)"
        case .truncated(let missing): "a stream that ends inside a frame (\(missing) bytes are missing)"
        case .unexpectedKind(let kind): "a frame of kind \(kind), which does not belong on this stream"
        }
    }
}
