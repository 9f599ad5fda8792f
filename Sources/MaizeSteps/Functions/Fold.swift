public import MaizeCore

/// Makes one value of all items, with a function of the value so far and the next item.
///
///     1, 2, 3 ─▶ Fold<Add>(initial: 0) ─▶ 6
///     1, 2, 3 ─▶ Fold<Add>(initial: 0, running: true) ─▶ 1, 3, 6
///
/// The function is a type, since a closure cannot reach the node's process. The value is sent once the input has ended,
/// with `running` after each item. An empty stream gives the initial value, with `running` nothing. Of a stream that was
/// cut short nothing is made.
///
///     struct Add: Function2 {
///         func call(_ sum: Int, _ number: Int) -> Int { sum + number }
///     }
///
///     static func workflow() throws -> Workflow {
///         let flow = Workflow("sum")
///         let sum = try flow.add(Fold<Add>.self) { $0.initial = 0 }
///         try flow.connect(sum.out, to: flow.add(Return<Int>.self).inp)
///         return flow
///     }
public final class Fold<Step: Function2>: FunctionNode<Step> where Step.First == Step.Returned {
    /// The value before the first item.
    @Parameter(help: "the value before the first item") public var initial: Step.Returned
    /// Whether the value goes out after each item, not only at the end.
    @Parameter(help: "send the value after each item") public var running = false
    /// The items.
    public let inp = Input<Step.Second>()
    /// The value at the end; with `running`, the value after each item.
    public let out = Output<Step.Returned>()

    /// `Fold<…>`, with the function's name.
    override public class var typeName: String { "Fold<\(Step.self)>" }

    /// Folds until the input has ended.
    override public func run() throws {
        var value = initial
        try runPasses {
            guard let item = try inp.next() else { return false }
            value = try function.call(value, item)
            if running { try out.send(value) }
            return true
        }
        if !running { try out.send(value) }
    }
}
