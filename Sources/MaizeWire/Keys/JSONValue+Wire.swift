extension JSONValue {
    /// The value that lies in an item, of whatever type it was encoded, as long as it is no object.
    init(_ value: WireValue, _ base: UnsafeRawPointer, depth: Int = 0) throws {
        switch value.type {
        case .nil, .absent: self = .null
        case .false: self = .bool(false)
        case .true: self = .bool(true)
        case .string:
            let start = base + value.payload + 4
            let text = UnsafeRawBufferPointer(start: start, count: value.end - value.payload - 4)
            self = .string(String(decoding: text, as: UTF8.self))
        case .bytes, .numbers: self = .array(try JSONValue.numbers(value, base))
        case .unkeyed:
            guard depth < ItemLimits.depth else { throw KeyProblem.broken }
            var elements: [JSONValue] = []
            var at = value.payload + 8
            while at < value.end {
                guard let element = WireReading.value(base, at: at, limit: value.end) else { throw KeyProblem.broken }
                elements.append(try JSONValue(element, base, depth: depth + 1))
                at = element.end
            }
            self = .array(elements)
        case .keyed: throw KeyProblem("is an object, which is no key")
        default: self = JSONValue(number: value.type, base + value.payload)
        }
    }

    private static func numbers(_ value: WireValue, _ base: UnsafeRawPointer) throws -> [JSONValue] {
        if value.type == .bytes {
            return (value.payload + 4..<value.end).map { JSONValue(number: .uint8, base + $0) }
        }
        guard let type = WireReading.element(base, ofNumbersAt: value.payload) else { throw KeyProblem.broken }
        return stride(from: value.payload + 5, to: value.end, by: type.fixedSize).map {
            JSONValue(number: type, base + $0)
        }
    }

    private init(number type: WireType, _ place: UnsafeRawPointer) {
        switch type {
        case .int8: self = .integer(Int(place.loadUnaligned(as: Int8.self)))
        case .int16: self = .integer(Int(place.loadUnaligned(as: Int16.self)))
        case .int32: self = .integer(Int(place.loadUnaligned(as: Int32.self)))
        case .int64: self = .integer(place.loadUnaligned(as: Int.self))
        case .int128: self = JSONValue(place.loadUnaligned(as: Int128.self))
        case .uint8: self = .integer(Int(place.loadUnaligned(as: UInt8.self)))
        case .uint16: self = .integer(Int(place.loadUnaligned(as: UInt16.self)))
        case .uint32: self = .integer(Int(place.loadUnaligned(as: UInt32.self)))
        case .uint64: self = JSONValue(place.loadUnaligned(as: UInt64.self))
        case .uint128: self = JSONValue(place.loadUnaligned(as: UInt128.self))
        case .float: self = .number(Double(place.loadUnaligned(as: Float.self)))
        default: self = .number(place.loadUnaligned(as: Double.self))
        }
    }

    /// A whole number, rounded where it does not fit.
    private init(_ number: some BinaryInteger) {
        self = Int(exactly: number).map(JSONValue.integer) ?? .number(Double(number))
    }
}
