internal import MaizeCore
internal import MaizeSystem
internal import MaizeWire

/// The sending end of a channel: frames go into one pipe, credits come back through another.
///
/// An item costs one credit; without one the sender waits. The common send is one `write`.
///
/// Used by the node's thread alone; checks of exclusive access, which no call here can violate, would cost as much as
/// the rest of a send but the write.
final class PipeSender: ItemSender {
    let channel: Int
    private let port: String
    private let data: Descriptor
    private let credit: Descriptor
    private unowned let waiter: NodeWaiter
    private let sharedCount: SharedCounter?
    private let encoder: ItemEncoder
    private let fileSender: FileSender
    private let files: ItemFiles
    private let buffer = ByteBuffer(capacity: 512)
    @exclusivity(unchecked) private var credits: Int
    @exclusivity(unchecked) private var bytesSent = 0
    @exclusivity(unchecked) private var hasLargePipe = false
    @exclusivity(unchecked) private var isClosed = false
    /// The last write stopped somewhere in its bytes.
    @exclusivity(unchecked) private var isTorn = false
    @exclusivity(unchecked) private var spin = ShortSpin()
    @exclusivity(unchecked) private(set) var receiverIsGone = false
    @exclusivity(unchecked) private(set) var sentCount = 0
    @exclusivity(unchecked) private(set) var creditsReceived: Int
    /// What each item ends with on a numbered channel; nil on others.
    var itemNumber: (() -> Int)?

    init(
        _ end: LaunchMessage.ChannelEnd,
        label: String,
        waiter: NodeWaiter,
        node: NodeFiles,
        sharedCount: SharedCounter? = nil
    ) throws {
        let mode = FileMode(rawValue: end.fileMode) ?? .copy  // of a newer form: the safe one
        fileSender = FileSender(inbox: end.inbox, mode: mode, port: label, node: node)
        files = fileSender.files
        encoder = ItemEncoder(userInfo: fileSender.userInfo)
        channel = end.channel
        port = label
        data = Descriptor(owning: end.data)
        credit = Descriptor(owning: end.credit)
        credits = end.traits.contains(.onDemand) ? 0 : end.capacity
        creditsReceived = credits
        self.waiter = waiter
        self.sharedCount = sharedCount
        try data.setNonBlocking()
        try credit.setNonBlocking()
    }

    var isActive: Bool { !isClosed && !receiverIsGone }
    var hasCredit: Bool { credits > 0 }

    // MARK: Sending

    func send<Value: Encodable>(_ item: Value) throws {
        try prepareToSend()
        buffer.removeAll()
        try appendFrame(item)
        if !files.isEmpty { return try sendWithFiles(item) }
        try spend(1)
    }

    /// Sends an item in which files were found.
    private func sendWithFiles<Value: Encodable>(_ item: Value) throws {
        if credits == 0 { takeCredits() }
        if credits == 0 { try waitForCredit() }
        try fileSender.deliver {
            buffer.removeAll()
            try appendFrame(item, .itemWithFiles)
        } put: {
            try spend(1)
        }
    }

    var receivedFiles: ReceivedFilesUse {
        get { fileSender.receivedFiles }
        set { fileSender.receivedFiles = newValue }
    }

    func send(encoded bytes: UnsafeRawBufferPointer) throws {
        try prepareToSend()
        buffer.removeAll()
        let length = bytes.count + (itemNumber == nil ? 0 : ItemNumber.size)
        buffer.append(fixed: try FrameHeader(kind: .item, length: length).word)
        buffer.append(bytes)
        appendNumber()
        try spend(1)
    }

    private func appendNumber() {
        if let itemNumber { buffer.append(fixed: ItemNumber.word(itemNumber())) }
    }

    func send(_ batch: TextBatch) throws {
        guard itemNumber == nil else {
            for place in 0..<batch.count { try send(encoded: batch.item(place)) }
            return
        }
        var next = 0
        while next < batch.count {
            try prepareToSend()
            if credits == 0 { takeCredits() }
            if credits == 0 { try waitForCredit() }
            let sent = next..<min(batch.count, next + credits)
            try write(batch.frames(sent))
            credits -= sent.count
            sentCount += sent.count
            sharedCount?.store(sentCount)
            next = sent.upperBound
        }
    }

    func send<Value: Encodable>(contentsOf items: [Value]) throws {
        var next = 0
        while next < items.count {
            try prepareToSend()
            if credits == 0 { takeCredits() }
            if credits == 0 { try waitForCredit() }
            buffer.removeAll()
            var batch = 0
            while next < items.count, batch < credits, buffer.count < PipeSender.batchSize {
                let start = buffer.count
                do {
                    try appendFrame(items[next])
                } catch {
                    if batch > 0 { try spend(batch) }
                    throw error
                }
                // What was gathered goes first; then this one goes alone.
                if !files.isEmpty {
                    buffer.truncate(to: start)
                    break
                }
                next += 1
                batch += 1
            }
            if batch > 0 { try spend(batch) }
            guard !files.isEmpty else { continue }
            try sendWithFiles(items[next])
            next += 1
        }
    }

    /// Bytes after which a batch is written: what a pipe holds by default.
    private static let batchSize = 1 << 16
    /// A frame above the default size of a pipe gets a larger one, where the user's quota allows it.
    private static let largePipe: Int32 = 1 << 20

