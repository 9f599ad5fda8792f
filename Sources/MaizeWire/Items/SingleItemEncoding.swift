/// The single-value container of a level: one value, and only one.
struct SingleItemEncoding: SingleValueEncodingContainer {
    let level: EncodingLevel

    var codingPath: [any CodingKey] { level.codingPath }

    func encode<T: Encodable>(_ value: T) throws {
        try checkEmpty()
        do {
            try level.write(value)
        } catch {
            level.sink.truncate(to: level.start)
            throw error
        }
        level.count = 1
    }

    func encodeNil() throws {
        try checkEmpty()
        level.put(.nil)
        level.count = 1
    }

    func encode(_ value: Bool) throws {
        try checkEmpty()
        level.put(value)
        level.count = 1
    }

    func encode(_ value: String) throws {
        try checkEmpty()
        try level.put(value)
        level.count = 1
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

    @inline(__always)
    private func put<S: WireScalar>(_ value: S) throws {
        try checkEmpty()
        level.put(value)
        level.count = 1
    }

    @inline(__always)
    private func checkEmpty() throws {
        try level.checkReady()
        guard level.shape == .single, level.count == 0 else {
            throw level.invalid(nil, "A second value was written to a single-value container.")
        }
    }
}
