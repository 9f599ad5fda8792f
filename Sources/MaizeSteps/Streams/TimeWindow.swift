public import MaizeCore
internal import MaizeSystem

/// Makes lists of what came in equal spans of time, which may overlap.
///
///     inp ─▶ TimeWindow(seconds: 1) ─▶ out
///
///     items   a b   c   │ d           │             │  e
///     time  ──┼─────────┼─────────────┼─────────────┼──────┤ end
///             0 s       1 s           2 s           3 s
///     lists          [a b c]         [d]                  [e]
///
/// Time begins when the first item comes. Each window lasts `seconds`; the next one begins `step_seconds` later, or right
/// behind it where that is not given. With a smaller step windows overlap, and an item is in several of them; with a larger
/// one, what comes between two windows is left out. A window is sent when its time is over.
///
/// An item comes when this node takes it: what waits in the channel, because a receiver behind this node is slow, comes
/// later. Windows in which nothing came are not sent, unless `empty` is true. When the stream ends, windows that have begun
/// are sent at once with what they have. Of a stream that is cut short they are not sent. The items of the windows at hand
/// are held in memory. Files are sent as copies or links, never moved, and stay with this node until the run's end.
///
///     let window = try flow.add(TimeWindow<Double>.self) {
///         $0.seconds = 60
///         $0.stepSeconds = 10
///     }
public final class TimeWindow<Item: Codable & Sendable>: Node {
    /// How long a window lasts, at least a millisecond.
    @Parameter(rule: .seconds(atLeast: 0.001), help: "length of a window in seconds") public var seconds = 1.0
    /// How much later the next window begins, at least a millisecond; `seconds` unless it is given.
    @Parameter(
        name: "step_seconds",
        rule: .ifGiven(.seconds(atLeast: 0.001)),
        help: "seconds from the begin of a window to that of the next"
    )
    public var stepSeconds: Double?
    /// Whether windows are sent too in which nothing came.
    @Parameter(help: "also windows in which nothing came") public var empty = false
    /// The items.
    public let inp = Input<Item>()
    /// The windows.
    public let out = Output<[Item]>()

    /// Makes windows until the input has ended.
    override public func run() throws {
        guard try inp.hasNext() else { return }
        // Another window may need them too.
        out.useReceivedFiles(.sentAgain)
        let start = MonotonicTime.now
        var windows = TimeWindows<Item>(length: seconds, step: stepSeconds ?? seconds, keepsEmpty: empty)
        var isOpen = true
        while isOpen {
            let hasNews = try waitForNews(untilEndOf: windows, since: start)
            // The window is over also when the node came too late to see it end.
            while let window = windows.next(at: MonotonicTime.now.seconds(since: start)) { try out.send(window) }
            guard hasNews else { continue }
            if let item = try inp.next() {
                windows.add(item, at: MonotonicTime.now.seconds(since: start))
            } else {
                isOpen = false
            }
        }
        while let window = windows.rest() { try out.send(window) }
    }

    /// Waits for an item or the end of the stream; false when the window at hand is over before that.
    private func waitForNews(untilEndOf windows: TimeWindows<Item>, since start: MonotonicTime) throws -> Bool {
        // Nothing is to be sent until something comes, however long that takes.
        if windows.isIdle {
            _ = try inp.hasNext()
            return true
        }
        return try inp.waitForItem(seconds: windows.end - MonotonicTime.now.seconds(since: start))
    }
}

extension TimeWindow: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type {
        TimeWindow<Other>.self
    }
}

/// Which items are in which windows of time; times are seconds from the first item on.
struct TimeWindows<Item> {
    private let length: Double
    private let step: Double
    private let keepsEmpty: Bool
    /// Items of the window at hand and of later ones, with the times at which they came.
    private var items: [(time: Double, item: Item)] = []
    /// The number of the window at hand.
    private var number = 0.0

    init(length: Double, step: Double, keepsEmpty: Bool) {
        self.length = length
        self.step = step
        self.keepsEmpty = keepsEmpty
    }

    private var start: Double { number * step }
    /// When the window at hand is over.
    var end: Double { start + length }

    /// Whether no window is to be sent before an item comes.
    var isIdle: Bool { items.isEmpty && !keepsEmpty }

    /// Takes one item more; times never fall.
    mutating func add(_ item: Item, at time: Double) { items.append((time, item)) }

    /// The next window that is over at `time` and is to be sent.
    mutating func next(at time: Double) -> [Item]? {
        while end <= time {
            if isIdle {
                // However long nothing came, that is one step.
                number = max(number + 1, ((time - length) / step).rounded(.down))
                continue
            }
            let window = pass()
            if !window.isEmpty || keepsEmpty { return window }
        }
        return nil
    }

    /// The next window that holds something, when no more will come.
    mutating func rest() -> [Item]? {
        while !items.isEmpty {
            let window = pass()
            if !window.isEmpty { return window }
        }
        return nil
    }

    /// The items of the window at hand; goes on to the next one.
    private mutating func pass() -> [Item] {
        // Those before the window came between two; those behind it belong to later ones.
        let window = items.lazy.filter { [start, end] in start <= $0.time && $0.time < end }.map(\.item)
        defer {
            number += 1
            items.removeAll { [start] in $0.time < start }
        }
        return Array(window)
    }
}
