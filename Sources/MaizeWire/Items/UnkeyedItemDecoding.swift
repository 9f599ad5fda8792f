/// The unkeyed container of a level, with a position of its own.
///
/// It also steps through runs of numbers and of bytes, which the writer may have written in one go: their elements
/// have no wire type of their own. Offsets have 32 bits, as items are shorter than 4 GiB, so that the container fits
/// into an existential without an allocation.
struct UnkeyedItemDecoding: UnkeyedDecodingContainer {
    private let level: DecodingLevel
    private var offset: UInt32
    private var index: UInt32 = 0
    private let length: UInt32

    var codingPath: [any CodingKey] { level.codingPath }
    var count: Int? { Int(length) }
    var isAtEnd: Bool { index >= length }
    var currentIndex: Int { Int(index) }

    init(level: DecodingLevel) throws {
        try level.checkCurrent()
        let value = level.value
        let base = level.base
        let header: Int
        switch value.type {
        case .unkeyed:
            length = base.loadUnaligned(fromByteOffset: value.payload + 4, as: UInt32.self)
            header = 8
            guard Int(length) <= value.end - value.payload - header else {
                throw level.corrupted("A container has more values than bytes.")
            }
        case .bytes:
            length = base.loadUnaligned(fromByteOffset: value.payload, as: UInt32.self)
            header = 4
        case .numbers:
            length = base.loadUnaligned(fromByteOffset: value.payload + 1, as: UInt32.self)
            header = 5
        default:
            throw level.mismatch([Any].self, value)
        }
        self.level = level
        offset = UInt32(truncatingIfNeeded: value.payload + header)
    }

    mutating func decodeNil() throws -> Bool {
        let found = try next(Never.self)
        guard found.type == .nil else {
            return false
        }
        pass(found)
        return true
    }

    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
        let found = try next(type)
        let value = try level.read(type, found, at: .element(currentIndex))
        pass(found)
        return value
    }

    mutating func decode(_ type: Bool.Type) throws -> Bool {
        let found = try next(type)
        let value = try level.bool(found, at: .element(currentIndex))
        pass(found)
        return value
    }

    mutating func decode(_ type: String.Type) throws -> String {
        let found = try next(type)
        let value = try level.string(found, at: .element(currentIndex))
        pass(found)
        return value
    }

    mutating func decode(_ type: Int.Type) throws -> Int { try scalar() }
    mutating func decode(_ type: Int8.Type) throws -> Int8 { try scalar() }
    mutating func decode(_ type: Int16.Type) throws -> Int16 { try scalar() }
    mutating func decode(_ type: Int32.Type) throws -> Int32 { try scalar() }
    mutating func decode(_ type: Int64.Type) throws -> Int64 { try scalar() }
    mutating func decode(_ type: Int128.Type) throws -> Int128 { try scalar() }
    mutating func decode(_ type: UInt.Type) throws -> UInt { try scalar() }
    mutating func decode(_ type: UInt8.Type) throws -> UInt8 { try scalar() }
    mutating func decode(_ type: UInt16.Type) throws -> UInt16 { try scalar() }
    mutating func decode(_ type: UInt32.Type) throws -> UInt32 { try scalar() }
    mutating func decode(_ type: UInt64.Type) throws -> UInt64 { try scalar() }
    mutating func decode(_ type: UInt128.Type) throws -> UInt128 { try scalar() }
    mutating func decode(_ type: Float.Type) throws -> Float { try scalar() }
    mutating func decode(_ type: Double.Type) throws -> Double { try scalar() }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type
    ) throws -> KeyedDecodingContainer<NestedKey> {
        let found = try next(KeyedDecodingContainer<NestedKey>.self)
        let container = try nested(found).container(keyedBy: type)
        pass(found)
        return container
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        let found = try next((any UnkeyedDecodingContainer).self)
        let container = try nested(found).unkeyedContainer()
        pass(found)
        return container
    }

    mutating func superDecoder() throws -> any Decoder {
        let found = try next((any Decoder).self)
        let decoder = try nested(found)
        pass(found)
        return decoder
    }

    private func nested(_ found: WireValue) throws -> DecodingLevel {
        try level.nested(found, at: .element(currentIndex))
    }

    @inline(__always)
    private mutating func scalar<S: WireScalar>() throws -> S {
        let found = try next(S.self)
        let value = try level.scalar(found, as: S.self, at: .element(currentIndex))
        pass(found)
        return value
    }

    @inline(__always)
    private mutating func pass(_ found: WireValue) {
        offset = UInt32(truncatingIfNeeded: found.end)
        index += 1
    }

    /// Finds the next value; the position moves on only when the value was decoded.
    @inline(__always)
    private func next(_ type: Any.Type) throws -> WireValue {
        try level.checkCurrent()
        guard index < length else {
            throw atEnd(type)
        }
        let at = Int(offset)
        let end = level.value.end
        if level.value.type == .unkeyed {
            guard let found = WireReading.value(level.base, at: at, limit: end) else {
                throw broken()
            }
            return found
        }
        let element: WireType?
        if level.value.type == .bytes {
            element = .uint8
        } else {
            element = WireReading.element(level.base, ofNumbersAt: level.value.payload)
        }
        guard let element, end - at >= element.fixedSize else {
            throw broken()
        }
        return WireValue(type: element, payload: at, end: at + element.fixedSize)
    }

    @inline(never)
    private func broken() -> DecodingError {
        level.corrupted("A value of a container is broken.", at: .element(currentIndex))
    }

    @inline(never)
    private func atEnd(_ type: Any.Type) -> DecodingError {
        let path = level.codingPath + level.steps(to: .element(currentIndex))
        let description = "The container has only \(length) values."
        return .valueNotFound(type, DecodingError.Context(codingPath: path, debugDescription: description))
    }
}
