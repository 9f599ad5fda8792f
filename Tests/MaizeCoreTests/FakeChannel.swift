import MaizeCore
import MaizeWire
import Synchronization

/// The receiving end of a channel that is all in memory: what would wait is an error instead.
final class FakeReceiver: ItemReceiver {
    struct WouldWait: Error {}

    private var items: [[UInt8]] = []
    private var end: CloseReason?
    private var brokenWasThrown = false
    private var lent: UnsafeMutableRawBufferPointer?
    private(set) var receivedCount = 0
    private(set) var isClosed = false

    init<Value: Encodable>(_ values: [Value] = [Int](), end: CloseReason? = nil) throws {
        items = try values.map { try ItemCoder.encodeItem($0) }
        self.end = end
    }

    func put<Value: Encodable>(_ value: Value) throws { items.append(try ItemCoder.encodeItem(value)) }
    func finish(_ reason: CloseReason = .finished) { end = reason }

    func nextPayload() throws -> UnsafeRawBufferPointer? {
        if let item = items.first {
            let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: item.count, alignment: 8)
            copy.copyBytes(from: item)
            lent = copy
            return UnsafeRawBufferPointer(copy)
        }
        switch end {
        case .finished: return nil
        case .broken(let culprit):
            brokenWasThrown = true
            throw StreamBroken(port: "inp", culprit: culprit)
        case nil: throw WouldWait()
        }
    }

    func removePayload() {
        receivedCount += 1
        items.removeFirst()
        lent?.deallocate()
        lent = nil
    }

    var peerName: String { "peer.out" }
    var itemHasFiles: Bool { false }
    var files: (any ReceivedFiles)? { nil }

    var isReady: Bool { !items.isEmpty }
    var hasItem: Bool { !items.isEmpty }
    var hasEnded: Bool { end != nil }
    var isActive: Bool {
        if case .broken = end { return !items.isEmpty || !brokenWasThrown }
        return !items.isEmpty || end == nil
    }
    func close() { isClosed = true }
}

/// The sending end.
final class FakeSender: ItemSender {
    private(set) var items: [[UInt8]] = []
    private(set) var closed: CloseReason?
    var receiverIsGone = false
    var receivedFiles = ReceivedFilesUse.unknown
    /// How many more items it takes until its receiver goes.
    var patience = Int.max

    func send<Value: Encodable>(_ item: Value) throws {
        try ItemCoder.encodeItem(item).withUnsafeBytes { try send(encoded: $0) }
    }

    func send<Value: Encodable>(contentsOf items: [Value]) throws { for item in items { try send(item) } }

    func send(encoded bytes: UnsafeRawBufferPointer) throws {
        if patience == 0 { receiverIsGone = true }
        if receiverIsGone { throw Stop(.receiverGone(port: "out")) }
        patience -= 1
        items.append(Array(bytes))
    }

    func send(_ batch: TextBatch) throws {
        for place in 0..<batch.count { try send(encoded: batch.item(place)) }
    }

    func values<Value: Decodable>(_ type: Value.Type) throws -> [Value] {
        try items.map { try ItemCoder.decodeItem(type, from: $0) }
    }

    var isActive: Bool { !receiverIsGone && closed == nil }
    var sentCount: Int { items.count }
    func close(_ reason: CloseReason) { closed = closed ?? reason }
}

/// What runs a node in these tests.
final class FakeContext: NodeContext {
    private(set) var results: [[UInt8]] = []
    private(set) var asksForShutdown = false
    var logLevel: LogLevel {
        get { sink.level }
        set { sink.contents.withLock { $0.level = newValue } }
    }
    private let sink = FakeSink()
    var recordSink: any RecordSink { sink }
    var records: [String] { sink.contents.withLock { $0.records } }
    var workDirectory = "/fake"
    var shutdownRequested = false

    var grace = 1.5
    func requestShutdown() { asksForShutdown = true }
    func wait(for wait: inout DescriptorWait) throws {}
    func pause(seconds: Double) throws {}
    func words(toStart program: String) throws -> [String] { ["/fake/\(program)"] }
    func deliver(results: [[UInt8]]) throws { self.results += results }
    func keepFiles<Item: Encodable>(of item: Item, in folder: String?) throws -> [UInt8] {
        try ItemCoder.encodeItem(item)
    }
    func report(_ status: NodeStatus) {}

    /// Time passes at once.
    func waitForNews(of receivers: [any ItemReceiver], seconds: Double) throws -> Bool {
        receivers.contains(where: \.hasItemOrBreak) || receivers.allSatisfy(\.hasEnded)
    }

    func waitForRoom(onAllOfAny groups: [[any ItemSender]], after start: Int) throws -> Int? {
        groups.firstIndex { $0.allSatisfy(\.isActive) }
    }

    func waitForAny(of receivers: [any ItemReceiver], after start: Int) throws -> Int? {
        guard !receivers.isEmpty else { return nil }
        let order = (1...receivers.count).map { (start + $0) % receivers.count }
        if let place = order.first(where: { receivers[$0].hasItem }) { return place }
        if let broken = order.first(where: { receivers[$0].hasEnded && receivers[$0].isActive }) { return broken }
        if receivers.allSatisfy({ !$0.isActive }) { return nil }
        throw FakeReceiver.WouldWait()
    }
}

/// Keeps what a node logs.
private final class FakeSink: RecordSink {
    struct Contents {
        var level = LogLevel.info
        var records: [String] = []
    }

    let contents = Mutex(Contents())
    var level: LogLevel { contents.withLock { $0.level } }

    func write(_ level: LogLevel, _ message: String) {
        contents.withLock { $0.records.append("\(level.label) \(message)") }
    }
}
