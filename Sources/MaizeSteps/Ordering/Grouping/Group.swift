internal import MaizeCore

/// Items that have one key, as `GroupBy` and `GroupByKey` send them.
///
///     let inp = Input<Group<JSONValue, String>>()
///
///     override func run() throws {
///         while let group = try inp.next() { logger.info("\(group.key): \(group.items.count)") }
///     }
///
/// `GroupBy` finds the key in a field, so that it is a `JSONValue`; the key of `GroupByKey` is of the type that its
/// function returns.
public struct Group<Key: Codable & Sendable, Item: Codable & Sendable>: Codable, Sendable {
    /// What the items have in common.
    public var key: Key
    /// The items, in the order in which they came.
    public var items: [Item]

    /// Makes a group.
    public init(key: Key, items: [Item]) {
        self.key = key
        self.items = items
    }
}

extension Group: Equatable where Key: Equatable, Item: Equatable {}
extension Group: Hashable where Key: Hashable, Item: Hashable {}

extension Group: ComposedItem {
    package static var parts: [any (Codable & Sendable).Type] { [Key.self, Item.self] }

    package static func composed(of parts: [any (Codable & Sendable).Type]) -> any (Codable & Sendable).Type {
        func group<One: Codable & Sendable, Other: Codable & Sendable>(
            _: One.Type,
            _: Other.Type
        ) -> any (Codable & Sendable).Type {
            Group<One, Other>.self
        }
        return group(parts[0], parts[1])
    }
}
