internal import MaizeWire

/// What a node is doing or has come to, as its last event told.
enum NodeState: Equatable {
    case living(NodeStatus)
    case ended(NodeOutcome)

    var isLiving: Bool {
        if case .living(let status) = self { return status != .notReady }
        return false
    }

    /// The state in words.
    var words: String {
        switch self {
        case .living(.notReady), .ended(.notStarted): "not started"
        case .living(.ready): "starting"
        case .living(.running): "running"
        case .living(.waitingForInput): "waiting for input"
        case .living(.waitingForOutput): "waiting for output"
        case .living(.waitingForResources): "waiting for resources"
        case .living(.waitingForCommand): "waiting for command"
        case .ended(.tolerated): "failed (tolerated)"
        case .ended(let outcome): outcome.word
        }
    }

    /// Whom to show first where there is no room for all: what went wrong, what works, what is held up.
    var rank: Int {
        switch self {
        case .ended(.failed), .ended(.killed): 0
        case .ended(.tolerated): 1
        case .living(.running): 2
        case .living(.waitingForOutput): 3
        case .living(.waitingForCommand), .living(.waitingForResources): 4
        case .living(.waitingForInput): 5
        case .living(.ready): 6
        case .ended(.stopped), .ended(.notStarted): 7
        case .living(.notReady): 8
        case .ended(.completed): 9
        }
    }
}

extension Collection<NodeState> {
    /// What stands for nodes that are not shown: `and 7 more completed`, `and 9 more: 1 running, 8 completed`.
    var andMore: String {
        guard let first, contains(where: { $0.words != first.words }) else {
            return "and \(count) more \(first?.words ?? "")"
        }
        return "and \(count) more: \(tally)"
    }

    /// How many there are of each, those of most interest first: `2 running, 3 completed`.
    var tally: String {
        var counts: [String: (rank: Int, count: Int)] = [:]
        for state in self { counts[state.words, default: (state.rank, 0)].count += 1 }
        return counts.sorted { ($0.value.rank, $0.key) < ($1.value.rank, $1.key) }
            .map { "\($0.value.count) \($0.key)" }.joined(separator: ", ")
    }
}

/// The states of a run's nodes, from its events.
struct NodeStates {
    private(set) var all: [NodeState]
    private let places: [String: Int]

    /// - Parameter paths: The nodes' paths, by which events name them.
    init(_ paths: [String]) {
        all = paths.map { _ in .living(.notReady) }
        places = Dictionary(paths.enumerated().map { ($1, $0) }) { first, _ in first }
    }

    /// Whether some node's counters may change without a word from it.
    var isAnyRunning: Bool { all.contains { $0 == .living(.running) || $0 == .living(.ready) } }

    /// The place of a node in the run.
    func place(of path: String) -> Int? { places[path] }

    /// Takes an event.
    mutating func apply(_ change: RunEvent.Change) {
        switch change {
        case .node(let path, let status, _, _): set(path, .living(status))
        case .outcome(let path, let outcome): set(path, .ended(outcome))
        case .run, .widened, .deadlock, .notice: break
        }
    }

    private mutating func set(_ path: String, _ state: NodeState) {
        guard let place = places[path] else { return }
        // A node's own word on its status may come after its end was found.
        if case .ended = all[place] { return }
        all[place] = state
    }
}
