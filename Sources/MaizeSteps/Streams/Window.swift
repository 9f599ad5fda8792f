public import MaizeCore

/// Makes lists of neighbouring items, which may overlap: the stream seen through a window that moves on.
///
///     1, 2, 3, 4, 5 ─▶ Window(count: 3, step: 1) ─▶ [1, 2, 3], [2, 3, 4], [3, 4, 5]
///
///     1, 2, 3, 4, 5 ─▶ Window(count: 2) ─▶ [1, 2], [3, 4]
///
///     1, 2, 3, 4, 5 ─▶ Window(count: 1, step: 2) ─▶ [1], [3], [5]
///
/// Each window holds `count` items; the next one begins `step` items later. With a `step` of `count`, as without any, the
/// windows lie side by side; with a smaller one they overlap, with a larger one items between them are left out.
///
/// Windows that the end of the stream cuts short are not sent, so that all have the same size, unless `partial` is true:
/// then each that has begun is sent with what it has, in the first example `[4, 5]` and `[5]` too. An empty stream has no
/// window. It holds `count` items in memory. Files are sent as copies or links, never moved, and stay with this node until
/// the run's end.
///
///     let read = try flow.add(ReadJSON<Double>.self) { $0.path = "temperatures.jsonl" }
///     let window = try flow.add(Window<Double>.self) {
///         $0.count = 24
///         $0.step = 1
///     }
///     try flow.connect(read.out, to: window.inp)
public final class Window<Item: Codable & Sendable>: Node {
    /// How many items a window holds, at least 1.
    @Parameter(rule: .atLeast(1), help: "items in a window") public var count = 1
    /// How many items later the next window begins, at least 1; `count` unless it is given.
    @Parameter(rule: .ifGiven(.atLeast(1)), help: "items from the begin of a window to that of the next")
    public var step: Int?
    /// Whether windows are sent too that the end of the stream cuts short.
    @Parameter(help: "also windows that the end of the stream cuts short") public var partial = false
    /// The items.
    public let inp = Input<Item>()
    /// The windows.
    public let out = Output<[Item]>()

    /// Makes windows until the input has ended.
    override public func run() throws {
        var windows = CountWindows<Item>(count: count, step: step ?? count)
        // Another window may need them too.
        out.useReceivedFiles(.sentAgain)
        while let item = try inp.next() {
            if let window = windows.add(item) { try out.send(window) }
        }
        while partial, let window = windows.next() { try out.send(window) }
    }
}

extension Window: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type { Window<Other>.self }
}

/// The items of the window at hand, and those that the next ones will hold.
struct CountWindows<Item> {
    private let count: Int
    private let step: Int
    private var items: [Item] = []
    /// Items that still come before the next window begins.
    private var gap = 0

    init(count: Int, step: Int) {
        self.count = count
        self.step = step
    }

    /// Takes one item more; a window that is full with it.
    mutating func add(_ item: Item) -> [Item]? {
        if gap > 0 {
            gap -= 1
            return nil
        }
        items.append(item)
        return items.count == count ? next() : nil
    }

    /// The window at hand, full or not, and goes on to the next; nil if that has not begun.
    mutating func next() -> [Item]? {
        guard !items.isEmpty else { return nil }
        defer {
            gap = max(0, step - items.count)
            items.removeFirst(min(step, items.count))
        }
        return items
    }
}
