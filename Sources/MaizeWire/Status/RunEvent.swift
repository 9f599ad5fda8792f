/// One change in a run: everything that is shown or recorded of a run is a view of these.
///
///     var options = RunOptions()
///     options.observer = { event in print(event.sequence, event.time, event.change) }
///     try flow.execute(options)
public struct RunEvent: Codable, Sendable, Hashable {
    /// What changed.
    ///
    ///     var options = RunOptions()
    ///     options.observer = { event in
    ///         switch event.change {
    ///         case .outcome(let path, let outcome): print("\(path): \(outcome.word)")
    ///         case .notice(let text): print(text)
    ///         default: break
    ///         }
    ///     }
    public enum Change: Codable, Sendable, Hashable {
        /// The run as a whole.
        case run(RunStatus)
        /// What a node is doing, and how many items it had received and sent when it said so.
        case node(path: String, status: NodeStatus, received: Int?, sent: Int?)
        /// A node ended.
        case outcome(path: String, outcome: NodeOutcome)
        /// A full channel of a knot got more room.
        case widened(channel: String, capacity: Int, first: Bool)
        /// A set of nodes can never move again; told once, with those that wait for them by then.
        case deadlock([DeadlockWait])
        /// Something that the user should know.
        case notice(String)
    }

    /// Counts up from 1 in each run.
    public var sequence: Int
    /// Seconds since 1970.
    public var time: Double
    /// What changed.
    public var change: Change

    /// Makes an event.
    public init(sequence: Int, time: Double, change: Change) {
        self.sequence = sequence
        self.time = time
        self.change = change
    }
}
