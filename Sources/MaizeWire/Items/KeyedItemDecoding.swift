/// The keyed container of a level.
///
/// The position of the next field is the level's, so the containers a class hierarchy asks for one after the other
/// go on where the last one stopped.
struct KeyedItemDecoding<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let level: DecodingLevel
    /// The slots of the key type, owned by the level's decoder; nil for key types that are larger than a byte.
    let table: UnsafeMutablePointer<Int32>?

    var codingPath: [any CodingKey] { level.codingPath }

    /// The keys of the fields that are there and that the key type knows.
    var allKeys: [Key] {
        var keys: [Key] = []
        // Broken bytes end the list here; reading the fields throws.
        try? level.forEachField { name in
            if let key = Key(stringValue: String(decoding: name, as: UTF8.self)) {
                keys.append(key)
            }
        }
        return keys
    }

    func contains(_ key: Key) -> Bool {
        guard let field = try? level.field(key, table) else {
            return false
        }
        return field.value.type != .absent
    }

    func decodeNil(forKey key: Key) throws -> Bool {
        try field(key).value.type == .nil
    }

    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
        let field = try field(key)
        let value = try level.read(type, field.value, at: .field(field.offset))
        level.pass(field)
        return value
    }

    func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
        guard let field = try presentField(key) else {
            return nil
        }
        let value = try level.read(type, field.value, at: .field(field.offset))
        level.pass(field)
        return value
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type,
        forKey key: Key
    ) throws -> KeyedDecodingContainer<NestedKey> {
        try nested(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try nested(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder {
        guard let field = try level.field(named: ItemKey.super.stringValue) else {
            throw missing(ItemKey.super)
        }
        level.pass(field)
        return try level.nested(field.value, at: .field(field.offset))
    }

    func superDecoder(forKey key: Key) throws -> any Decoder {
        try nested(key)
    }

    private func nested(_ key: Key) throws -> DecodingLevel {
        let field = try field(key)
        level.pass(field)
        return try level.nested(field.value, at: .field(field.offset))
    }

    @inline(__always)
    private func field(_ key: Key) throws -> DecodingLevel.Field {
        guard let field = try level.field(key, table), field.value.type != .absent else {
            throw missing(key)
        }
        return field
    }

    /// The field with a key, or nil when it is not there or nil.
    @inline(__always)
    private func presentField(_ key: Key) throws -> DecodingLevel.Field? {
        guard let field = try level.field(key, table) else {
            return nil
        }
        guard field.value.type != .absent, field.value.type != .nil else {
            level.pass(field)
            return nil
        }
        return field
    }

    @inline(never)
    private func missing(_ key: some CodingKey) -> DecodingError {
        let description = "There is no value for the key \"\(key.stringValue)\"."
        let context = DecodingError.Context(codingPath: level.codingPath, debugDescription: description)
        return .keyNotFound(key, context)
    }

    @inline(__always)
    private func scalar<S: WireScalar>(_ key: Key) throws -> S {
        let field = try field(key)
        let value = try level.scalar(field.value, as: S.self, at: .field(field.offset))
        level.pass(field)
        return value
    }

    @inline(__always)
    private func scalarIfPresent<S: WireScalar>(_ key: Key) throws -> S? {
        guard let field = try presentField(key) else {
            return nil
        }
        let value = try level.scalar(field.value, as: S.self, at: .field(field.offset))
        level.pass(field)
        return value
    }
}

// MARK: - Types with a form of their own

extension KeyedItemDecoding {
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool {
        let field = try field(key)
        let value = try level.bool(field.value, at: .field(field.offset))
        level.pass(field)
        return value
    }

    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
        guard let field = try presentField(key) else {
            return nil
        }
        let value = try level.bool(field.value, at: .field(field.offset))
        level.pass(field)
        return value
    }

    func decode(_ type: String.Type, forKey key: Key) throws -> String {
        let field = try field(key)
        let value = try level.string(field.value, at: .field(field.offset))
        level.pass(field)
        return value
    }

    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
        guard let field = try presentField(key) else {
            return nil
        }
        let value = try level.string(field.value, at: .field(field.offset))
        level.pass(field)
        return value
    }

    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try scalar(key) }
    func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try scalar(key) }
    func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try scalar(key) }
    func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try scalar(key) }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try scalar(key) }
    func decode(_ type: Int128.Type, forKey key: Key) throws -> Int128 { try scalar(key) }
    func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try scalar(key) }
    func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try scalar(key) }
    func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try scalar(key) }
    func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try scalar(key) }
    func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try scalar(key) }
    func decode(_ type: UInt128.Type, forKey key: Key) throws -> UInt128 { try scalar(key) }
    func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try scalar(key) }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try scalar(key) }

    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? { try scalarIfPresent(key) }
    func decodeIfPresent(_ type: Int8.Type, forKey key: Key) throws -> Int8? { try scalarIfPresent(key) }
    func decodeIfPresent(_ type: Int16.Type, forKey key: Key) throws -> Int16? { try scalarIfPresent(key) }
    func decodeIfPresent(_ type: Int32.Type, forKey key: Key) throws -> Int32? { try scalarIfPresent(key) }
    func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? { try scalarIfPresent(key) }
    func decodeIfPresent(_ type: Int128.Type, forKey key: Key) throws -> Int128? { try scalarIfPresent(key) }
    func decodeIfPresent(_ type: UInt.Type, forKey key: Key) throws -> UInt? { try scalarIfPresent(key) }
    func decodeIfPresent(_ type: UInt8.Type, forKey key: Key) throws -> UInt8? { try scalarIfPresent(key) }
    func decodeIfPresent(_ type: UInt16.Type, forKey key: Key) throws -> UInt16? { try scalarIfPresent(key) }
    func decodeIfPresent(_ type: UInt32.Type, forKey key: Key) throws -> UInt32? { try scalarIfPresent(key) }
    func decodeIfPresent(_ type: UInt64.Type, forKey key: Key) throws -> UInt64? { try scalarIfPresent(key) }
    func decodeIfPresent(_ type: UInt128.Type, forKey key: Key) throws -> UInt128? { try scalarIfPresent(key) }
    func decodeIfPresent(_ type: Float.Type, forKey key: Key) throws -> Float? { try scalarIfPresent(key) }
    func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? { try scalarIfPresent(key) }
}
