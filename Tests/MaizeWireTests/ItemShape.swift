import SeededRandom

/// A random tree of values that uses keyed, unkeyed and single-value containers as it grew.
///
/// It describes itself first, in a compact form, so that decoding knows which containers to ask for.
indirect enum Shape: Equatable {
    case null
    case int(Int)
    case small(Int8)
    case double(Double)
    case bool(Bool)
    case text(String)
    case numbers([UInt32])
    case optional(Shape?)
    case list([Shape])
    /// Fields by name; `true` when they are read from the last to the first.
    case fields([Shape], backwards: Bool)
    /// A list in a nested container, written while the container around it goes on.
    case nested([Shape], last: Int)
    /// A value behind a super encoder.
    case above(Shape)

    static func random(depth: Int, using random: inout SeededGenerator) -> Shape {
        let kinds = depth > 0 ? 12 : 7
        switch Int.random(in: 0..<kinds, using: &random) {
        case 0: return .null
        case 1: return .int(.random(in: .min ... .max, using: &random))
        case 2: return .small(.random(in: .min ... .max, using: &random))
        case 3: return .double(.random(in: -1e9...1e9, using: &random))
        case 4: return .bool(.random(using: &random))
        case 5: return .text(String(repeating: "å🌽c", count: .random(in: 0..<8, using: &random)))
        case 6:
            return .numbers(
                (0..<Int.random(in: 0..<9, using: &random)).map { _ in .random(in: 0...99, using: &random) }
            )
        case 7: return .optional(Bool.random(using: &random) ? .random(depth: depth - 1, using: &random) : nil)
        case 8: return .list(parts(depth, 5, &random))
        case 9: return .fields(parts(depth, 14, &random), backwards: .random(using: &random))
        case 10: return .nested(parts(depth, 5, &random), last: .random(in: 0...9, using: &random))
        default: return .above(.random(depth: depth - 1, using: &random))
        }
    }

    private static func parts(_ depth: Int, _ limit: Int, _ random: inout SeededGenerator) -> [Shape] {
        (0..<Int.random(in: 0..<limit, using: &random)).map { _ in .random(depth: depth - 1, using: &random) }
    }

    /// One letter, so that decoding knows what to ask for.
    fileprivate var letter: String {
        switch self {
        case .null: "z"
        case .int: "i"
        case .small: "s"
        case .double: "d"
        case .bool: "b"
        case .text: "t"
        case .numbers: "n"
        case .optional: "o"
        case .list: "l"
        case .fields(_, let backwards): backwards ? "F" : "f"
        case .nested: "N"
        case .above: "a"
        }
    }
}

private enum ShapeKey: CodingKey { case kind, value, last }

private func fieldKey(_ number: Int) -> AnyKey { AnyKey(stringValue: "field\(number)") }

extension Shape: Codable {
    func encode(to encoder: any Encoder) throws {
        var outer = encoder.container(keyedBy: ShapeKey.self)
        try outer.encode(letter, forKey: .kind)
        switch self {
        case .null: try outer.encodeNil(forKey: .value)
        case .int(let value): try outer.encode(value, forKey: .value)
        case .small(let value): try outer.encode(value, forKey: .value)
        case .double(let value): try outer.encode(value, forKey: .value)
        case .bool(let value): try outer.encode(value, forKey: .value)
        case .text(let value): try outer.encode(value, forKey: .value)
        case .numbers(let value): try outer.encode(value, forKey: .value)
        case .optional(let value): try outer.encodeIfPresent(value, forKey: .value)
        case .list(let parts):
            var list = outer.nestedUnkeyedContainer(forKey: .value)
            for part in parts { try list.encode(part) }
        case .fields(let parts, _):
            var fields = outer.nestedContainer(keyedBy: AnyKey.self, forKey: .value)
            for (number, part) in parts.enumerated() { try fields.encode(part, forKey: fieldKey(number)) }
        case .nested(let parts, let last):
            var list = outer.nestedUnkeyedContainer(forKey: .value)
            try outer.encode(last, forKey: .last)
            for part in parts { try list.encode(part) }
        case .above(let part):
            try part.encode(to: outer.superEncoder(forKey: .value))
        }
    }

    init(from decoder: any Decoder) throws {
        let outer = try decoder.container(keyedBy: ShapeKey.self)
        switch try outer.decode(String.self, forKey: .kind) {
        case "z":
            guard try outer.decodeNil(forKey: .value) else {
                throw DecodingError.dataCorruptedError(forKey: .value, in: outer, debugDescription: "not nil")
            }
            self = .null
        case "i": self = .int(try outer.decode(Int.self, forKey: .value))
        case "s": self = .small(try outer.decode(Int8.self, forKey: .value))
        case "d": self = .double(try outer.decode(Double.self, forKey: .value))
        case "b": self = .bool(try outer.decode(Bool.self, forKey: .value))
        case "t": self = .text(try outer.decode(String.self, forKey: .value))
        case "n": self = .numbers(try outer.decode([UInt32].self, forKey: .value))
        case "o": self = .optional(try outer.decodeIfPresent(Shape.self, forKey: .value))
        case "l": self = .list(try Self.parts(outer))
        case "N":
            let last = try outer.decode(Int.self, forKey: .last)
            self = .nested(try Self.parts(outer), last: last)
        case "a": self = .above(try Shape(from: outer.superDecoder(forKey: .value)))
        case let letter:
            let fields = try outer.nestedContainer(keyedBy: AnyKey.self, forKey: .value)
            let numbers = Array(fields.allKeys.indices)
            let backwards = letter == "F"
            let parts = try (backwards ? numbers.reversed() : numbers).map { number in
                try fields.decode(Shape.self, forKey: fieldKey(number))
            }
            self = .fields(backwards ? parts.reversed() : parts, backwards: backwards)
        }
    }

    private static func parts(_ outer: KeyedDecodingContainer<ShapeKey>) throws -> [Shape] {
        var list = try outer.nestedUnkeyedContainer(forKey: .value)
        var parts: [Shape] = []
        while !list.isAtEnd {
            parts.append(try list.decode(Shape.self))
        }
        return parts
    }
}
