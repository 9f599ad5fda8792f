public import MaizeWire

/// What came of a run.
///
///     let summary = try flow.execute()
///     print("\(summary.count("completed")) of \(summary.nodes.count) nodes completed in \(summary.duration) s")
public struct RunSummary: Sendable {
    /// One node's part.
    ///
    ///     let summary = try flow.execute()
    ///     for node in summary.nodes { print(node.path, node.outcome.word, node.received, node.sent) }
    public struct NodeRecord: Sendable, Hashable {
        /// The node's path.
        public var path: String
        /// How it ended.
        public var outcome: NodeOutcome
        /// Seconds from the start of its process to its end.
        public var duration: Double
        /// Items that it received.
        public var received: Int
        /// Items that it sent.
        public var sent: Int
    }

    /// Items that `send` returned for and that nobody received.
    ///
    ///     for loss in try flow.execute().undelivered { print("\(loss.items) items were lost on \(loss.channel)") }
    public struct Undelivered: Sendable, Hashable {
        /// The channel, as `sender -> receiver`.
        public var channel: String
        /// How many.
        public var items: Int
    }

    /// Files that were moved out of their sender's hands and that nobody received.
    ///
    ///     for kept in try flow.execute().keptFiles { print("\(kept.items) items of \(kept.channel) are in \(kept.folder)") }
    public struct KeptFiles: Sendable, Hashable {
        /// The channel, as `sender -> receiver`.
        public var channel: String
        /// How many items they belong to.
        public var items: Int
        /// The folder that they lie in, a numbered one for each item.
        public var folder: String
    }

    /// The workflow's name.
    public var workflow: String
    /// What the run came to.
    public var status: RunStatus
    /// The nodes, in the order in which they were added.
    public var nodes: [NodeRecord]
    /// Channels on which items were lost at the end.
    public var undelivered: [Undelivered]
    /// Channels that were widened, with their last capacity.
    public var widened: [String: Int]
    /// For a deadlock: each of its nodes with what it waits for; those that wait for each other come first.
    public var deadlock: [DeadlockWait]
    /// The signal that ended the run.
    public var signal: Int32?
    /// Things that the user should know.
    public var notices: [String]
    /// Seconds from the start to the end.
    public var duration: Double
    /// The run's folder, where it was kept.
    public var scratch: String?
    /// Why not everything could be started, where the machine did not give what the run needed.
    public var launchFailure: String?
    /// The node whose failure ended the run.
    public var firstFailure: String?
    /// Moved files that were not received, or not handed on, where there are any: the run's folder is kept for them.
    public var keptFiles: [KeptFiles] = []
    /// Items by which channels could be widened.
    package var wideningLimit = 0

    /// How many nodes ended that way.
    public func count(_ word: String) -> Int { nodes.filter { $0.outcome.word == word }.count }

    /// The record of a node.
    public subscript(path: String) -> NodeRecord? { nodes.first { $0.path == path } }

    /// The exit status that a program ends with.
    public var exitCode: Int32 {
        if let signal { return 128 + signal }
        switch status {
        case .completed: return 0
        case .failed where launchFailure != nil: return 4
        // A deadlock that was told and did not end the run leaves the status to what did.
        case .failed where !deadlock.isEmpty && firstFailure == nil: return 3
        default: return 1
        }
    }
}
