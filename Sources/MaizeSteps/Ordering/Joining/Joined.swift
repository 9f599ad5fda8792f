internal import MaizeCore

/// Two items that belong together, as `Join` and `JoinBy` send them; one is missing where there was no partner.
///
///     let inp = Input<Joined<String, Double>>()
///
///     override func run() throws {
///         while let pair = try inp.next() {
///             guard let name = pair.left, let mass = pair.right else { continue }
///             logger.info("\(name) weighs \(mass)")
///         }
///     }
///
/// Both are optional whatever the kind of the join: the kind is a parameter, which a file or an option may set, so that
/// no type could depend on it. Pairs of an inner join have both.
public struct Joined<Left: Codable & Sendable, Right: Codable & Sendable>: Codable, Sendable {
    /// The item from the left; nil where the right one has no partner.
    public var left: Left?
    /// The item from the right; nil where the left one has no partner.
    public var right: Right?

    /// Makes a pair.
    public init(left: Left?, right: Right?) {
        self.left = left
        self.right = right
    }
}

extension Joined: Equatable where Left: Equatable, Right: Equatable {}
extension Joined: Hashable where Left: Hashable, Right: Hashable {}

extension Joined: ComposedItem {
    package static var parts: [any (Codable & Sendable).Type] { [Left.self, Right.self] }

    package static func composed(of parts: [any (Codable & Sendable).Type]) -> any (Codable & Sendable).Type {
        func joined<One: Codable & Sendable, Other: Codable & Sendable>(
            _: One.Type,
            _: Other.Type
        ) -> any (Codable & Sendable).Type {
            Joined<One, Other>.self
        }
        return joined(parts[0], parts[1])
    }
}
