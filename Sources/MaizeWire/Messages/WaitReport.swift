/// What a node waits for: any one of the listed channels can end the wait.
package struct Wait: Hashable, Sendable {
    /// The input channels on which an item would end the wait.
    package var inputs: [Int]
    /// The output channels on which a credit would end the wait.
    package var roomOn: [Int]
    /// The output channels that have a credit but a full pipe: space in the pipe would end the wait.
    package var bytesOn: [Int]
    /// Whether nothing but these channels can end the wait: false with a deadline, on a command, on a resource.
    package var isPure: Bool

    /// Creates a wait that ends as soon as one of the channels is ready.
    package init(inputs: [Int] = [], roomOn: [Int] = [], bytesOn: [Int] = [], isPure: Bool = true) {
        self.inputs = inputs
        self.roomOn = roomOn
        self.bytesOn = bytesOn
        self.isPure = isPure
    }
}

/// What the receiver of a channel counted so far.
package struct InputCounters: Hashable, Sendable {
    /// The channel that is counted.
    package var channel: Int
    /// The frames read from the pipe, those still in memory included.
    package var framesReceived: Int
    /// The credits given to the sender, the initial capacity and every widening included.
    package var creditsGranted: Int
    /// The credits that a channel on demand keeps back until its node waits for an item.
    package var creditsWithheld: Int
    /// Whether the receiver stopped reading because of the bytes it holds, and has read nothing since it said so.
    package var isAtByteLimit: Bool
    /// The bytes read from the pipe.
    package var bytesRead: Int

    /// Creates the counters of a channel's receiving end.
    package init(
        channel: Int,
        framesReceived: Int,
        creditsGranted: Int,
        creditsWithheld: Int = 0,
        isAtByteLimit: Bool = false,
        bytesRead: Int = 0
    ) {
        self.channel = channel
        self.framesReceived = framesReceived
        self.creditsGranted = creditsGranted
        self.creditsWithheld = creditsWithheld
        self.isAtByteLimit = isAtByteLimit
        self.bytesRead = bytesRead
    }
}

/// What the sender of a channel counted so far.
package struct OutputCounters: Hashable, Sendable {
    /// The channel that is counted.
    package var channel: Int
    /// The frames written to the pipe as a whole.
    package var framesSent: Int
    /// The credits received, the initial capacity and every widening included.
    package var creditsReceived: Int
    /// The bytes that the receiver had read when the pipe was last found full: those written less those in the pipe.
    package var bytesTaken: Int

    /// Creates the counters of a channel's sending end.
    package init(channel: Int, framesSent: Int, creditsReceived: Int, bytesTaken: Int = 0) {
        self.channel = channel
        self.framesSent = framesSent
        self.creditsReceived = creditsReceived
        self.bytesTaken = bytesTaken
    }
}

/// What a node publishes once a wait has lasted a few milliseconds.
///
/// It is published again, during the same wait, when something in it changes that the wait does not end by: an input
/// reaches its byte limit, a stop of the receiver is heard on a channel whose pipe is full, a widening was carried out.
package struct WaitReport: Hashable, Sendable {
    /// The node that waits.
    package var node: Int
    /// What it waits for.
    package var wait: Wait
    /// The counters of its open inputs: one that it closed, or whose end it has read, is left out.
    package var inputs: [InputCounters]
    /// The counters of its open outputs: one that it closed is left out.
    package var outputs: [OutputCounters]
    /// How many widenings of its inputs the node has carried out, so that an older report is told from a newer one.
    package var widenings: Int

    /// Creates the report of one wait.
    package init(node: Int, wait: Wait, inputs: [InputCounters], outputs: [OutputCounters], widenings: Int) {
        self.node = node
        self.wait = wait
        self.inputs = inputs
        self.outputs = outputs
        self.widenings = widenings
    }
}
