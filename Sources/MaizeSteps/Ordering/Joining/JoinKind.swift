/// What becomes of items without a partner.
///
///     let join = try flow.add(Join<String, String>.self) { $0.kind = .left }
public enum JoinKind: String, Codable, Sendable, CaseIterable {
    /// They are dropped.
    case inner
    /// Those from the left come alone.
    case left
    /// Those from the right come alone.
    case right
    /// All come alone.
    case full

    /// Whether an item of a side is sent though it has no partner.
    func keeps(_ side: JoinSide) -> Bool { self == .full || self == (side == .left ? .left : .right) }
}

/// Where an item came from.
enum JoinSide {
    case left, right

    var other: JoinSide { self == .left ? .right : .left }
}
