internal import MaizeCore

/// Two values of any types, together one item.
///
///     let measured = Pair(first: "caffeine", second: 194.19)
///     print(measured.first, measured.second)
public struct Pair<First: Codable & Sendable, Second: Codable & Sendable>: Codable, Sendable {
    /// The one.
    public var first: First
    /// The other.
    public var second: Second

    /// Makes a pair.
    public init(first: First, second: Second) {
        self.first = first
        self.second = second
    }
}

extension Pair: Equatable where First: Equatable, Second: Equatable {}
extension Pair: Hashable where First: Hashable, Second: Hashable {}

extension Pair: ComposedItem {
    package static var parts: [any (Codable & Sendable).Type] { [First.self, Second.self] }

    package static func composed(of parts: [any (Codable & Sendable).Type]) -> any (Codable & Sendable).Type {
        func pair<One: Codable & Sendable, Other: Codable & Sendable>(
            _: One.Type,
            _: Other.Type
        ) -> any (Codable & Sendable).Type {
            Pair<One, Other>.self
        }
        return pair(parts[0], parts[1])
    }
}
