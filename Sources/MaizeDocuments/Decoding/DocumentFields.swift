internal import MaizeCore

/// Reads a mapping as the fields of a type.
package struct DocumentFields<Key: CodingKey>: KeyedDecodingContainerProtocol {
    private let entries: [String: DocumentValue.Entry]
    private let owner: DocumentValue
    package let codingPath: [any CodingKey]
    package let allKeys: [Key]

    package init(_ value: DocumentValue, codingPath: [any CodingKey]) throws {
        guard case .mapping(let entries) = value.content else { throw ValueError(value, expected: "a mapping") }
        let keys = entries.map { Key(stringValue: $0.key) }
        // A type that knows its fields has no key for another name; a dictionary has one for each.
        if let stranger = zip(entries, keys).first(where: { $0.1 == nil })?.0 {
            let known = DocumentFields.knownKeys
            throw ValueError(
                stranger.position,
                "unknown key '\(stranger.key)'"
                    + (known.isEmpty ? "" : NearestName.suggestion(for: stranger.key, among: known))
            )
        }
        self.entries = Dictionary(entries.map { ($0.key, $0) }) { first, _ in first }
        self.codingPath = codingPath
        owner = value
        allKeys = keys.compactMap(\.self)
    }

    private static var knownKeys: [String] {
        guard let type = Key.self as? any (CodingKey & CaseIterable).Type else { return [] }
        return names(of: type)
    }

    private static func names<Keys: CodingKey & CaseIterable>(of type: Keys.Type) -> [String] {
        type.allCases.map(\.stringValue)
    }

    private func entry(_ key: Key) throws -> DocumentValue {
        guard let entry = entries[key.stringValue] else {
            throw ValueError(owner.position, "the key '\(key.stringValue)' is missing")
        }
        return entry.value
    }

    private func scalar(_ key: Key) throws -> DocumentScalar {
        DocumentScalar(value: try entry(key), codingPath: codingPath + [key])
    }

    package func contains(_ key: Key) -> Bool { entries[key.stringValue] != nil }
    package func decodeNil(forKey key: Key) throws -> Bool { try scalar(key).decodeNil() }
    package func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try scalar(key).decode(type) }
    package func decode(_ type: String.Type, forKey key: Key) throws -> String { try scalar(key).decode(type) }
    package func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try scalar(key).decode(type) }
    package func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try scalar(key).decode(type) }
    package func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try scalar(key).decode(type) }
    package func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try scalar(key).decode(type) }
    package func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try scalar(key).decode(type) }
    package func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try scalar(key).decode(type) }
    package func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try scalar(key).decode(type) }
    package func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try scalar(key).decode(type) }
    package func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try scalar(key).decode(type) }
    package func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try scalar(key).decode(type) }
    package func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try scalar(key).decode(type) }
    package func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try scalar(key).decode(type) }

    package func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try DocumentDecoder(try entry(key), codingPath: codingPath + [key]).decode(type)
    }

    package func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type,
        forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try DocumentDecoder(try entry(key), codingPath: codingPath + [key]).container(keyedBy: type)
    }

    package func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try DocumentDecoder(try entry(key), codingPath: codingPath + [key]).unkeyedContainer()
    }

    package func superDecoder() throws -> any Decoder { DocumentDecoder(owner, codingPath: codingPath) }
    package func superDecoder(forKey key: Key) throws -> any Decoder {
        DocumentDecoder(try entry(key), codingPath: codingPath + [key])
    }
}
