/// Items that went through a node so far.
struct NodeCounts: Equatable {
    /// Items that it received, over all its inputs.
    var received = 0
    /// Items that it sent, over all its outputs.
    var sent = 0
}

/// How full an input is.
struct InputFill: Equatable {
    /// The port, with its place in a multi port.
    var port: String
    /// Items that were sent and not yet received.
    var queued: Int
    /// Items that may be.
    var capacity: Int

    /// What is counted at both ends is not read at one moment: what cannot be is left out.
    init(port: String, sent: Int, received: Int, capacity: Int) {
        self.port = port
        self.queued = min(max(0, sent - received), capacity)
        self.capacity = capacity
    }
}
