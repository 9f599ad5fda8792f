/// A generic component that workflow files may name without its type of items: that follows from what it is connected
/// to.
///
///     extension Merge: GenericComponent {
///         public static func taking<Item: Codable & Sendable>(_ item: Item.Type) -> Component.Type { Merge<Item>.self }
///     }
public protocol GenericComponent: Component {
    /// The component's type for another type of items.
    static func taking<Item: Codable & Sendable>(_ item: Item.Type) -> Component.Type
}
