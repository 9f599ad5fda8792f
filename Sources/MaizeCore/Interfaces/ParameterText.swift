/// Values of parameters, and their types, in words for people.
package enum ParameterText {
    /// A value in a message.
    package static func text<Value>(of value: Value) -> String {
        if let list = value as? [Any] { return list.map { text(of: $0) }.joined(separator: ",") }
        if let raw = value as? any RawRepresentable { return "\(raw.rawValue)" }
        if let optional = value as? any OptionalValue, !optional.isEmpty {
            return Mirror(reflecting: optional).children.first.map { text(of: $0.value) } ?? ""
        }
        return "\(value)"
    }

    /// A type in words, such as `a whole number`.
    package static func typeDescription(of type: Any.Type) -> String {
        if let optional = type as? any OptionalValue.Type { return typeDescription(of: optional.wrappedType) }
        switch type {
        case is Bool.Type: return "true or false"
        case is any BinaryInteger.Type: return "a whole number"
        case is any BinaryFloatingPoint.Type: return "a number"
        case is String.Type: return "a text"
        case is File.Type: return "a path"
        default:
            let choices = choices(of: type)
            if let list = type as? ItemType, case .list(let element) = TypeShape(list) {
                return "a list, each element \(typeDescription(of: element))"
            }
            let name = (type as? ItemType).map(TypeText.text) ?? "\(type)"
            return choices.isEmpty ? "a value of type \(name)" : "one of " + choices.joined(separator: ", ")
        }
    }

    /// The raw values of an enum, of an optional one or of a list's elements; empty where there is no choice.
    package static func choices(of type: Any.Type) -> [String] {
        let single = singleType(of: type)
        guard single is any RawRepresentable.Type, let cases = single as? any CaseIterable.Type else { return [] }
        return names(of: cases)
    }

    /// What an optional wraps, or a list is made of.
    private static func singleType(of type: Any.Type) -> Any.Type {
        guard let item = type as? ItemType else { return type }
        return switch TypeShape(item) {
        case .list(let part), .optional(let part): singleType(of: part)
        default: type
        }
    }

    private static func names<Cases: CaseIterable>(of type: Cases.Type) -> [String] {
        type.allCases.map { text(of: $0) }
    }
}
