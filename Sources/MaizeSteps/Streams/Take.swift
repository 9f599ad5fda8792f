public import MaizeCore

/// Passes the first items on, then ends.
///
///     1, 2, 3, 4 ─▶ Take(count: 2) ─▶ 1, 2
///
/// After the last of them it wants no more: its sender stops at its next send. What was sent by then counts as
/// undelivered. A stream that ends earlier is passed on whole, an empty one is empty again. With a `count` of 0 it takes
/// nothing.
///
///     let read = try flow.add(ReadLines.self) { $0.path = "measured.csv" }
///     let take = try flow.add(Take<String>.self) { $0.count = 10 }
///     try flow.connect(read.out, to: take.inp)
public final class Take<Item: Codable & Sendable>: Node, ItemPassing {
    /// How many items are passed on, at least 0.
    @Parameter(rule: .atLeast(0), help: "items that are passed on") public var count = 1
    /// The items.
    public let inp = Input<Item>()
    /// The first of them.
    public let out = Output<Item>()

    /// Passes items on until there were enough, or the input has ended.
    override public func run() throws {
        var left = count
        while left > 0, try inp.nextEncoded({ try out.send($0) }) != nil { left -= 1 }
        inp.close()
    }
}

extension Take: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type { Take<Other>.self }
}
