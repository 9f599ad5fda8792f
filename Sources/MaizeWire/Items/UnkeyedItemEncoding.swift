/// The unkeyed container of a level: values one behind the other.
struct UnkeyedItemEncoding: UnkeyedEncodingContainer {
    let level: EncodingLevel

    var codingPath: [any CodingKey] { level.codingPath }
    var count: Int { level.count }

    func encode<T: Encodable>(_ value: T) throws {
        try level.checkReady()
        let mark = level.sink.count
        do {
            try level.write(value)
        } catch {
            level.sink.truncate(to: mark)
            throw error
        }
        level.count += 1
    }

    func encodeNil() throws { try put(.nil) }

    func encode(_ value: Bool) throws { try put(value ? .true : .false) }

    func encode(_ value: String) throws {
        try level.checkReady()
        try level.put(value)
        level.count += 1
    }

    func encode(_ value: Int) throws { try put(value) }
    func encode(_ value: Int8) throws { try put(value) }
    func encode(_ value: Int16) throws { try put(value) }
    func encode(_ value: Int32) throws { try put(value) }
    func encode(_ value: Int64) throws { try put(value) }
    func encode(_ value: Int128) throws { try put(value) }
    func encode(_ value: UInt) throws { try put(value) }
    func encode(_ value: UInt8) throws { try put(value) }
    func encode(_ value: UInt16) throws { try put(value) }
    func encode(_ value: UInt32) throws { try put(value) }
    func encode(_ value: UInt64) throws { try put(value) }
    func encode(_ value: UInt128) throws { try put(value) }
    func encode(_ value: Float) throws { try put(value) }
    func encode(_ value: Double) throws { try put(value) }

    func nestedContainer<NestedKey: CodingKey>(keyedBy keyType: NestedKey.Type) -> KeyedEncodingContainer<NestedKey> {
        detached().container(keyedBy: keyType)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        detached().unkeyedContainer()
    }

    func superEncoder() -> any Encoder {
        detached()
    }

    private func detached() -> EncodingLevel {
        let nested = level.detached()
        if level.status == .ready {
            level.count += 1
        }
        return nested
    }

    @inline(__always)
    private func put(_ type: WireType) throws {
        try level.checkReady()
        level.put(type)
        level.count += 1
    }

    @inline(__always)
    private func put<S: WireScalar>(_ value: S) throws {
        try level.checkReady()
        level.put(value)
        level.count += 1
    }
}
