/// Items that lie before those of a channel.
struct PreloadedItems<Value> {
    private var items: [Value] = []
    private var taken = 0

    /// Whether there ever were any.
    var wereGiven: Bool { !items.isEmpty }
    var isEmpty: Bool { taken == items.count }
    /// Those that were not taken yet.
    var waiting: [Value] { Array(items[taken...]) }

    mutating func append(_ more: [Value]) { items += more }

    mutating func removeFirst() -> Value? {
        guard !isEmpty else { return nil }
        defer { taken += 1 }
        return items[taken]
    }

    mutating func change(_ change: (Value) -> Value) { items = items.map(change) }

    mutating func removeAll() { taken = items.count }
}
