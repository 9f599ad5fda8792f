/// The type of a channel's items or of a parameter's value.
package typealias ItemType = any (Codable & Sendable).Type

/// A list, to code that does not know of what.
private protocol ListType {
    static var element: Any.Type { get }
}
/// Values by name, to code that does not know which.
private protocol DictionaryType {
    static var value: Any.Type { get }
}

extension Array: ListType {
    static var element: Any.Type { Element.self }
}
extension Dictionary: DictionaryType where Key == String {
    static var value: Any.Type { Value.self }
}

/// How a type is made of another one, as far as a workflow file can write it.
package enum TypeShape {
    case list(of: ItemType)
    case optional(ItemType)
    case dictionary(of: ItemType)
    case single

    package init(_ type: ItemType) {
        if let list = type as? any ListType.Type, let element = list.element as? ItemType {
            self = .list(of: element)
        } else if let optional = type as? any OptionalValue.Type, let wrapped = optional.wrappedType as? ItemType {
            self = .optional(wrapped)
        } else if let dictionary = type as? any DictionaryType.Type, let value = dictionary.value as? ItemType {
            self = .dictionary(of: value)
        } else {
            self = .single
        }
    }

    package static func list(_ element: ItemType) -> ItemType {
        func make<Element: Codable & Sendable>(_: Element.Type) -> ItemType { [Element].self }
        return make(element)
    }

    package static func optional(_ wrapped: ItemType) -> ItemType {
        func make<Wrapped: Codable & Sendable>(_: Wrapped.Type) -> ItemType { Wrapped?.self }
        return make(wrapped)
    }

    package static func dictionary(_ value: ItemType) -> ItemType {
        func make<Value: Codable & Sendable>(_: Value.Type) -> ItemType { [String: Value].self }
        return make(value)
    }
}
