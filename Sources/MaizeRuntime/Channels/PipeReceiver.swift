internal import MaizeCore
internal import MaizeSystem
internal import MaizeWire

/// The receiving end of a channel: frames are read ahead into memory, credits go back as items are taken.
///
/// Used by the node's thread alone; checks of exclusive access, which no call here can violate, would cost as much as
/// the rest of taking an item.
final class PipeReceiver: ItemReceiver {
    let channel: Int
    private let port: String
    private let peer: String
    private let toleratesSender: Bool
    /// Credits go back only when the node waits for an item.
    let isOnDemand: Bool
    private var data: Descriptor?
    private var credit: Descriptor?
    private unowned let waiter: NodeWaiter
    private let sharedCount: SharedCounter?
    private let buffer = FrameBuffer()
    @exclusivity(unchecked) private var capacity: Int
    /// Items taken for which no credit went back yet.
    @exclusivity(unchecked) private var owedCredits: Int
    /// So many of them go back at once: the sender still has the other half of the capacity while they are under way.
    @exclusivity(unchecked) private var returnsAt: Int
    @exclusivity(unchecked) private var creditsGranted: Int
    @exclusivity(unchecked) private var framesReceived = 0
    @exclusivity(unchecked) private var bytesReceived = 0
    private var byteLimit = PipeReceiver.defaultByteLimit
    /// How the stream ended, once its end was read; items before it may still be in the buffer.
    @exclusivity(unchecked) private var streamEnd: CloseReason?
    private var brokenWasThrown = false
    /// Items come one at a time, or the last read found nothing: waiting first saves a call that finds nothing.
    @exclusivity(unchecked) private var expectsNothing = false
    @exclusivity(unchecked) private var spin = ShortSpin()
    @exclusivity(unchecked) private(set) var receivedCount = 0
    @exclusivity(unchecked) private(set) var itemHasFiles = false
    @exclusivity(unchecked) private var isLending = false
    /// Where the files of items are.
    let inbox: Inbox
    var files: (any ReceivedFiles)? { inbox }

    /// Bytes that are read ahead of the node, beyond the first item.
    static let defaultByteLimit = 64 << 20

    init(_ end: LaunchMessage.ChannelEnd, label: String, waiter: NodeWaiter, sharedCount: SharedCounter? = nil) throws {
        channel = end.channel
        port = label
        peer = end.peer
        toleratesSender = end.toleratesSender
        let data = Descriptor(owning: end.data)
        let credit = Descriptor(owning: end.credit)
        try data.setNonBlocking()
        try credit.setNonBlocking()
        self.data = consume data
        self.credit = consume credit
        isOnDemand = end.traits.contains(.onDemand)
        capacity = end.capacity
        owedCredits = isOnDemand ? end.capacity : 0
        creditsGranted = end.capacity - owedCredits
        returnsAt = isOnDemand ? .max : (end.capacity + 1) / 2
        self.waiter = waiter
        self.sharedCount = sharedCount
        inbox = Inbox(end.inbox)
    }

    // MARK: Receiving

    func nextPayload() throws -> UnsafeRawBufferPointer? {
        if waiter.isShutDown { throw waiter.shutdownStop() }
        while true {
            if let (kind, payload) = buffer.peek() {
                guard kind.isItem else { throw FrameError.unexpectedKind(kind) }
                itemHasFiles = kind == .itemWithFiles
                isLending = true
                return payload
            }
            if let streamEnd { return try ended(streamEnd) }
            if data == nil { return nil }
            if expectsNothing {
                expectsNothing = false
                if isOnDemand { returnCredits() }
                if try spin.run({ try readAhead() }) { continue }
                try waiter.wait(for: .item(from: self))
            } else if try !readAhead() {
                expectsNothing = true
            }
        }
    }

    func removePayload() {
        buffer.removeFirst()
        if itemHasFiles { inbox.take() }
        isLending = false
        receivedCount += 1
        sharedCount?.store(receivedCount)
        owedCredits += 1
        if owedCredits >= returnsAt { returnCredits() }
    }

    /// Items that the node has taken or is looking at.
    var begunCount: Int { receivedCount + (isLending ? 1 : 0) }

    var peerName: String { peer }

