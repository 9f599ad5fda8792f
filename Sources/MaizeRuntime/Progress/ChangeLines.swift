internal import MaizeSystem
internal import MaizeWire

/// The course of a run as lines of its log: a line for each node's start and end, and one for each wait that lasts.
struct ChangeLines {
    /// One line; its source is the node.
    struct Line: Equatable {
        var level = LogLevel.info
        var node: Int
        var text: String
    }

    private struct Node {
        var hasStarted = false
        /// When the wait began that nothing was told of yet.
        var untold: (status: NodeStatus, since: MonotonicTime)?
        var lastStatus = NodeStatus.notReady
    }

    private var nodes: [Node]
    private var ended = 0
    /// When waits are to be looked at; nil while there is none that might have to be told.
    private(set) var deadline: MonotonicTime?

    /// Seconds that a wait lasts before it is told.
    static let longWait = 2.0

    init(nodeCount: Int) {
        nodes = [Node](repeating: Node(), count: nodeCount)
    }

    /// The lines that a change of a node's status is worth.
    mutating func status(_ status: NodeStatus, of node: Int, at now: MonotonicTime) -> [Line] {
        if nodes[node].lastStatus != status {
            nodes[node].lastStatus = status
            nodes[node].untold = status.isWait ? (status, now) : nil
            if status.isWait, deadline == nil { deadline = now.advanced(bySeconds: ChangeLines.longWait) }
        }
        guard !nodes[node].hasStarted, status != .notReady, status != .ready else { return [] }
        nodes[node].hasStarted = true
        return [Line(node: node, text: "started")]
    }

    /// The line of a node's end.
    mutating func outcome(_ outcome: NodeOutcome, of node: Int, after seconds: Double, _ counts: NodeCounts) -> Line {
        nodes[node].untold = nil
        ended += 1
        let course =
            nodes[node].hasStarted
            ? " after \(NumberText.seconds(seconds)), \(counts.received) in, \(counts.sent) out" : ""
        let head = "\(NodeState.ended(outcome).words)\(course) (\(ended)/\(nodes.count))"
        switch outcome {
        case .completed: return Line(node: node, text: head)
        case .stopped(let reason), .notStarted(let reason): return Line(node: node, text: "\(head): \(reason)")
        case .tolerated(let error): return Line(level: .warning, node: node, text: "\(head): \(error.message)")
        case .failed(let error): return Line(level: .error, node: node, text: "\(head): \(error.message)")
        case .killed(_, let reason): return Line(level: .error, node: node, text: "\(head): \(reason)")
        }
    }

    /// The waits that have become long, once the deadline has passed; each is told once.
    mutating func longWaits(at now: MonotonicTime, counts: (Int) -> NodeCounts) -> [Line] {
        guard let deadline, deadline <= now else { return [] }
        var lines: [Line] = []
        var next: MonotonicTime?
        for node in nodes.indices {
            guard let wait = nodes[node].untold else { continue }
            let due = wait.since.advanced(bySeconds: ChangeLines.longWait)
            if due > now {
                next = min(next ?? due, due)
                continue
            }
            nodes[node].untold = nil
            let words = NodeState.living(wait.status).words
            let counts = counts(node)
            lines.append(Line(node: node, text: "\(words); so far \(counts.received) in, \(counts.sent) out"))
        }
        self.deadline = next
        return lines
    }
}

extension NodeStatus {
    fileprivate var isWait: Bool {
        switch self {
        case .notReady, .ready, .running: false
        case .waitingForInput, .waitingForOutput, .waitingForResources, .waitingForCommand: true
        }
    }
}
