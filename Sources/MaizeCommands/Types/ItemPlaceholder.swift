package import MaizeCore

/// What stands for a type of items that is left open, where a type of nodes is described: `Merge<T>`.
package enum ItemPlaceholder {
    struct T: Codable, Sendable {}
    struct U: Codable, Sendable {}

    /// The first and the second one.
    package static let all: [ItemType] = [T.self, U.self]

    /// The type of components for items of open types.
    static func opened(_ type: Component.Type) -> Component.Type {
        if let pair = type as? any GenericPairComponent.Type { return pair.taking(T.self, U.self) }
        return (type as? any GenericComponent.Type)?.taking(T.self) ?? type
    }

    /// The names of those that occur in types.
    static func names(in types: [ItemType]) -> [String] {
        let texts = types.map { String(reflecting: $0) }
        return all.filter { item in texts.contains { $0.contains(String(reflecting: item)) } }.map(TypeText.text)
    }
}
