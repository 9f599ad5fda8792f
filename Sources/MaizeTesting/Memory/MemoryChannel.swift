internal import MaizeWire

/// An item on its way through memory.
struct MemoryItem: Sendable {
    var bytes: [UInt8]
    /// Whether files lie in the receiver's inbox for it.
    var hasFiles = false
}

/// A channel in memory: the encoded items that were sent and not taken yet, and how each end stands.
///
/// Capacity means what it means for a pipe: items that were not taken. The network's lock guards all of it.
struct MemoryChannel {
    /// The number of the node that sends.
    let sender: Int
    /// The number of the node that receives.
    let receiver: Int
    /// Items that fit, widenings included.
    private(set) var capacity: Int
    private let isOnDemand: Bool
    /// Room that a channel on demand keeps back until its receiver waits for an item.
    private var withheld: Int
    private(set) var wasWidened = false
    /// How the stream ended, once its sender has closed it; items may lie before the end.
    private(set) var end: CloseReason?
    /// Items after which the receiver wants no more; nil for one that takes them all.
    var limit: Int?
    private var receiverHasLeft = false
    private(set) var sentCount = 0
    private(set) var receivedCount = 0
    private var items: [MemoryItem] = []
    /// The place of the first item that was not taken.
    private var head = 0

    init(sender: Int, receiver: Int, capacity: Int, isOnDemand: Bool = false) {
        self.isOnDemand = isOnDemand
        withheld = isOnDemand ? capacity : 0
        self.sender = sender
        self.receiver = receiver
        self.capacity = capacity
    }

    var count: Int { items.count - head }
    var receiverIsGone: Bool { receiverHasLeft || limit.map { sentCount >= $0 } ?? false }
    /// Items that were sent and not received, whether they still lie here or not.
    var lostCount: Int { sentCount - receivedCount }
    /// What was not taken, first item first.
    var rest: ArraySlice<MemoryItem> { items[head...] }
    var hasItem: Bool { count > 0 }
    var hasRoom: Bool { count + withheld < capacity }
    /// Whether a wait for an item is over: one is there, or the end.
    var hasNews: Bool { hasItem || end != nil || receiverIsGone }

    /// What an end can know of its channel without waiting.
    struct View {
        var hasItem: Bool
        var hasEnded: Bool
        var isBroken: Bool
        var receiverIsGone: Bool
        var sentCount: Int
        var receivedCount: Int
    }

    var view: View {
        View(
            hasItem: hasItem,
            hasEnded: end != nil || receiverIsGone,
            isBroken: !receiverHasLeft && end.map { $0 != .finished } ?? false,
            receiverIsGone: receiverIsGone,
            sentCount: sentCount,
            receivedCount: receivedCount
        )
    }

    mutating func append(_ item: MemoryItem) {
        items.append(item)
        sentCount += 1
    }

    var first: MemoryItem? { hasItem ? items[head] : nil }

    mutating func removeFirst() {
        // An end that left meanwhile has nothing any more.
        guard hasItem else { return }
        items[head] = MemoryItem(bytes: [])
        head += 1
        receivedCount += 1
        if isOnDemand { withheld += 1 }
        // Emptied places at the front are dropped when they are the larger part.
        if head * 2 > items.count {
            items.removeFirst(head)
            head = 0
        }
    }

    /// The receiver waits for an item.
    mutating func ask() { withheld = 0 }

    mutating func widen(by extra: Int) {
        capacity += extra
        wasWidened = true
    }

    mutating func finish(_ reason: CloseReason) {
        if end == nil { end = reason }
    }

    /// Nothing more is wanted, be it an item or how the stream ends; what was not taken is lost.
    mutating func receiverLeaves() {
        receiverHasLeft = true
        items = []
        head = 0
    }
}
