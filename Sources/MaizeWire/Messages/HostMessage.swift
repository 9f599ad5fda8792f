/// What a node's process tells the coordinator.
package enum HostMessage: Sendable {
    /// Its status changed; a wait comes with what could end it and the counters of all its channels.
    case status(NodeStatus, WaitReport?)
    /// It asks for the end of the run.
    case requestShutdown
    /// A `Return` node received items, here in their encoded form.
    case returned([[UInt8]])
    /// Something that the user should know, such as a repeated attempt.
    case notice(String)
    /// The node's end, sent after its ports were closed: the last message.
    case ended(NodeOutcome, counters: ChannelCounts)
}

/// What the coordinator tells a node's process.
package enum CoordinatorMessage: Codable, Sendable {
    /// The run ends: stop at the next send or receive.
    case shutdown(reason: String)
    /// A channel of which this node is the receiver gets more room.
    case grow(channel: Int, credits: Int, bytes: Int)
}
