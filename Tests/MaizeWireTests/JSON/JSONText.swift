import MaizeWire

/// JSON in tests, in both directions.
enum JSON {
    static func decode<Value: Decodable>(_ type: Value.Type = Value.self, _ text: String) throws -> Value {
        try decode(type, Array(text.utf8))
    }

    static func decode<Value: Decodable>(_ type: Value.Type, _ bytes: [UInt8]) throws -> Value {
        try bytes.withUnsafeBytes { try JSONItemDecoder("line").decode(type, from: $0) }
    }

    static func encode<Value: Encodable>(
        _ value: Value,
        _ encoder: JSONItemEncoder = JSONItemEncoder()
    ) throws -> String {
        let buffer = ByteBuffer()
        try encoder.encode(value, into: buffer)
        return String(decoding: buffer.bytes, as: UTF8.self)
    }

    /// What is wrong with a text, with the byte in front; nil when nothing is.
    static func problem<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> String? {
        do {
            _ = try decode(type, text)
            return nil
        } catch let problem as JSONProblem {
            return "\(problem.offset): \(problem.message)"
        }
    }
}
