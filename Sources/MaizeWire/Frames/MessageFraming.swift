/// Control, status and log messages as frames.
package enum MessageFraming {
    /// One message as a whole frame.
    package static func frame<Message: Encodable>(_ message: Message) throws -> [UInt8] {
        let buffer = ByteBuffer()
        let start = buffer.reserve(FrameHeader.size)
        try ItemEncoder().encode(message, into: buffer)
        let header = try FrameHeader(kind: .message, length: buffer.count - FrameHeader.size)
        buffer.overwrite(fixed: header.word, at: start)
        return Array(buffer.bytes)
    }

    /// Takes the next whole message out of `buffer`; nil when none is complete.
    package static func next<Message: Decodable>(_ type: Message.Type, from buffer: FrameBuffer) throws -> Message? {
        guard let (kind, payload) = buffer.peek() else { return nil }
        guard kind == .message else { throw FrameError.unexpectedKind(kind) }
        defer { buffer.removeFirst() }
        return try ItemDecoder().decode(type, from: payload)
    }
}
