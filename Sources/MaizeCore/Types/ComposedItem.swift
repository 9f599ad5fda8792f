/// A type of items that is made of others, whose types workflow files find out: a group of items, a pair.
package protocol ComposedItem {
    /// The types that it is made of.
    static var parts: [any (Codable & Sendable).Type] { get }

    /// The same made of as many other types.
    static func composed(of parts: [any (Codable & Sendable).Type]) -> any (Codable & Sendable).Type
}
