/// The keyed container of a level.
///
/// It has no state of its own: several containers of one level, even with different key types, write to the same
/// fields.
struct KeyedItemEncoding<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let level: EncodingLevel
    /// The slots of the key type, owned by the level's encoder; nil for key types that are larger than a byte.
    let table: UnsafeMutablePointer<Int32>?

    var codingPath: [any CodingKey] { level.codingPath }

    func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
        try level.beginField(key, table)
        let field = level.lastField
        do {
            try level.write(value)
        } catch {
            level.dropField(field)
            throw error
        }
    }

    func encodeIfPresent<T: Encodable>(_ value: T?, forKey key: Key) throws {
        if let value {
            try encode(value, forKey: key)
        } else {
            try put(.absent, key)
        }
    }

    func encodeNil(forKey key: Key) throws {
        try put(.nil, key)
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy keyType: NestedKey.Type,
        forKey key: Key
    ) -> KeyedEncodingContainer<NestedKey> {
        detached(key).container(keyedBy: keyType)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        detached(key).unkeyedContainer()
    }

    func superEncoder() -> any Encoder {
        if level.status == .ready {
            level.beginField(named: ItemKey.super.stringValue)
        }
        return level.detached()
    }

    func superEncoder(forKey key: Key) -> any Encoder {
        detached(key)
    }

    private func detached(_ key: Key) -> EncodingLevel {
        do {
            try level.beginField(key, table)
            return level.detached()
        } catch {
            if level.status == .ready, level.failure == nil {
                level.failure = error
            }
            return EncodingLevel(core: level.core, depth: level.depth, buffer: level.buffer)
        }
    }

    @inline(__always)
    private func put(_ type: WireType, _ key: Key) throws {
        try level.beginField(key, table)
        level.put(type)
    }

    @inline(__always)
    private func put<S: WireScalar>(_ value: S, _ key: Key) throws {
        try level.beginField(key, table)
        level.put(value)
    }

    /// Nothing there is still a field, marked as absent: a reader that asks for its fields in order never searches.
    @inline(__always)
    private func put<S: WireScalar>(_ value: S?, _ key: Key) throws {
        try level.beginField(key, table)
        if let value {
            level.put(value)
        } else {
            level.put(.absent)
        }
    }
}

// MARK: - Types with a form of their own

extension KeyedItemEncoding {
    func encode(_ value: Bool, forKey key: Key) throws { try put(value ? .true : .false, key) }

    func encodeIfPresent(_ value: Bool?, forKey key: Key) throws {
        try put(value.map { $0 ? .true : .false } ?? .absent, key)
    }

    func encode(_ value: String, forKey key: Key) throws {
        try level.beginField(key, table)
        let field = level.lastField
        do {
            try level.put(value)
        } catch {
            level.dropField(field)
            throw error
        }
    }

    func encodeIfPresent(_ value: String?, forKey key: Key) throws {
        if let value {
            try encode(value, forKey: key)
        } else {
            try put(.absent, key)
        }
    }

    func encode(_ value: Int, forKey key: Key) throws { try put(value, key) }
    func encode(_ value: Int8, forKey key: Key) throws { try put(value, key) }
    func encode(_ value: Int16, forKey key: Key) throws { try put(value, key) }
    func encode(_ value: Int32, forKey key: Key) throws { try put(value, key) }
    func encode(_ value: Int64, forKey key: Key) throws { try put(value, key) }
    func encode(_ value: Int128, forKey key: Key) throws { try put(value, key) }
    func encode(_ value: UInt, forKey key: Key) throws { try put(value, key) }
    func encode(_ value: UInt8, forKey key: Key) throws { try put(value, key) }
    func encode(_ value: UInt16, forKey key: Key) throws { try put(value, key) }
    func encode(_ value: UInt32, forKey key: Key) throws { try put(value, key) }
    func encode(_ value: UInt64, forKey key: Key) throws { try put(value, key) }
    func encode(_ value: UInt128, forKey key: Key) throws { try put(value, key) }
    func encode(_ value: Float, forKey key: Key) throws { try put(value, key) }
    func encode(_ value: Double, forKey key: Key) throws { try put(value, key) }

    func encodeIfPresent(_ value: Int?, forKey key: Key) throws { try put(value, key) }
    func encodeIfPresent(_ value: Int8?, forKey key: Key) throws { try put(value, key) }
    func encodeIfPresent(_ value: Int16?, forKey key: Key) throws { try put(value, key) }
    func encodeIfPresent(_ value: Int32?, forKey key: Key) throws { try put(value, key) }
    func encodeIfPresent(_ value: Int64?, forKey key: Key) throws { try put(value, key) }
    func encodeIfPresent(_ value: Int128?, forKey key: Key) throws { try put(value, key) }
    func encodeIfPresent(_ value: UInt?, forKey key: Key) throws { try put(value, key) }
    func encodeIfPresent(_ value: UInt8?, forKey key: Key) throws { try put(value, key) }
    func encodeIfPresent(_ value: UInt16?, forKey key: Key) throws { try put(value, key) }
    func encodeIfPresent(_ value: UInt32?, forKey key: Key) throws { try put(value, key) }
    func encodeIfPresent(_ value: UInt64?, forKey key: Key) throws { try put(value, key) }
    func encodeIfPresent(_ value: UInt128?, forKey key: Key) throws { try put(value, key) }
    func encodeIfPresent(_ value: Float?, forKey key: Key) throws { try put(value, key) }
    func encodeIfPresent(_ value: Double?, forKey key: Key) throws { try put(value, key) }
}
