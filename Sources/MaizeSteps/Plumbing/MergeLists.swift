public import MaizeCore

/// Takes one list from each of its inputs, in their order, and sends all of them as one list.
///
///     [1, 2], [6] ─▶ inp[0] ╮
///     [3]         ─▶ inp[1] ├ MergeLists ─▶ [1, 2, 3, 4, 5], [6]
///     [4, 5]      ─▶ inp[2] ╯
///
/// An input that has ended is left out from then on; when all have, the node ends. An empty list counts as a list: if all
/// that came were empty, an empty one is sent. If nothing came at all, nothing is sent. An input that holds a value
/// instead of a channel gives it each time; with such inputs only, one list is sent.
///
///     let left = try flow.add(LoadData<[Int]>.self, name: "left") { $0.data = [1, 2] }
///     let right = try flow.add(LoadData<[Int]>.self, name: "right") { $0.data = [3] }
///     let lists = try flow.add(MergeLists<Int>.self)
///     try flow.connect(left.out, to: lists.inp)
///     try flow.connect(right.out, to: lists.inp)
public final class MergeLists<Item: Codable & Sendable>: LoopedNode, ItemPassing {
    /// The lists, one of each at a time.
    public let inp = MultiInput<[Item]>()
    /// The joined lists.
    public let out = Output<[Item]>()

    /// Joins one list of each input.
    override public func run() throws {
        let hasChannels = inp.contains(where: \.isConnected)
        var joined: [Item] = []
        var hasCome = false
        for input in inp {
            guard let items = try input.next() else { continue }
            joined += items
            // A value is there every time, also when every stream has ended.
            if input.isConnected || !hasChannels { hasCome = true }
        }
        guard hasCome else { return stopLooping() }
        out.useReceivedFiles(.passedOn)
        try out.send(joined)
        if !hasChannels { stopLooping() }
    }
}

extension MergeLists: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type {
        MergeLists<Other>.self
    }
}
