/// Reads an object as the fields of a type.
struct JSONFields<Key: CodingKey>: FieldDecoding {
    let source: JSONSource
    let object: Int

    var codingPath: [any CodingKey] { [] }

    // Nothing can be thrown here; a decoder that is used too late finds nothing, and throws at the next call that may.
    var allKeys: [Key] { ((try? source.names(of: object)) ?? []).compactMap(Key.init) }
    func contains(_ key: Key) -> Bool { (try? source.value(named: key.stringValue, of: object)) != nil }

    func field(_ key: Key) throws -> JSONDecoding {
        guard let place = try source.value(named: key.stringValue, of: object) else {
            let node = try source.node(object)
            throw JSONProblem(offset: node.start, "the field '\(key.stringValue)' is missing\(source.path(to: node))")
        }
        return JSONDecoding(source: source, place: place)
    }

    // One by one, since these are called for each field of each item: through a protocol they take twice as long.
    func decodeNil(forKey key: Key) throws -> Bool { try field(key).decodeNil() }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try field(key).decode(type) }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try field(key).decode(type) }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try field(key).decode(type) }
    func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try field(key).decode(type) }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try field(key).decode(type) }
    func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try field(key).decode(type) }
    func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try field(key).decode(type) }
    func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try field(key).decode(type) }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try field(key).decode(type) }
    func decode(_ type: Int128.Type, forKey key: Key) throws -> Int128 { try field(key).decode(type) }
    func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try field(key).decode(type) }
    func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try field(key).decode(type) }
    func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try field(key).decode(type) }
    func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try field(key).decode(type) }
    func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try field(key).decode(type) }
    func decode(_ type: UInt128.Type, forKey key: Key) throws -> UInt128 { try field(key).decode(type) }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value { try field(key).decode(type) }

    func superDecoder() throws -> any Decoder {
        guard let place = try source.value(named: "super", of: object) else {
            return JSONDecoding(source: source, place: object)
        }
        return JSONDecoding(source: source, place: place)
    }
}
