internal import MaizeCore
internal import MaizeWire

/// Stands for the type of items that a generic node takes, to see where it occurs in its ports and parameters.
struct AnyItem: Codable, Sendable {}
/// The same for the second type of a node that takes two.
struct AnyOtherItem: Codable, Sendable {}

/// A type of items of which parts may still be open.
indirect enum TypeTerm: Sendable {
    /// Open; the number tells it from others.
    case variable(Int)
    case list(TypeTerm)
    case optional(TypeTerm)
    case dictionary(TypeTerm)
    case known(ItemType)

    /// The most levels of a type: nobody writes more, and each costs time and memory.
    static let deepest = 20

    /// What is wrong with a type of more levels.
    static let tooDeep =
        "the type of items would be more than \(deepest) lists within each other; put a Scatter between"

    /// Whether there are more levels than are possible.
    var isTooDeep: Bool {
        var term = self
        for _ in 0...TypeTerm.deepest {
            switch term {
            case .list(let part), .optional(let part), .dictionary(let part): term = part
            case .variable, .known: return false
            }
        }
        return true
    }

    /// Whether values may hold files, as far as is known: a type of a program's own may.
    var mayHoldFiles: Bool {
        switch self {
        case .variable: true
        case .list(let part), .optional(let part), .dictionary(let part): part.mayHoldFiles
        case .known(let type): !TypeTerm.withoutFiles.contains(ObjectIdentifier(type))
        }
    }

    /// Basic types, by what files call them.
    static let basic: [ItemType] = [
        Int.self, Int8.self, Int16.self, Int32.self, Int64.self, UInt.self, UInt8.self, UInt16.self, UInt32.self,
        UInt64.self, Double.self, Float.self, Bool.self, String.self,
    ]
    private static let withoutFiles = Set((basic + [JSONValue.self]).map { ObjectIdentifier($0) })

    /// The term of a type in which `AnyItem` stands for the variable 0, and `AnyOtherItem` for the variable 1.
    init(_ type: ItemType) {
        switch TypeShape(type) {
        case .list(let element): self = .list(TypeTerm(element))
        case .optional(let wrapped): self = .optional(TypeTerm(wrapped))
        case .dictionary(let value): self = .dictionary(TypeTerm(value))
        case .single:
            self = type == AnyItem.self ? .variable(0) : type == AnyOtherItem.self ? .variable(1) : .known(type)
        }
    }

    /// Whether a part of it is open.
    var isOpen: Bool {
        switch self {
        case .variable: true
        case .list(let part), .optional(let part), .dictionary(let part): part.isOpen
        case .known: false
        }
    }

    /// The type, with a JSON value in each open place.
    var closed: ItemType {
        switch self {
        case .variable: JSONValue.self
        case .list(let element): TypeShape.list(element.closed)
        case .optional(let wrapped): TypeShape.optional(wrapped.closed)
        case .dictionary(let value): TypeShape.dictionary(value.closed)
        case .known(let type): type
        }
    }
}

extension TypeTerm: CustomStringConvertible {
    /// The type as it is written in a file; `?` in an open place.
    var description: String {
        switch self {
        case .variable: "?"
        case .list(let element): "[\(element)]"
        case .optional(let wrapped): "\(wrapped)?"
        case .dictionary(let value): "[String: \(value)]"
        case .known(let type): TypeText.text(of: type)
        }
    }
}
