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

// Inlined where they are used, so that the kind of fields is known there: these are called for each field of each item.
extension FieldDecoding {
    @inlinable package func decodeNil(forKey key: Key) throws -> Bool { try field(key).decodeNil() }
    @inlinable package func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try field(key).decode(type) }
    @inlinable package func decode(_ type: String.Type, forKey key: Key) throws -> String {
        try field(key).decode(type)
    }
    @inlinable package func decode(_ type: Double.Type, forKey key: Key) throws -> Double {
        try field(key).decode(type)
    }
    @inlinable package func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try field(key).decode(type) }
    @inlinable package func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try field(key).decode(type) }
    @inlinable package func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try field(key).decode(type) }
    @inlinable package func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try field(key).decode(type) }
    @inlinable package func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try field(key).decode(type) }
    @inlinable package func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try field(key).decode(type) }
    @inlinable package func decode(_ type: Int128.Type, forKey key: Key) throws -> Int128 {
        try field(key).decode(type)
    }
    @inlinable package func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try field(key).decode(type) }
    @inlinable package func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try field(key).decode(type) }
    @inlinable package func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 {
        try field(key).decode(type)
    }
    @inlinable package func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 {
        try field(key).decode(type)
    }
    @inlinable package func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 {
        try field(key).decode(type)
    }
    @inlinable package func decode(_ type: UInt128.Type, forKey key: Key) throws -> UInt128 {
        try field(key).decode(type)
    }

    @inlinable package func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try field(key).decode(type)
    }

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
