/// A generic component of two types of items that workflow files may name without them, as a `GenericComponent` of one.
///
///     final class Labelled<Key: Codable & Sendable, Item: Codable & Sendable>: Node, GenericPairComponent {
///         let key = Input<Key>()
///         let inp = Input<Item>()
///         let keys = Output<Key>()
///         let out = Output<Item>()
///
///         static func taking<First: Codable & Sendable, Second: Codable & Sendable>(
///             _ first: First.Type,
///             _ second: Second.Type
///         ) -> Component.Type {
///             Labelled<First, Second>.self
///         }
///
///         override func run() throws {
///             let key = try key.receive()
///             while let item = try inp.next() {
///                 try keys.send(key)
///                 try out.send(item)
///             }
///         }
///     }
///
/// A file may also write them, in this order: `Labelled<String, Int>`.
public protocol GenericPairComponent: Component {
    /// The component's type for other types of items.
    static func taking<First: Codable & Sendable, Second: Codable & Sendable>(
        _ first: First.Type,
        _ second: Second.Type
    ) -> Component.Type
}
