import MaizeWire
import SeededRandom
import Testing

/// The key of a whole item.
func sortKey(of item: some Encodable, by path: String? = nil) throws -> [UInt8] {
    let buffer = ByteBuffer()
    try ItemCoder.encodeItem(item).withUnsafeBytes { bytes in
        try ItemFieldReader(FieldPath(path)).appendKey(of: bytes, to: buffer)
    }
    return Array(buffer.bytes)
}

@Suite struct SortKeyTests {
    /// Each before the next.
    private func expectAscending(_ items: [any Encodable & Sendable]) throws {
        let keys = try items.map { try sortKey(of: $0) }
        for (place, key) in keys.enumerated() {
            for other in keys[(place + 1)...] {
                #expect(key.lexicographicallyPrecedes(other), "\(items[place]) at \(place)")
            }
        }
    }

    @Test func `kinds follow each other, numbers by value whatever their type`() throws {
        try expectAscending([
            String?.none, false, true, -Double.infinity, Int128.min, -0x1p64, Int64.min, Int64.min + 1, Int8(-128),
            -1.5, Int16(-1), -0.5, -Double.leastNormalMagnitude, -Double.leastNonzeroMagnitude, 0,
            Double.leastNonzeroMagnitude, Double.leastNormalMagnitude, Float(0.25), 0.5, 1, Float(1.5), UInt8(2), 255,
            9_007_199_254_740_992.0, 9_007_199_254_740_993, 9_007_199_254_740_994.0, Int64.max, 0x1p63,
            UInt64(1) << 63 + 1, UInt64.max, 0x1p64, UInt128.max, 0x1p128, Double.greatestFiniteMagnitude,
            Double.infinity, Double.nan, "", "\0", "\0\0", "a", "a\0", "a\0b", "ab", "b", "é", "🦀", [Int](),
            [Int?.none],
            [-1.0, 7], [1], [1, 1], [UInt8(1), 2], [["a"]], [["a", ""]], [["a", "b"]], [["a\0"]], [["aa"]],
        ])
    }

    @Test func `equal values have equal keys`() throws {
        #expect(try sortKey(of: -0.0) == sortKey(of: UInt8(0)))
        #expect(try sortKey(of: Float(3)) == sortKey(of: Int128(3)))
        #expect(try sortKey(of: Double.nan) == sortKey(of: -Float.nan))
        #expect(try sortKey(of: [UInt8(1), 2]) == sortKey(of: [1.0, 2]))
        #expect(try sortKey(of: JSONValue.array([.integer(1), .string("x")])) == sortKey(of: Mixed()))
        #expect(try sortKey(of: "e\u{301}") != sortKey(of: "\u{E9}"))
    }

    private struct Mixed: Encodable {
        func encode(to encoder: any Encoder) throws {
            var list = encoder.unkeyedContainer()
            try list.encode(Float(1))
            try list.encode("x")
        }
    }

    @Test(arguments: [1, 2, 3]) func `random values are ordered as their keys are`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let values = (0..<250).map { _ in OrderedValue.random(depth: 2, &random) }
        let keys = try values.map { try sortKey(of: $0) }
        for (left, one) in zip(values, keys) {
            for (right, other) in zip(values, keys) {
                let isRight = left.precedes(right) == one.lexicographicallyPrecedes(other)
                #expect(isRight, "seed \(seed): \(left) and \(right)")
            }
        }
    }
}

/// A value with an order that knows nothing of keys.
enum OrderedValue: Encodable {
    case null
    case bool(Bool)
    case integer(Int128)
    case number(Double)
    case text(String)
    case list([OrderedValue])

    static func random(depth: Int, _ random: inout SeededGenerator) -> OrderedValue {
        switch random.number(0...(depth > 0 ? 9 : 7)) {
        case 0: return .null
        case 1: return .bool(random.once(in: 2))
        case 2: return .integer(Int128(random.number(-3...3)))
        case 3:
            return .integer(
                (Int128(Int64(bitPattern: random.next())) << 64 | Int128(random.next())) >> random.number(0...127)
            )
        case 4: return .number(Double(bitPattern: random.next()))
        case 5: return .number(Double(random.number(-40...40)) / 8)
        case 6:
            // Numbers of both kinds beside each other, where a double cannot tell integers apart.
            let whole = Int128(1) << random.number(50...100)
            return random.once(in: 2) ? .number(Double(whole)) : .integer(whole + Int128(random.number(-1...1)))
        case 7:
            let letters = ["a", "b", "\0", "é", "\u{FF}", "🦀"]
            return .text((0..<random.number(0...3)).map { _ in letters[random.number(0...5)] }.joined())
        default:
            return .list((0..<random.number(0...3)).map { _ in self.random(depth: depth - 1, &random) })
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .integer(let value):
            // In a type that fits.
            if let value = Int8(exactly: value) { return try container.encode(value) }
            if let value = UInt64(exactly: value) { return try container.encode(value) }
            if let value = Int64(exactly: value) { return try container.encode(value) }
            try container.encode(value)
        case .number(let value): try container.encode(value)
        case .text(let value): try container.encode(value)
        case .list(let values): try container.encode(values)
        }
    }

    private var rank: Int {
        switch self {
        case .null: 0
        case .bool: 1
        case .integer: 2
        case .number(let value): value.isNaN ? 3 : 2
        case .text: 4
        case .list: 5
        }
    }

    func precedes(_ other: OrderedValue) -> Bool {
        switch (self, other) {
        case (.bool(let one), .bool(let other)): return !one && other
        case (.integer(let one), .integer(let other)): return one < other
        case (.number(let one), .number(let other)) where !one.isNaN && !other.isNaN: return one < other
        case (.integer(let one), .number(let other)) where !other.isNaN: return OrderedValue.order(one, other) < 0
        case (.number(let one), .integer(let other)) where !one.isNaN: return OrderedValue.order(other, one) > 0
        case (.text(let one), .text(let other)): return one.utf8.lexicographicallyPrecedes(other.utf8)
        case (.list(let one), .list(let other)):
            return one.lexicographicallyPrecedes(other) { $0.precedes($1) }
        default: return rank < other.rank
        }
    }

    /// Below 0 where the integer is less, above 0 where it is more.
    private static func order(_ integer: Int128, _ number: Double) -> Int {
        if number >= 0x1p127 { return -1 }
        if number < -0x1p127 { return 1 }
        let whole = Int128(number)
        if integer != whole { return integer < whole ? -1 : 1 }
        let rest = number - number.rounded(.towardZero)
        return rest > 0 ? -1 : rest < 0 ? 1 : 0
    }
}
