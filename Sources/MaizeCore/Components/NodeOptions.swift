public import MaizeWire

/// How a node runs, and what it is for, apart from what it computes.
///
/// What is nil is inherited from the graph around.
///
///     try flow.add(ReadLines.self, options: NodeOptions(attempts: 3, failOK: true)) { $0.path = "maybe.txt" }
public struct NodeOptions: Sendable, Hashable {
    /// `run()` is called again and again until a port that it needs has ended.
    public var loop: Bool?
    /// Calls of `run()` at most, for a node that loops; nil for no limit.
    public var maxLoops: Int?
    /// Calls of `run()` until one does not throw; items received or sent by an earlier one stay so.
    public var attempts: Int
    /// A failure of the node does not fail the run: its streams end as if it had finished.
    public var failOK: Bool
    /// The least level that its log records need.
    public var level: LogLevel?
    /// A node that is not active is not started: its streams are empty.
    public var active: Bool
    /// What the component is for in this workflow, in one sentence, for descriptions and drawings.
    public var summary: String

    /// Makes options.
    public init(
        loop: Bool? = nil,
        maxLoops: Int? = nil,
        attempts: Int = 1,
        failOK: Bool = false,
        level: LogLevel? = nil,
        active: Bool = true,
        summary: String = ""
    ) {
        self.loop = loop
        self.maxLoops = maxLoops
        self.attempts = attempts
        self.failOK = failOK
        self.level = level
        self.active = active
        self.summary = summary
    }
}
