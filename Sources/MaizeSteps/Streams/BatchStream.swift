public import MaizeCore
internal import MaizeSystem

/// Gathers items into lists that are sent when they are long enough, or when their first item has waited long enough.
///
///     inp ─▶ BatchStream(count: 3, seconds: 1) ─▶ out
///
///     items     a b c  d               e f
///     time  ────┼──────┼───────────────┼──────────┤ end
///     lists        [a b c]    [d]              [e f]
///                  3 are     1 s after          the
///                  there     d                  rest
///
/// At least one of `count` and `seconds` is given. Time counts from the moment at which the node takes the first item of a
/// list; no list is empty. When the input ends, the rest is sent at once. Of a stream that is cut short the list at hand is
/// not sent. A list is held in memory: with `seconds` alone, that is all that comes in that time.
///
/// `Accumulate` makes lists by count alone, `Window` and `TimeWindow` make lists that may overlap.
///
///     let batches = try flow.add(BatchStream<Double>.self) {
///         $0.count = 1000
///         $0.seconds = 0.5
///     }
///     let result = try flow.add(Return<[Double]>.self)
///     try flow.connect(batches.out, to: result.inp)
public final class BatchStream<Item: Codable & Sendable>: Node, ItemPassing {
    /// How many items make a list, at least 1; without it, time alone ends a list.
    @Parameter(rule: .ifGiven(.atLeast(1)), help: "items in a list") public var count: Int?
    /// The longest time that an item waits for its list, above 0; without it, the number alone ends a list.
    @Parameter(rule: .ifGiven(.seconds(above: 0)), help: "seconds from a list's first item until it is sent")
    public var seconds: Double?
    /// The items.
    public let inp = Input<Item>()
    /// The lists.
    public let out = Output<[Item]>()

    /// Refuses lists that nothing ends.
    override public func validate() throws {
        // A value would be there as often as it is asked for until the time is over.
        if count == nil { try inp.refuseEndlessValue() }
        guard count == nil, seconds == nil else { return }
        throw WorkflowError(
            .value,
            "neither count nor seconds is given, so that no list would end before the stream does; give one or both"
        )
    }

    /// Gathers until the input has ended.
    override public func run() throws {
        out.useReceivedFiles(.passedOn)
        while let first = try inp.next() {
            var list = [first]
            let isOver = try gather(&list)
            try out.send(list)
            if isOver { return }
        }
    }

    /// Adds to a list what belongs to it; whether the input has ended.
    private func gather(_ list: inout [Item]) throws -> Bool {
        let deadline = seconds.map { MonotonicTime.now.advanced(bySeconds: $0) }
        while list.count < count ?? .max {
            if let deadline, try !inp.waitForItem(seconds: deadline.seconds(since: .now)) { return false }
            guard let item = try inp.next() else { return true }
            list.append(item)
        }
        return false
    }
}

extension BatchStream: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type {
        BatchStream<Other>.self
    }
}
