public import MaizeCore

/// Sends so many items to its first output, then so many to the second, and so on.
///
///                                        ╭ out[0] ─▶ 1, 2, 4, 5
///     1, 2, 3, 4, 5, 6 ─▶ TimeDistribute ┤
///                                        ╰ out[1] ─▶ 3, 6
///
/// That is with the `pattern` `[2, 1]` and `cycle`. A last number of -1 means all that follow. When every output has had
/// its items, the pattern begins anew with `cycle`; without it one more item makes the node fail. When the input ends, the
/// node ends, wherever in the pattern it is.
///
/// Items for an output whose receiver has ended are dropped, as they would be there; when no output is left that could
/// get an item, the node ends. The pattern is looked at before the run: it has a number for each channel of `out`, and a
/// -1 only at its end.
///
///     let read = try flow.add(ReadLines.self) { $0.path = "trajectory.xyz" }
///     let stages = try flow.add(TimeDistribute<String>.self) { $0.pattern = [100, -1] }
///     let warmUp = try flow.add(Discard<String>.self)
///     let write = try flow.add(WriteLines.self) { $0.path = "production.xyz" }
///     try flow.connect(read.out, to: stages.inp)
///     try flow.connect(stages.out, to: warmUp.inp)
///     try flow.connect(stages.out, to: write.inp)
public final class TimeDistribute<Item: Codable & Sendable>: Node, ItemPassing {
    /// How many items each output gets in turn; a last -1 stands for all that follow.
    @Parameter(help: "items for each output; -1 at the end: all that follow") public var pattern: [Int]
    /// Whether the pattern begins anew at its end.
    @Parameter(help: "begin the pattern anew at its end") public var cycle = false
    /// The items.
    public let inp = Input<Item>()
    /// The items, each on one of them.
    public let out = MultiOutput<Item>()

    /// Refuses a pattern that does not fit the outputs.
    override public func validate() throws {
        // An output without any channel is told as one that is not connected.
        let outputs = out.isEmpty ? pattern.count : out.count
        if let problem = PortionPattern.problem(with: pattern, outputs: outputs) {
            throw WorkflowError(.value, problem)
        }
    }

    /// Passes items on until the input has ended.
    override public func run() throws {
        var portions = PortionPattern(pattern, cycles: cycle)
        var count = 0
        while try inp.nextEncoded({ try send($0, by: &portions, after: count) }) != nil { count += 1 }
    }

    private func send(_ item: EncodedItem<Item>, by portions: inout PortionPattern, after count: Int) throws {
        guard let place = portions.next() else { throw exhausted(after: count) }
        if try !out.offer(item, to: place), !portions.remaining.contains(where: { out[$0].isActive }) {
            throw Stop(.receiverGone(port: out.name))
        }
    }

    private func exhausted(after count: Int) -> WorkflowError {
        WorkflowError(
            .value,
            path: nodePath.description,
            "the pattern \(pattern) was at its end after \(count == 1 ? "one item" : "\(count) items"), and one more came;"
                + " set 'cycle' to begin anew, or end the pattern with -1"
        )
    }
}

extension TimeDistribute: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type {
        TimeDistribute<Other>.self
    }
}
