/// A generic component that workflow files may name without its type of items: that follows from what it is connected
/// to.
///
///     final class WithoutFirst<Item: Codable & Sendable>: Node, GenericComponent {
///         let inp = Input<Item>()
///         let out = Output<Item>()
///
///         static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type { WithoutFirst<Other>.self }
///
///         override func run() throws {
///             _ = try inp.receive()
///             while let item = try inp.next() { try out.send(item) }
///         }
///     }
public protocol GenericComponent: Component {
    /// The component's type for another type of items.
    static func taking<Item: Codable & Sendable>(_ item: Item.Type) -> Component.Type
}
