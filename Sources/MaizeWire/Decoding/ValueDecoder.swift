/// A decoder of one value, from a form in which each value can be found for itself: JSON, a row of a table, a document.
package protocol ValueDecoder: Decoder {
    /// The value.
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value
}

/// Fields that are found by their names, each with a decoder of its own.
package protocol FieldDecoding: KeyedDecodingContainerProtocol {
    associatedtype Field: ValueDecoder & SingleValueDecodingContainer

    /// The field of a name; throws where there is none.
    func field(_ key: Key) throws -> Field
}

extension FieldDecoding {
    package func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type,
        forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try field(key).container(keyedBy: type)
    }

    package func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try field(key).unkeyedContainer()
    }

    package func superDecoder(forKey key: Key) throws -> any Decoder { try field(key) }
}

/// Elements that come one after the other, each with a decoder of its own.
package protocol ElementDecoding: UnkeyedDecodingContainer {
    associatedtype Element: ValueDecoder

    /// The next element; throws where there is none.
    mutating func next() throws -> Element
}

extension ElementDecoding {
    package mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try next().decode(type) }

    package mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try next().container(keyedBy: type)
    }

    package mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try next().unkeyedContainer()
    }

    package mutating func superDecoder() throws -> any Decoder { try next() }
}
