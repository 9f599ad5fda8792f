/// An item of any shape that JSON can say, for workflows whose files leave the type open.
///
///     let load = try flow.add(LoadData<JSONValue>.self) {
///         $0.data = .object(["name": .string("caffeine"), "mass": .number(194.19)])
///     }
public enum JSONValue: Hashable, Sendable {
    /// Nothing.
    case null
    /// True or false.
    case bool(Bool)
    /// A whole number that fits.
    case integer(Int)
    /// Any other number.
    case number(Double)
    /// A text.
    case string(String)
    /// A list of values.
    case array([JSONValue])
    /// Values by name.
    case object([String: JSONValue])
}

extension JSONValue: Codable {
    /// Takes whatever stands there.
    public init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let bool = JSONValue.attempt({ try value.decode(Bool.self) }) {
            self = .bool(bool)
        } else if let integer = JSONValue.attempt({ try value.decode(Int.self) }) {
            self = .integer(integer)
        } else if let number = JSONValue.attempt({ try value.decode(Double.self) }) {
            self = .number(number)
        } else if let string = JSONValue.attempt({ try value.decode(String.self) }) {
            self = .string(string)
        } else if let array = JSONValue.attempt({ try value.decode([JSONValue].self) }) {
            self = .array(array)
        } else {
            self = .object(try value.decode([String: JSONValue].self))
        }
    }

    /// A value of another kind is not an error while kinds are tried.
    private static func attempt<Value>(_ body: () throws -> Value) -> Value? {
        if case .success(let value) = Result(catching: body) { value } else { nil }
    }

    /// Writes the value as its own kind.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }
}

extension JSONValue: CustomStringConvertible {
    /// The value as JSON text, names in order.
    public var description: String {
        switch self {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .integer(let value): "\(value)"
        case .number(let value): "\(value)"
        case .string(let value): JSONText.quoted(value)
        case .array(let values): "[" + values.map(\.description).joined(separator: ", ") + "]"
        case .object(let values):
            "{"
                + values.sorted { $0.key < $1.key }.map { "\(JSONText.quoted($0.key)): \($0.value)" }
                .joined(separator: ", ") + "}"
        }
    }
}