    private func ended(_ end: CloseReason) throws -> UnsafeRawBufferPointer? {
        switch end {
        case .finished: return nil
        case .broken(let culprit):
            brokenWasThrown = true
            let broken = StreamBroken(port: port, culprit: culprit)
            waiter.note(broken)
            throw broken
        }
    }

    var isReady: Bool {
        if buffer.completeFrames == 0, streamEnd == nil {
            if isOnDemand { returnCredits() }
            _ = Result { try readAhead() }  // an error comes at receive
        }
        return buffer.completeFrames > 0
    }

    var isActive: Bool {
        if buffer.completeFrames > 0 { return true }
        // A broken end that the node has not met yet must be met, at its next receive.
        if case .broken = streamEnd { return !brokenWasThrown }
        return streamEnd == nil && data != nil
    }

    var hasItem: Bool { buffer.completeFrames > 0 }
    var hasEnded: Bool { streamEnd != nil || data == nil }
    /// Whether frames may still come.
    var isOpen: Bool { !hasEnded }

    /// Whether a wait for this input is over: an item is there, or the end.
    var hasNews: Bool { hasItem || hasEnded }

    // MARK: Reading ahead

    /// The descriptor to wait on; nil when nothing more can or may be read now.
    var readableNumber: Int32? {
        guard streamEnd == nil, !isAtByteLimit else { return nil }
        return data?.number
    }

    /// Whether nothing more is read until the node takes an item.
    var isAtByteLimit: Bool {
        buffer.completeFrames > 0 && buffer.byteCount - buffer.firstFrameSize >= byteLimit
    }

    /// Reads what is there; false when that was nothing.
    @discardableResult
    func readAhead() throws -> Bool {
        guard streamEnd == nil, data != nil, !isAtByteLimit else { return false }
        let before = buffer.completeFrames
        let count: Int?
        do {
            count = try buffer.fill { room throws(SystemError) in try data?.read(into: room) }
        } catch let error as FrameError {
            streamEnd = .broken(by: "\(peer), which sent \(error)")
            return true
        }
        let frames = buffer.completeFrames - before
        framesReceived += frames
        expectsNothing = frames == 1 && before == 0
        switch count {
        case nil: return false
        case 0:
            endWithoutClose()
        case let count?:
            bytesReceived += count
            streamEnd = buffer.closeReason
        }
        return true
    }

    /// The sender's process is gone without a word: broken, unless its failure is tolerated.
    private func endWithoutClose() {
        if toleratesSender {
            streamEnd = .finished
        } else if let missing = buffer.missingBytes {
            streamEnd = .broken(by: "\(peer), which ended inside an item (\(missing) bytes are missing)")
        } else {
            streamEnd = .broken(by: "\(peer), which ended without closing its stream")
        }
    }

    // MARK: Credits

    /// Gives all credits back that the sender has not got yet.
    func returnCredits() {
        guard owedCredits > 0, credit != nil else { return }
        let count = UInt32(clamping: owedCredits)
        // A full pipe or a sender that has ended: it has credits enough, or needs none.
        let written = Result { try withUnsafeBytes(of: count) { bytes in try credit?.write(bytes) } }
        guard case .success(.some) = written else { return }
        owedCredits -= Int(count)
        creditsGranted += Int(count)
    }

    /// Gives the sender more room than the channel was made with.
    func widen(credits: Int, bytes: Int) {
        capacity += credits
        owedCredits += credits
        if !isOnDemand { returnsAt = (capacity + 1) / 2 }
        byteLimit += bytes
        returnCredits()
    }

    /// What the receiver has counted; nil once the stream has ended.
    var counters: InputCounters? {
        guard streamEnd == nil, data != nil else { return nil }
        return InputCounters(
            channel: channel,
            framesReceived: framesReceived,
            creditsGranted: creditsGranted,
            creditsWithheld: isOnDemand ? owedCredits : 0,
            isAtByteLimit: isAtByteLimit,
            bytesRead: bytesReceived
        )
    }

    func close() {
        data = nil
        credit = nil
        buffer.removeAll()
        // Whatever the stream's end was or would be: nobody wants to know it any more.
        streamEnd = .finished
    }
}
