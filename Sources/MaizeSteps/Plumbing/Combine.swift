public import MaizeCore

/// Joins so many lists into one.
///
///     [1, 2], [3], [4] ─▶ Combine(n_batches: 3) ─▶ [1, 2, 3, 4]
///
/// It takes that many lists and ends; with the option `loop` it begins anew. When the input ends before they are there,
/// nothing is sent: a part is never taken for the whole. The joined list is made in memory. `Batch` is the way back.
///
///     let load = try flow.add(LoadData<[Double]>.self) { $0.data = [0.1, 0.2, 0.3, 0.4] }
///     let batch = try flow.add(Batch<Double>.self) { $0.nBatches = 2 }
///     let combine = try flow.add(Combine<Double>.self) { $0.nBatches = 2 }
///     try flow.connect(load.out, to: batch.inp)
///     try flow.connect(batch.out, to: combine.inp)
public final class Combine<Item: Codable & Sendable>: Node, ItemPassing {
    /// How many lists are joined, at least 1.
    @Parameter(name: "n_batches", rule: .atLeast(1), help: "lists to join") public var nBatches: Int
    /// The lists.
    public let inp = Input<[Item]>()
    /// One list with all of their elements.
    public let out = Output<[Item]>()

    /// Joins as many lists as are wanted.
    override public func run() throws {
        var items: [Item] = []
        for _ in 0..<nBatches { items += try inp.receive() }
        out.useReceivedFiles(.passedOn)
        try out.send(items)
    }
}

extension Combine: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type { Combine<Other>.self }
}
