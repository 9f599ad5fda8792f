public import MaizeWire

/// What came of a run in memory.
///
///     let result = try InMemoryRun(flow).execute()
///     #expect(result.status == .completed)
///     #expect(result.undelivered.isEmpty)
public struct InMemoryResult: Sendable {
    /// One node's part.
    ///
    ///     let result = try InMemoryRun(flow).execute()
    ///     #expect(result["filter"]?.received == 100)
    public struct NodeRecord: Sendable, Hashable {
        /// The node's path.
        public var path: String
        /// How it ended.
        public var outcome: NodeOutcome
        /// Items that it received.
        public var received: Int
        /// Items that it sent.
        public var sent: Int
        /// Its `workDirectory`, if it asked for it, with what it left there.
        ///
        /// The folder goes with the result: keep that in a variable while you look at files.
        public var folder: String?
    }

    /// One record that a node logged.
    ///
    ///     let log = try InMemoryRun(flow).execute().log
    ///     #expect(log.contains { $0.source == "filter" && $0.level == .warning })
    public struct LogLine: Sendable, Hashable {
        /// The node's path.
        public var source: String
        /// How much it matters.
        public var level: LogLevel
        /// What it says.
        public var message: String
    }

    /// What the run came to.
    public var status: RunStatus
    /// The nodes, in the order in which they were added.
    public var nodes: [NodeRecord]
    /// Channels on which items were lost at the end, with their number.
    public var undelivered: [String: Int]
    /// Channels that were widened, with their last capacity.
    public var widened: [String: Int]
    /// For a deadlock: who waits on what, a line a node.
    public var deadlock: [String]
    /// For a run that ran out of time: what each node did that had not ended, a line a node.
    public var stillRunning: [String]
    /// What the nodes logged.
    public var log: [LogLine]
    /// Things that the user should know.
    public var notices: [String]
    /// The node whose failure ended the run.
    public var firstFailure: String?
    /// What the node of `firstFailure` threw, or the first one whose failure was tolerated.
    public var error: (any Error)?
    /// The time limit ended the run.
    public var ranOutOfTime: Bool
    /// Holds the nodes' folders, and the files of items that were not received, as those that a rig collects, as long as
    /// the result is there.
    var files: FileFolder?

    /// The record of a node.
    public subscript(path: String) -> NodeRecord? { nodes.first { $0.path == path } }
}
