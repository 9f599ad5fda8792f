public import MaizeCore

/// Gathers a number of items into one list; a rest that is smaller makes the last list.
///
///     1, 2, 3 ─▶ Accumulate(nPackets: 2) ─▶ [1, 2], [3]
///
///     let batches = try flow.add(Accumulate<Double>.self) { $0.nPackets = 100 }
///     let result = try flow.add(Return<[Double]>.self)
///     try flow.connect(batches.out, to: result.inp)
public final class Accumulate<Item: Codable & Sendable>: Node, ItemPassing {
    /// How many items make a list, at least 1.
    @Parameter(name: "n_packets", help: "items in a list") public var nPackets = 1
    /// The items.
    public let inp = Input<Item>()
    /// The lists.
    public let out = Output<[Item]>()

    /// Refuses a size below 1.
    override public func prepare() throws {
        guard nPackets >= 1 else {
            throw WorkflowError(.value, path: nodePath.description, "n_packets is \(nPackets), at least 1 is needed")
        }
    }

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
