internal import MaizeCore
internal import MaizeWire

/// Looks at what a type asks a decoder for, to see before the run whether its items have a field.
///
/// A type that has fields begins with a container of keys, and the type of its keys tells whether a name is one.
final class FieldProbe: Decoder {
    private enum Shape {
        case object(hasField: Bool)
        case list
    }

    private let name: String
    private var shape: Shape?

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    private init(_ name: String) {
        self.name = name
    }

    /// Throws what is certainly wrong with a field as the key of items of a type; nil stands for the whole item.
    static func check<Item: Decodable>(_ field: String?, of type: Item.Type, parameter: String = "by") throws {
        if let field, let problem = FieldPath.problem(with: field) {
            throw WorkflowError(.value, "\(parameter) is \(field.debugDescription), which \(problem)")
        }
        let probe = FieldProbe(field.map { String($0.prefix { $0 != "." }) } ?? "")
        let dotted = FieldProbe(field ?? "")
        for probe in [probe, dotted] { _ = try? Item(from: probe) }  // it always throws: there is nothing to decode
        switch (probe.shape, field) {
        case (.object, nil):
            throw WorkflowError(.value, "items of \(type) have no order; set \(parameter) to the name of a field")
        case (.object(hasField: false), let field?):
            if case .object(hasField: true) = dotted.shape { return }
            throw WorkflowError(
                .value,
                "\(parameter) is '\(field)', but items of \(type) have no field '\(probe.name)'"
            )
        case (.list, let field?):
            throw WorkflowError(.value, "\(parameter) is '\(field)', but items of \(type) are lists without fields")
        case (nil, let field?) where type is any LosslessStringConvertible.Type:
            throw WorkflowError(.value, "\(parameter) is '\(field)', but items of \(type) have no fields; leave it out")
        default: return
        }
    }

    /// Whether items of a type certainly have fields, and not this one.
    static func lacks<Item: Decodable>(_ name: String, _ type: Item.Type) -> Bool {
        let probe = FieldProbe(name)
        _ = try? Item(from: probe)  // it always throws: there is nothing to decode
        return if case .object(hasField: false) = probe.shape { true } else { false }
    }

    private struct Nothing: Error {}

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        if shape == nil { shape = .object(hasField: Key(stringValue: name) != nil) }
        throw Nothing()
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        if shape == nil { shape = .list }
        throw Nothing()
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { throw Nothing() }
}

extension FieldProbe {
    /// Throws where the results of a function certainly have no order.
    static func check<Key: Function1>(keysOf function: Key.Type) throws {
        do {
            try check(nil, of: Key.Returned.self)
        } catch {
            throw WorkflowError(
                .value,
                "\(function) returns \(Key.Returned.self), which has no order; let it return a number, a text, or a list of"
                    + " those"
            )
        }
    }
}
