public import MaizeCore

/// Sends on what comes on any of its inputs, as it comes; inputs that have items take turns.
///
///     1, 2 ─▶ inp[0] ╮
///                    ├ Merge ─▶ 1, 3, 2
///     3    ─▶ inp[1] ╯
///
/// Each input's items keep their order. It ends when all inputs have ended, or when its receiver has. Without any input
/// it sends nothing.
///
///     let left = try flow.add(ReadLines.self, name: "left") { $0.path = "left.txt" }
///     let right = try flow.add(ReadLines.self, name: "right") { $0.path = "right.txt" }
///     let merge = try flow.add(Merge<String>.self)
///     try flow.connect(left.out, to: merge.inp)
///     try flow.connect(right.out, to: merge.inp)
public final class Merge<Item: Codable & Sendable>: Node, ItemPassing {
    /// The streams.
    public let inp = MultiInput<Item>(optional: true)
    /// All of their items.
    public let out = Output<Item>()

    /// Passes items on until all inputs have ended.
    override public func run() throws {
        while try inp.receiveAnyEncoded({ try out.send($0) }) != nil {}
        // Optional inputs do not end a loop, and another pass would find nothing.
        stopLooping()
    }
}

extension Merge: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type { Merge<Other>.self }
}
