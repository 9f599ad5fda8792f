/// The single-value container of a level: the level's value itself.
struct SingleItemDecoding: SingleValueDecodingContainer {
    let level: DecodingLevel

    var codingPath: [any CodingKey] { level.codingPath }

    func decodeNil() -> Bool {
        level.value.type == .nil
    }

    func decode<T: Decodable>(_ type: T.Type) throws -> T {
        try level.checkCurrent()
        return try level.read(type, level.value)
    }

    func decode(_ type: Bool.Type) throws -> Bool {
        try level.checkCurrent()
        return try level.bool(level.value, at: .top)
    }

    func decode(_ type: String.Type) throws -> String {
        try level.checkCurrent()
        return try level.string(level.value, at: .top)
    }

    func decode(_ type: Int.Type) throws -> Int { try scalar() }
    func decode(_ type: Int8.Type) throws -> Int8 { try scalar() }
    func decode(_ type: Int16.Type) throws -> Int16 { try scalar() }
    func decode(_ type: Int32.Type) throws -> Int32 { try scalar() }
    func decode(_ type: Int64.Type) throws -> Int64 { try scalar() }
    func decode(_ type: Int128.Type) throws -> Int128 { try scalar() }
    func decode(_ type: UInt.Type) throws -> UInt { try scalar() }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try scalar() }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try scalar() }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try scalar() }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try scalar() }
    func decode(_ type: UInt128.Type) throws -> UInt128 { try scalar() }
    func decode(_ type: Float.Type) throws -> Float { try scalar() }
    func decode(_ type: Double.Type) throws -> Double { try scalar() }

    @inline(__always)
    private func scalar<S: WireScalar>() throws -> S {
        try level.checkCurrent()
        return try level.scalar(level.value, as: S.self, at: .top)
    }
}
