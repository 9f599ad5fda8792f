internal import MaizeWire

/// Decodes one text; what is made of more than lists and single values is refused.
struct TextDecoder: Decoder, SingleValueDecodingContainer {
    let text: String
    /// The text is one part of a list.
    var isPart = false
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        throw corrupted("unsupported: a value with named parts has no form as one text")
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        if isPart { throw corrupted("unsupported: a list of lists has no form as one text") }
        return TextListDecoder(parts: text.isEmpty ? [] : text.split(separator: ",", omittingEmptySubsequences: false))
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

    func corrupted(_ message: String) -> DecodingError {
        .dataCorrupted(.init(codingPath: [], debugDescription: message))
    }

    private func lossless<Value: LosslessStringConvertible>(_ type: Value.Type) throws -> Value {
        guard let value = Value(text) else { throw corrupted("not of the type") }
        return value
    }

    func decodeNil() -> Bool { false }
    func decode(_ type: Bool.Type) throws -> Bool {
        switch text.lowercased() {
        case "true", "yes", "on", "1": true
        case "false", "no", "off", "0": false
        default: throw corrupted("not of the type")
        }
    }
    func decode(_ type: String.Type) throws -> String { text }
    func decode(_ type: Double.Type) throws -> Double { try lossless(type) }
    func decode(_ type: Float.Type) throws -> Float { try lossless(type) }
    func decode(_ type: Int.Type) throws -> Int { try lossless(type) }
    func decode(_ type: Int8.Type) throws -> Int8 { try lossless(type) }
    func decode(_ type: Int16.Type) throws -> Int16 { try lossless(type) }
    func decode(_ type: Int32.Type) throws -> Int32 { try lossless(type) }
    func decode(_ type: Int64.Type) throws -> Int64 { try lossless(type) }
    func decode(_ type: UInt.Type) throws -> UInt { try lossless(type) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try lossless(type) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try lossless(type) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try lossless(type) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try lossless(type) }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if type == JSONValue.self, let value = open as? Value { return value }
        return try Value(from: self)
    }

    /// What the text stands for where any kind will do: a truth value has one word then, and digits are a number.
    private var open: JSONValue {
        if let number = Int(text) { return .integer(number) }
        // Not the other words that `Double` takes, such as nan and 0x1p3.
        if text.allSatisfy({ "0123456789+-.eE".contains($0) }), let number = Double(text) { return .number(number) }
        switch text {
        case "true": return .bool(true)
        case "false": return .bool(false)
        default: return .string(text)
        }
    }
}

private struct TextListDecoder: UnkeyedDecodingContainer {
    let parts: [Substring]
    var currentIndex = 0
    var codingPath: [any CodingKey] { [] }
    var count: Int? { parts.count }
    var isAtEnd: Bool { currentIndex >= parts.count }

    init(parts: [Substring]) {
        self.parts = parts
    }

    mutating func decodeNil() throws -> Bool { false }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        guard !isAtEnd else {
            throw DecodingError.valueNotFound(type, .init(codingPath: [], debugDescription: "too few parts"))
        }
        defer { currentIndex += 1 }
        return try TextDecoder(text: String(parts[currentIndex]), isPart: true).decode(type)
    }

    mutating func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        try TextDecoder(text: "").container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        throw TextDecoder(text: "").corrupted("unsupported: a list of lists has no form as one text")
    }

    mutating func superDecoder() throws -> any Decoder { TextDecoder(text: String(parts[currentIndex])) }
}