    private func prepareToSend() throws {
        if !files.isEmpty { files.forget() }  // of an item that could not be sent
        if waiter.isShutDown { throw waiter.shutdownStop() }
        if isTorn { throw Stop(.receiverGone(port: port)) }
        if isClosed { throw WorkflowError(.usage, "output '\(port)' was closed, so nothing can be sent") }
        if receiverIsGone { throw Stop(.receiverGone(port: port)) }
        // What a node makes of a stream that was cut short is sent to nobody, even if its code ignored the error.
        if let broken = waiter.brokenStream { throw broken }
    }

    private func appendFrame<Value: Encodable>(_ item: Value, _ kind: FrameKind = .item) throws {
        let start = buffer.reserve(FrameHeader.size)
        do {
            try encoder.encode(item, into: buffer)
            appendNumber()
            let header = try FrameHeader(kind: kind, length: buffer.count - start - FrameHeader.size)
            buffer.overwrite(fixed: header.word, at: start)
        } catch {
            buffer.truncate(to: start)
            files.forget()
            throw error
        }
    }

    private func spend(_ items: Int) throws {
        if credits == 0 { takeCredits() }
        if credits == 0 { try waitForCredit() }
        try write(buffer.bytes)
        credits -= items
        sentCount += items
        sharedCount?.store(sentCount)
    }

    private func waitForCredit() throws {
        let cameSoon = spin.run {
            takeCredits()
            return hasCredit || receiverIsGone
        }
        if cameSoon, !receiverIsGone { return }
        try waiter.wait(for: .room(onAnyOf: [self]))
        if receiverIsGone { throw Stop(.receiverGone(port: port)) }
    }

    /// Writes all of `bytes`, which are whole frames.
    ///
    /// When a stop comes in the middle of it, nothing more may follow, not even the close frame: its bytes would be
    /// taken for the rest of the item. The stream then ends without a word, which its receiver takes for broken.
    private func write(_ bytes: UnsafeRawBufferPointer) throws {
        isTorn = true
        var rest = bytes
        if rest.count > 1 << 16, !hasLargePipe {
            hasLargePipe = true
            data.growPipe(to: PipeSender.largePipe)
        }
        while !rest.isEmpty {
            do {
                if let count = try data.write(rest) {
                    bytesSent += count
                    rest = UnsafeRawBufferPointer(rebasing: rest[count...])
                } else {
                    try waiter.wait(for: .bytes(on: [self]))
                }
            } catch let error as SystemError where error.isBrokenPipe {
                receiverIsGone = true
            }
            if receiverIsGone { throw Stop(.receiverGone(port: port)) }
        }
        isTorn = false
    }

    // MARK: Waiting

    /// The descriptor whose being readable ends a wait for a credit.
    var creditNumber: Int32 { credit.number }
    /// The descriptor whose being writable ends a wait for space.
    var dataNumber: Int32 { data.number }

    /// Takes in the credits that have come back; end-of-file means that the receiver has ended.
    func takeCredits() {
        withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 4) { room in
            while true {
                let count: Int
                do {
                    guard let got = try credit.read(into: room) else { return }
                    count = got
                } catch {
                    count = 0  // a pipe that cannot be read has no receiver any more either
                }
                if count == 0 {
                    receiverIsGone = true
                    return
                }
                for offset in stride(from: 0, to: count - 3, by: 4) {
                    let more = Int(room.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
                    credits += more
                    creditsReceived += more
                }
                if count < room.count { return }
            }
        }
    }

    /// Whether frames may still be under way from here.
    var isOpen: Bool { !receiverIsGone && (!isClosed || unwrittenClose != nil) }

    /// What the sender has counted; `bytesTaken` is read off the pipe.
    var counters: OutputCounters {
        OutputCounters(
            channel: channel,
            framesSent: sentCount + (isClosed ? 1 : 0),
            creditsReceived: creditsReceived,
            bytesTaken: bytesSent - data.pendingBytes()
        )
    }

    // MARK: Closing

    /// The bytes of the close frame that could not be written yet; nil when nothing is left to do.
    private var unwrittenClose: [UInt8]?

    func close(_ reason: CloseReason) {
        guard beginClose(reason) else { return }
        // The stop of a shutdown leaves the stream without its last frame, which its receiver takes for broken.
        _ = Result { try finishClose() }
    }

    /// Queues the close frame and writes what fits; true while something is left to be written.
    func beginClose(_ reason: CloseReason) -> Bool {
        guard !isClosed else { return unwrittenClose != nil }
        isClosed = true
        guard !receiverIsGone, !isTorn, let header = try? FrameHeader(kind: .close, length: reason.payload.count) else {
            return false  // a reason is at most a kilobyte, so it always has a header
        }
        unwrittenClose = withUnsafeBytes(of: header.word) { Array($0) } + reason.payload
        return continueClose()
    }

    /// Writes more of the close frame; true while something is left.
    func continueClose() -> Bool {
        guard let bytes = unwrittenClose else { return false }
        do {
            let written = try bytes.withUnsafeBytes { try data.write($0) } ?? 0
            bytesSent += written
            unwrittenClose = written == bytes.count ? nil : Array(bytes[written...])
        } catch {
            unwrittenClose = nil  // nobody is left to read it
            receiverIsGone = true
        }
        return unwrittenClose != nil
    }

    private func finishClose() throws {
        while unwrittenClose != nil {
            try waiter.wait(for: .bytes(on: [self]))
            _ = continueClose()
        }
    }
}
