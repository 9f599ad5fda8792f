package import MaizeCore
internal import MaizeWire

/// How a value of a type is written in words of a command line.
package enum WordShape: Sendable {
    /// True or false: an option of two words of its own, `--x` and `--no-x`.
    case truth
    /// One word.
    case single
    /// One word for each element.
    case list
    /// One word for each part, `name=value`.
    case fields
    /// One word, of which its characters say what it is.
    case open

    /// Whether it may take any number of words.
    package var takesSeveralWords: Bool {
        switch self {
        case .list, .fields: true
        case .truth, .single, .open: false
        }
    }

    package init(_ type: ItemType) {
        switch TypeShape(type) {
        case .list: self = .list
        case .dictionary: self = .fields
        case .optional(let wrapped): self = WordShape(wrapped)
        case .single where type == Bool.self: self = .truth
        case .single where type == JSONValue.self: self = .open
        case .single where type is any RawRepresentable.Type: self = .single
        case .single: self = ShapeProbe.shape(of: type)
        }
    }

    /// The type of a list's elements, or of what a dictionary holds, where the type itself tells.
    static func part(of type: ItemType) -> ItemType? {
        switch TypeShape(type) {
        case .list(let part), .dictionary(let part): part
        case .optional(let wrapped): part(of: wrapped)
        case .single: nil
        }
    }
}

/// Sees what a type asks a decoder for first.
private final class ShapeProbe: Decoder {
    private struct Nothing: Error {}

    private var shape: WordShape?
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    static func shape(of type: ItemType) -> WordShape {
        let probe = ShapeProbe()
        _ = try? type.init(from: probe)  // it always throws: there is nothing to decode
        return probe.shape ?? .single
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        shape = shape ?? .fields
        throw Nothing()
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        shape = shape ?? .list
        throw Nothing()
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer {
        shape = shape ?? .single
        throw Nothing()
    }
}
