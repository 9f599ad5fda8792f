public import MaizeCore

/// Passes an item on from the input that an index names.
///
///     A ─▶ inp[0] ╮
///     B ─▶ inp[1] ├ Choice ─▶ B
///     1 ─▶ inp_index ╯
///
/// It takes the index first and then waits for one item of that input; the others are not looked at. Then it ends; with
/// the option `loop` it takes the next index, and inputs that were not chosen still have their items. When `inp_index`
/// ends, or the chosen input does, the node ends and nothing is sent. A negative index is an error, and so is one past the
/// last input unless `clip` is set.
///
///     let fast = try flow.add(LoadData<String>.self, name: "fast") { $0.data = "am1" }
///     let exact = try flow.add(LoadData<String>.self, name: "exact") { $0.data = "ccsd" }
///     let index = try flow.add(LoadData<Int>.self, name: "index") { $0.data = 1 }
///     let choice = try flow.add(Choice<String>.self)
///     try flow.connect(fast.out, to: choice.inp)
///     try flow.connect(exact.out, to: choice.inp)
///     try flow.connect(index.out, to: choice.inpIndex)
public final class Choice<Item: Codable & Sendable>: Node, ItemPassing {
    /// Whether an index past the last input means the last one.
    @Parameter(help: "take the last input for an index past it") public var clip = false
    /// The items, of which one is chosen.
    public let inp = MultiInput<Item>()
    /// Which input is chosen, from 0 on.
    public let inpIndex = Input<Int>(rule: .atLeast(0), name: "inp_index")
    /// The chosen item.
    public let out = Output<Item>()

    private var choice: PortIndex { PortIndex(port: inp, count: inp.count, clips: clip) }

    /// Refuses an index that is known already and that no input has.
    override public func validate() throws { try choice.validate(inpIndex) }

    /// Passes one item on.
    override public func run() throws {
        let place = try choice.place(of: inpIndex.receive(), from: inpIndex)
        try inp[place].receiveEncoded { try out.send($0) }
    }
}

extension Choice: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type { Choice<Other>.self }
}
