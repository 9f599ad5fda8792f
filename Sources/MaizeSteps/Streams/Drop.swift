public import MaizeCore

/// Leaves the first items out and passes the rest on.
///
///     1, 2, 3, 4 ─▶ Drop(count: 2) ─▶ 3, 4
///
/// A stream that ends before so many items came is empty behind it. Files of items that are left out are removed, as far
/// as they are this node's own.
///
///     let read = try flow.add(ReadLines.self) { $0.path = "measured.csv" }
///     let drop = try flow.add(Drop<String>.self) { $0.count = 1 }       // the line of titles
///     try flow.connect(read.out, to: drop.inp)
public final class Drop<Item: Codable & Sendable>: Node, ItemPassing {
    /// How many items are left out, at least 0.
    @Parameter(rule: .atLeast(0), help: "items that are left out") public var count = 1
    /// The items.
    public let inp = Input<Item>()
    /// Those behind the first ones.
    public let out = Output<Item>()

    /// Takes items until the input has ended.
    override public func run() throws {
        var left = count
        while left > 0, try inp.nextEncoded({ _ in }) != nil { left -= 1 }
        while try inp.nextEncoded({ try out.send($0) }) != nil {}
    }
}

extension Drop: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type { Drop<Other>.self }
}
