public import MaizeCore

/// Sends the elements of each list one by one.
///
///     [1, 2], [], [3] ─▶ Scatter ─▶ 1, 2, 3
///
/// An empty list sends nothing. When the input ends, it ends. `Accumulate` is the way back.
///
///     let load = try flow.add(LoadData<[Double]>.self) { $0.data = [0.1, 0.2, 0.3] }
///     let scatter = try flow.add(Scatter<Double>.self)
///     try flow.connect(load.out, to: scatter.inp)
public final class Scatter<Item: Codable & Sendable>: Node, ItemPassing {
    /// The lists.
    public let inp = Input<[Item]>()
    /// Their elements.
    public let out = Output<Item>()

    /// Takes lists apart until the input has ended.
    override public func run() throws {
        while let items = try inp.next() {
            try out.useReceivedFiles(ofPartsOf: items, from: inp)
            try out.send(contentsOf: items)
            try inp.removeLastFiles()
        }
    }
}

extension Scatter: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type { Scatter<Other>.self }
}
