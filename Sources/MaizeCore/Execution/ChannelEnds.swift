package import MaizeWire

/// How items leave through an output: by a pipe in a run, by memory in a test.
package protocol ItemSender: AnyObject {
    /// Sends one item; waits while the channel is full.
    func send<Value: Encodable>(_ item: Value) throws
    /// Sends several items with as few writes as the channel's room allows.
    func send<Value: Encodable>(contentsOf items: [Value]) throws
    /// Sends an item that is encoded already.
    func send(encoded bytes: UnsafeRawBufferPointer) throws
    /// Sends texts that lie ready as frames, with as few writes as the channel's room allows.
    func send(_ batch: TextBatch) throws
    /// What the node still wants of the files that came to it and that it sends.
    var receivedFiles: ReceivedFilesUse { get set }
    /// Whether the receiver still takes items, as far as is known without waiting.
    var isActive: Bool { get }
    /// Items that were sent.
    var sentCount: Int { get }
    /// Ends the stream; later calls do nothing.
    func close(_ reason: CloseReason)
}

/// How items arrive at an input.
package protocol ItemReceiver: AnyObject {
    /// The next item as it was encoded; waits for it, and gives nil once the stream ended `finished`.
    ///
    /// The bytes are lent until `removePayload()`, which must follow. Nothing here is generic: this is the hot path.
    func nextPayload() throws -> UnsafeRawBufferPointer?
    /// Takes the item that `nextPayload()` lent.
    func removePayload()
    /// Whether the item that `nextPayload()` lent holds files.
    var itemHasFiles: Bool { get }
    /// The files that came here; nil where none can.
    var files: (any ReceivedFiles)? { get }
    /// What the sending port is called, for messages.
    var peerName: String { get }
    /// Whether `receive` would give an item at once.
    var isReady: Bool { get }
    /// Whether an item lies ready, as far as is known without looking for more.
    var hasItem: Bool { get }
    /// Whether the end of the stream is known; items may lie before it.
    var hasEnded: Bool { get }
    /// Whether an item is there or may still come.
    var isActive: Bool { get }
    /// Items that were taken.
    var receivedCount: Int { get }
    /// Tells the sender that nothing more is wanted; later calls do nothing.
    func close()
}

extension ItemReceiver {
    /// Whether an item lies ready, or the stream was cut short and nobody has met that end yet.
    ///
    /// A stream that has ended in good order is no news: others may go on.
    package var hasItemOrBreak: Bool { hasItem || (isActive && hasEnded) }
}

/// What a node can ask of the process (or thread) that runs it.
package protocol NodeContext: AnyObject {
    /// Where the node's records go.
    var recordSink: any RecordSink { get }
    var workDirectory: String { get }
    var shutdownRequested: Bool { get }
    func requestShutdown()
    /// Seconds from the notice of a shutdown until a node that still runs is signalled.
    var grace: Double { get }
    /// Waits until one of `receivers` has an item or has ended, looking first at the one after `start`; its place, or
    /// nil once all have ended `finished`.
    func waitForAny(of receivers: [any ItemReceiver], after start: Int) throws -> Int?
    /// Waits until one of `receivers` has an item, or was cut short, or all of them have ended; false when so many seconds
    /// have passed before that.
    func waitForNews(of receivers: [any ItemReceiver], seconds: Double) throws -> Bool
    /// Waits until all senders of any of `groups` have room for an item, looking first at the group after `start`; the
    /// group's place, or nil once each group has a sender whose receiver has ended.
    func waitForRoom(onAllOfAny groups: [[any ItemSender]], after start: Int) throws -> Int?
    /// Waits until a descriptor is ready, or the receiver has an item or an end; marks what is ready.
    ///
    /// - Throws: the stop when the run's shutdown comes first.
    func wait(for wait: inout DescriptorWait) throws
    /// The words that start a program: by the settings of the machine, else found in `PATH`.
    ///
    /// - Throws: what is wrong with it, and where it was looked for.
    func words(toStart program: String) throws -> [String]
    /// Waits for so many seconds, or throws the stop when the run's shutdown comes first.
    func pause(seconds: Double) throws
    /// Hands encoded results to the process that started the run.
    func deliver(results: [[UInt8]]) throws
    /// Moves the files of a result to a folder that outlives the run, a fresh one where nil; the encoded result.
    func keepFiles<Item: Encodable>(of item: Item, in folder: String?) throws -> [UInt8]
    /// What this thread of control waits for from now on, other than channels.
    func report(_ status: NodeStatus)
}
