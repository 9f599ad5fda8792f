public import MaizeCore

/// Sends each item to the next one of its outputs, in turn.
///
///                             ╭ out[0] ─▶ 1, 3
///     1, 2, 3, 4 ─▶ RoundRobin┤
///                             ╰ out[1] ─▶ 2, 4
///
/// An output whose receiver has ended is left out, and its items go to the next one; when none is left, the node ends.
/// A slow receiver holds up the others: where items should go to whoever is free, use `Parallel`.
///
///     let read = try flow.add(ReadLines.self) { $0.path = "measured.txt" }
///     let share = try flow.add(RoundRobin<String>.self)
///     try flow.connect(read.out, to: share.inp)
///     for name in ["first", "second"] {
///         let write = try flow.add(WriteLines.self, name: name) { $0.path = "\(name).txt" }
///         try flow.connect(share.out, to: write.inp)
///     }
public final class RoundRobin<Item: Codable & Sendable>: Node, ItemPassing {
    /// The items.
    public let inp = Input<Item>()
    /// The items, each on one of them.
    public let out = MultiOutput<Item>()

    /// Passes items on until the input has ended.
    override public func run() throws {
        var next = 0
        while try inp.nextEncoded({ next = try sendOn($0, from: next) + 1 }) != nil {}
    }

    /// The place that took the item: the first one from `start` on whose receiver lives.
    private func sendOn(_ item: EncodedItem<Item>, from start: Int) throws -> Int {
        for step in out.indices {
            let place = (start + step) % out.count
            if try out.offer(item, to: place) { return place }
        }
        throw Stop(.receiverGone(port: out.name))
    }
}

extension RoundRobin: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type {
        RoundRobin<Other>.self
    }
}
