internal import MaizeWire
@testable import MaizeRuntime

/// A channel of a simulated network: frames go forward through a pipe, credits and stops come back.
///
/// Whatever is under way stays so until the end that it goes to looks, which is what makes reports stale.
struct SimulatedChannel {
    let sender: Int
    let receiver: Int
    var capacity: Int
    /// The frames that fit into the pipe.
    let pipeLimit: Int
    /// The frames that the receiver reads ahead at most: its byte limit, with frames of one size.
    var heldLimit: Int
    /// Credits are given only when the receiver waits for an item.
    let isOnDemand: Bool

    private(set) var framesSent = 0
    private(set) var inPipe = 0
    private(set) var held = 0
    private(set) var creditsGranted: Int
    private(set) var creditsReceived: Int
    /// The items taken for which no credit was given yet.
    private var owed: Int
    private var stopsSent = 0
    private var stopsReceived = 0

    var isSenderGone = false
    var isReceiverGone = false
    var isEndSeenByReceiver = false
    var isEndSeenBySender = false

    init(sender: Int, receiver: Int, capacity: Int, pipeLimit: Int, heldLimit: Int, isOnDemand: Bool = false) {
        self.sender = sender
        self.receiver = receiver
        self.capacity = capacity
        self.pipeLimit = pipeLimit
        self.heldLimit = heldLimit
        self.isOnDemand = isOnDemand
        owed = isOnDemand ? capacity : 0
        creditsGranted = capacity - owed
        creditsReceived = capacity - owed
    }

    var isAtHeldLimit: Bool { held >= heldLimit }
    var isPipeFull: Bool { inPipe >= pipeLimit }
    var hasCredit: Bool { creditsReceived > framesSent }
    var areCreditsUnderWay: Bool { creditsReceived < creditsGranted }
    var isStopUnderWay: Bool { stopsReceived < stopsSent }
    /// The items sent and not yet taken.
    var queued: Int { inPipe + held }

    // MARK: The sender

    mutating func send() {
        framesSent += 1
        inPipe += 1
    }

    mutating func collectCredits() {
        creditsReceived = creditsGranted
    }

    mutating func hearStops() {
        stopsReceived = stopsSent
    }

    func outputCounters(index: Int) -> OutputCounters {
        OutputCounters(
            channel: index,
            framesSent: framesSent,
            creditsReceived: creditsReceived,
            bytesTaken: stopsReceived
        )
    }

    // MARK: The receiver

    mutating func readAhead() {
        inPipe -= 1
        held += 1
        if isAtHeldLimit { stopsSent += 1 }
    }

    mutating func take() {
        if held > 0 { held -= 1 } else { inPipe -= 1 }
        owed += 1
        if owed * 2 >= capacity, !isOnDemand { returnCredits() }
    }

    mutating func returnCredits() {
        creditsGranted += owed
        owed = 0
    }

    mutating func widen(by credits: Int, held frames: Int) {
        capacity += credits
        creditsGranted += credits
        heldLimit += frames
        if isOnDemand { returnCredits() }
    }

    func inputCounters(index: Int) -> InputCounters {
        InputCounters(
            channel: index,
            framesReceived: framesSent - inPipe,
            creditsGranted: creditsGranted,
            creditsWithheld: isOnDemand ? owed : 0,
            isAtByteLimit: isAtHeldLimit,
            bytesRead: stopsSent
        )
    }
}
