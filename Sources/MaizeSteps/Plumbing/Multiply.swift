public import MaizeCore

/// Sends a list of so many copies of one item.
///
///     42 ─▶ Multiply(n_packages: 3) ─▶ [42, 42, 42]
///
/// It takes one item and ends; with the option `loop` it makes a list of each. When the input ends before an item came,
/// nothing is sent. The list is made in memory, and is one item, which may have 1 GiB. A file in the item comes once, and each copy names it.
///
///     let seed = try flow.add(LoadData<Double>.self) { $0.data = 0.5 }
///     let seeds = try flow.add(Multiply<Double>.self) { $0.nPackages = 8 }
///     let scatter = try flow.add(Scatter<Double>.self)
///     try flow.connect(seed.out, to: seeds.inp)
///     try flow.connect(seeds.out, to: scatter.inp)
public final class Multiply<Item: Codable & Sendable>: Node, ItemPassing {
    /// How many copies the list holds, at most 100 million; 0 makes an empty one.
    @Parameter(name: "n_packages", rule: .in(0...100_000_000), help: "copies in the list") public var nPackages: Int
    /// The item.
    public let inp = Input<Item>()
    /// The list.
    public let out = Output<[Item]>()

    /// Makes one list.
    override public func run() throws {
        let item = try inp.receive()
        out.useReceivedFiles(.passedOn)
        try out.send(Array(repeating: item, count: nPackages))
    }
}

extension Multiply: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type { Multiply<Other>.self }
}
