public import MaizeCore

/// Cuts a list into so many parts of nearly equal size, the larger ones first.
///
///     [1, 2, 3, 4] ─▶ Batch(n_batches: 3) ─▶ [1, 2], [3], [4]
///
/// A list of fewer elements gives empty parts at the end: there are always as many as asked for. It takes one list and
/// ends; with the option `loop` it cuts each. When the input ends before a list came, nothing is sent. `Combine` is the
/// way back; `Accumulate` makes lists of single items.
///
///     let load = try flow.add(LoadData<[Double]>.self) { $0.data = [0.1, 0.2, 0.3, 0.4] }
///     let batch = try flow.add(Batch<Double>.self) { $0.nBatches = 2 }
///     try flow.connect(load.out, to: batch.inp)
public final class Batch<Item: Codable & Sendable>: Node, ItemPassing {
    /// How many parts are made, at least 1.
    @Parameter(name: "n_batches", rule: .atLeast(1), help: "parts to cut the list into") public var nBatches: Int
    /// The list.
    public let inp = Input<[Item]>()
    /// Its parts.
    public let out = Output<[Item]>()

    /// Cuts one list.
    override public func run() throws {
        let items = try inp.receive()
        try out.useReceivedFiles(ofPartsOf: items, from: inp)
        let (size, larger) = items.count.quotientAndRemainder(dividingBy: nBatches)
        var start = 0
        for place in 0..<nBatches {
            let end = start + size + (place < larger ? 1 : 0)
            try out.send(Array(items[start..<end]))
            start = end
        }
        try inp.removeLastFiles()
    }
}

extension Batch: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type { Batch<Other>.self }
}
