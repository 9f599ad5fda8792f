public import MaizeCore

/// Sends an item to the output that an index names.
///
///     A ─▶ inp       ╮                 ╭ out[0]
///                    ├ IndexDistribute ┤
///     1 ─▶ inp_index ╯                 ╰ out[1] ─▶ A
///
/// It takes one index and one item and ends; with the option `loop` it goes on with the next of both. When one of both
/// streams ends first, nothing more is sent. A negative index is an error, and so is one past the last output unless
/// `clip` is set. An item for an output whose receiver has ended is dropped; when no receiver is left, the node ends.
///
///     let line = try flow.add(LoadData<String>.self, name: "line") { $0.data = "to be" }
///     let index = try flow.add(LoadData<Int>.self, name: "index") { $0.data = 1 }
///     let distribute = try flow.add(IndexDistribute<String>.self) { $0.clip = true }
///     try flow.connect(line.out, to: distribute.inp)
///     try flow.connect(index.out, to: distribute.inpIndex)
public final class IndexDistribute<Item: Codable & Sendable>: Node, ItemPassing {
    /// Whether an index past the last output means the last one.
    @Parameter(help: "take the last output for an index past it") public var clip = false
    /// The item.
    public let inp = Input<Item>()
    /// Which output gets it, from 0 on.
    public let inpIndex = Input<Int>(rule: .atLeast(0), name: "inp_index")
    /// The item, on one of them.
    public let out = MultiOutput<Item>()

    private var choice: PortIndex { PortIndex(port: out, count: out.count, clips: clip) }

    /// Refuses an index that is known already and that no output has.
    override public func validate() throws { try choice.validate(inpIndex) }

    /// Passes one item on.
    override public func run() throws {
        let place = try choice.place(of: inpIndex.receive(), from: inpIndex)
        try inp.receiveEncoded { item in
            if try !out.offer(item, to: place) { try out.stopUnlessActive() }
        }
    }
}

extension IndexDistribute: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type {
        IndexDistribute<Other>.self
    }
}
