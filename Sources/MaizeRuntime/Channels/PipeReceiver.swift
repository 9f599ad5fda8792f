internal import MaizeCore
internal import MaizeSystem
internal import MaizeWire

/// The receiving end of a channel: frames are read ahead into memory, credits go back as items are taken.
final class PipeReceiver: ItemReceiver {
    let channel: Int
    private let port: String
    private let peer: String
    private let toleratesSender: Bool
    private var data: Descriptor?
    private var credit: Descriptor?
    private unowned let waiter: NodeWaiter
    private let decoder = ItemDecoder()
    private let buffer = FrameBuffer()
    private var capacity: Int
    /// Items taken for which no credit went back yet.
    private var owedCredits = 0
    private var creditsGranted: Int
    private var framesReceived = 0
    private var bytesReceived = 0
    private var byteLimit = PipeReceiver.defaultByteLimit
    /// How the stream ended, once its end was read; items before it may still be in the buffer.
    private var streamEnd: CloseReason?
    private var brokenWasThrown = false
    /// The last read found nothing: waiting first saves a call that would find nothing again.
    private var foundNothing = false
    private(set) var receivedCount = 0

    /// Bytes that are read ahead of the node, beyond the first item.
    static let defaultByteLimit = 64 << 20

    init(_ end: LaunchMessage.ChannelEnd, label: String, waiter: NodeWaiter) throws {
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
        capacity = end.capacity
        creditsGranted = end.capacity
        self.waiter = waiter
    }

    // MARK: Receiving

    func receive<Value: Decodable>(_ type: Value.Type) throws -> Value? {
        try receiveEncoded { payload in
            do {
                return try decoder.decode(type, from: payload)
            } catch let error as DecodingError {
                throw WorkflowError(.value, "input '\(port)': what \(peer) sent is no \(type): \(error)")
            }
        }
    }

    func receiveEncoded<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) throws -> Result? {
        if waiter.isShutDown { throw Stop(.shutdown) }
        while true {
            if let (kind, payload) = buffer.peek() {
                if kind == .item {
                    let result = Swift.Result { try body(payload) }
                    buffer.removeFirst()
                    try takeOne()
                    return try result.get()
                }
                throw FrameError.unexpectedKind(kind)
            }
            if let streamEnd { return try ended(streamEnd) }
            if data == nil { return nil }
            if foundNothing {
                try waiter.wait(for: .items(from: [self]))
            } else if try !readAhead() {
                foundNothing = true
            }
        }
    }

    private func takeOne() throws {
        receivedCount += 1
        owedCredits += 1
        foundNothing = false
        // Half the capacity at a time: the sender still has the other half while this is under way.
        if owedCredits * 2 >= capacity { returnCredits() }
    }

    private func ended<Result>(_ end: CloseReason) throws -> Result? {
        switch end {
        case .finished: return nil
        case .broken(let culprit):
            brokenWasThrown = true
            waiter.noteBrokenStream(by: culprit)
            throw StreamBroken(port: port, culprit: culprit)
        }
    }

    var isReady: Bool {
        if buffer.completeFrames == 0, streamEnd == nil { _ = Result { try readAhead() } }  // an error comes at receive
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
        framesReceived += buffer.completeFrames - before
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
            isAtByteLimit: isAtByteLimit,
            bytesRead: bytesReceived
        )
    }

    func close() {
        data = nil
        credit = nil
        if streamEnd == nil { streamEnd = .finished }
    }
}
