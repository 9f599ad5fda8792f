/// The items of both sides that wait for partners, by their keys.
struct JoinTable {
    /// An item as it was encoded.
    struct Held {
        /// How many came before it, on whatever side.
        let number: Int
        let bytes: [UInt8]
        let hasFiles: Bool
    }

    /// The items of one key.
    struct Entry {
        var left: [Held] = []
        var right: [Held] = []

        subscript(side: JoinSide) -> [Held] {
            get { side == .left ? left : right }
            set { if side == .left { left = newValue } else { right = newValue } }
        }
    }

    /// What the arrays and the place in the dictionary take beside the bytes, about.
    private static let itemCost = 96
    private static let keyCost = 192

    private var entries: [[UInt8]: Entry] = [:]
    /// The bytes that all of it takes, about.
    private(set) var size = 0

    /// The items of a side that have a key.
    func items(with key: [UInt8], on side: JoinSide) -> [Held] { entries[key]?[side] ?? [] }

    /// Keeps an item.
    mutating func add(_ item: Held, _ key: [UInt8], on side: JoinSide) {
        size += item.bytes.count + JoinTable.itemCost
        if entries[key] == nil { size += key.count + JoinTable.keyCost }
        // In place: a copy of a long list for each item of it would cost more than all the rest.
        if side == .left {
            entries[key, default: Entry()].left.append(item)
        } else {
            entries[key, default: Entry()].right.append(item)
        }
    }

    /// Forgets the items of a key.
    mutating func remove(_ key: [UInt8]) {
        guard let entry = entries.removeValue(forKey: key) else { return }
        size -= key.count + JoinTable.keyCost
        for item in entry.left + entry.right { size -= item.bytes.count + JoinTable.itemCost }
    }

    /// The items without a partner, in the order in which they came.
    var unmatched: [(side: JoinSide, item: Held)] {
        entries.values.filter { $0.left.isEmpty != $0.right.isEmpty }
            .flatMap { entry in entry.left.map { (.left, $0) } + entry.right.map { (.right, $0) } }
            .sorted { $0.item.number < $1.item.number }
    }

    /// Gives all items, those of each key in the order in which they came, and forgets them.
    mutating func drain(_ body: (JoinSide, [UInt8], Held) throws -> Void) rethrows {
        for (key, entry) in entries {
            for item in entry.left { try body(.left, key, item) }
            for item in entry.right { try body(.right, key, item) }
        }
        entries = [:]
        size = 0
    }
}
