public import MaizeCore

/// Gathers a number of items into one list.
///
///     1, 2, 3 ─▶ Accumulate(n_packets: 2) ─▶ [1, 2], [3]
///
/// When the input ends, a rest that is smaller makes the last list; an empty stream gives no list. Of a stream that is cut
/// short no rest is sent. The items of one list are held in memory. `Scatter` is the way back.
///
///     let batches = try flow.add(Accumulate<Double>.self) { $0.nPackets = 100 }
///     let result = try flow.add(Return<[Double]>.self)
///     try flow.connect(batches.out, to: result.inp)
public final class Accumulate<Item: Codable & Sendable>: Node, ItemPassing {
    /// How many items make a list, at least 1.
    @Parameter(name: "n_packets", rule: .atLeast(1), help: "items in a list") public var nPackets = 1
    /// The items.
    public let inp = Input<Item>()
    /// The lists.
    public let out = Output<[Item]>()

    /// Gathers until the input has ended.
    override public func run() throws {
        out.useReceivedFiles(.passedOn)
        var gathered: [Item] = []
        while let item = try inp.next() {
            gathered.append(item)
            if gathered.count == nPackets {
                try out.send(gathered)
                gathered.removeAll(keepingCapacity: true)
            }
        }
        if !gathered.isEmpty { try out.send(gathered) }
    }
}

extension Accumulate: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type {
        Accumulate<Other>.self
    }
}
