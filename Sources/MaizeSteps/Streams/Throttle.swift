public import MaizeCore
internal import MaizeSystem

/// Passes items on, but never more than so many in so many seconds.
///
///     inp ─▶ Throttle(count: 3, seconds: 1) ─▶ out
///
///     in    a b c d e f
///     out   a b c          d e f
///           ├──── 1 s ─────┤
///
/// In no span of `seconds`, wherever it begins, more than `count` items leave it: the limit as services have it that ask
/// not to be called too often. As long as it is kept items leave at once, so that bursts stay bursts; with a `count` of 1
/// they leave evenly. No item is lost: those that are early wait, and then their senders do. It ends with its input, once
/// the last item has left. It holds `count` moments in memory.
///
///     let queries = try flow.add(ReadLines.self) { $0.path = "queries.txt" }
///     let throttle = try flow.add(Throttle<String>.self) {
///         $0.count = 10
///         $0.seconds = 1
///     }
///     try flow.connect(queries.out, to: throttle.inp)
public final class Throttle<Item: Codable & Sendable>: Node, ItemPassing {
    /// How many items leave in that time at most, at least 1.
    @Parameter(rule: .in(1...1_000_000), help: "items in a span of time") public var count = 1
    /// The span of time, above 0.
    @Parameter(rule: .seconds(above: 0), help: "length of the span in seconds") public var seconds = 1.0
    /// The items.
    public let inp = Input<Item>()
    /// The same items.
    public let out = Output<Item>()

    /// Passes items on until the input has ended.
    override public func run() throws {
        var limit = RateLimit(count: count, seconds: seconds)
        while try inp.hasNext() {
            let wait = limit.next.seconds(since: .now)
            if wait > 0 { try pause(seconds: wait) }
            guard try inp.nextEncoded({ try out.send($0) }) != nil else { return }
            // Only now it has left: a channel without room may have held it up.
            limit.take(at: .now)
        }
    }
}

extension Throttle: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type { Throttle<Other>.self }
}

/// When the next of a number of events may be, of which only so many may be in any span of time.
struct RateLimit {
    private let count: Int
    private let seconds: Double
    /// When the last events were, the oldest at `oldest` once there were `count` of them.
    private var moments: [MonotonicTime] = []
    private var oldest = 0

    init(count: Int, seconds: Double) {
        self.count = count
        self.seconds = seconds
    }

    /// The first moment at which one more may be.
    var next: MonotonicTime {
        moments.count < count ? MonotonicTime(nanoseconds: 0) : moments[oldest].advanced(bySeconds: seconds)
    }

    /// Notes one more.
    mutating func take(at moment: MonotonicTime) {
        if moments.count < count { return moments.append(moment) }
        moments[oldest] = moment
        oldest = (oldest + 1) % count
    }
}
