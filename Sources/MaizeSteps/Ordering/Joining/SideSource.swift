internal import MaizeCore

/// The items of two inputs of different types, as they come.
struct SideSource<Left: Codable & Sendable, Right: Codable & Sendable> {
    private let left: Input<Left>
    private let right: Input<Right>
    private let sides: [JoinSide]
    private let receivers: [any ItemReceiver]
    private var last = -1

    init(_ left: Input<Left>, _ right: Input<Right>) {
        self.left = left
        self.right = right
        let found: [(JoinSide, (any ItemReceiver)?)] = [(.left, left.receiver), (.right, right.receiver)]
        sides = found.filter { $0.1 != nil }.map(\.0)
        receivers = found.compactMap(\.1)
    }

    /// The side on which an item lies ready, where both take turns; nil once both have ended.
    mutating func next(_ context: any NodeContext) throws -> JoinSide? {
        if left.hasPreloaded { return .left }
        if right.hasPreloaded { return .right }
        guard let place = try context.waitForAny(of: receivers, after: last) else { return nil }
        last = place
        return sides[place]
    }

    /// Whether an item may still come on a side.
    func isActive(_ side: JoinSide) -> Bool { side == .left ? left.isActive : right.isActive }
}
