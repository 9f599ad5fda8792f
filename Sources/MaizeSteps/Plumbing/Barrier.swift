public import MaizeCore

/// Lets an item through when a signal says so, and drops it otherwise.
///
///     A, B        ─▶ inp        ╮
///                               ├ Barrier ─▶ B
///     false, true ─▶ inp_signal ╯
///
/// Each item waits for a signal of its own. The node ends when one of both streams does: an item that no signal came
/// for is not sent, and a signal that no item came for changes nothing.
///
///     let lines = try flow.add(ReadLines.self) { $0.path = "measured.csv" }
///     let verdicts = try flow.add(LoadData<Bool>.self) { $0.data = true }
///     let barrier = try flow.add(Barrier<String>.self)
///     try flow.connect(lines.out, to: barrier.inp)
///     try flow.connect(verdicts.out, to: barrier.inpSignal)
public final class Barrier<Item: Codable & Sendable>: LoopedNode, ItemPassing {
    /// The items.
    public let inp = Input<Item>()
    /// For each item, whether it may go on.
    public let inpSignal = Input<Bool>(name: "inp_signal")
    /// The items that may.
    public let out = Output<Item>()

    /// Takes one item and its signal.
    override public func run() throws {
        try inp.receiveEncoded { item in
            if try inpSignal.receive() { try out.send(item) }
        }
    }
}

extension Barrier: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type { Barrier<Other>.self }
}
