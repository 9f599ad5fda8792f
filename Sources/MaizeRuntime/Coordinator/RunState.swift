internal import MaizeSystem
internal import MaizeWire

/// The decisions of a run, without any effect of its own: who has ended and how, what a failure stops, whom to signal
/// next.
///
/// The coordinator feeds it what happens and carries out what it answers. Each node gets exactly one outcome, when its
/// process has been reaped.
struct RunState {
    enum Event {
        case started(Int)
        case couldNotStart(Int, reason: String)
        /// The node's own word on its end; its process is still to be reaped.
        case ended(Int, NodeOutcome)
        case processEnded(Int, ProcessEnd)
        /// The node did something that it must not; it is ended for that.
        case misbehaved(Int, ErrorRecord)
        case shutdownRequested(by: Int)
        /// A look at the waits is over: these nodes, if any, are in deadlocks.
        case deadlocked([DeadlockWait])
        case signalled(Int32)
        case timePassed
    }

    enum Action: Equatable {
        /// Every node that lives is told of the shutdown.
        case notify(reason: String)
        /// The node's whole process group gets a signal.
        case signal(Int, Int32)
        case outcome(Int, NodeOutcome)
        case notice(String)
    }

    /// How long each step of the way from asking to killing may take, in seconds.
    struct Ladder: Equatable {
        /// From the notice to SIGTERM.
        var grace = 1.5
        /// From SIGTERM to SIGKILL.
        var afterTerminate = 0.5
        /// From SIGKILL until a process is given up, which only a fault of the kernel or a device can cause.
        var afterKill = 3.0
        /// From a node's own word that it ended to SIGKILL.
        var afterEnd = 2.0
    }

    /// Why the whole run is being ended.
    enum Cause: Equatable {
        case failure(Int)
        case requested(Int)
        case deadlock
        case signal(Int32)
        case launch
    }

    private struct NodeState {
        var isLive = false
        var told: NodeOutcome?
        var outcome: NodeOutcome?
        var killAt: MonotonicTime?
        var wasSignalled = false
    }

    private enum Rung { case none, notified, terminated, killed }

    private var nodes: [NodeState]
    private let toleratesFailure: [Bool]
    private let names: [String]
    private let ladder: Ladder
    private let deadlockPolicy: DeadlockPolicy
    /// By path, the nodes that were in deadlocks at the last look.
    private var deadlocked: [String: DeadlockWait] = [:]
    private var rung = Rung.none
    private var nextRungAt: MonotonicTime?
    private(set) var cause: Cause?
    /// The first node whose failure counts.
    private(set) var firstFailure: Int?

    /// - Parameters:
    ///   - names: The nodes' paths.
    ///   - toleratesFailure: For each node, whether its failure does not count (`failOK`).
    ///   - ladder: The steps of the shutdown.
    ///   - deadlock: Whether a deadlock ends the run while other nodes can go on.
    init(
        names: [String],
        toleratesFailure: [Bool],
        ladder: Ladder = Ladder(),
        deadlock: DeadlockPolicy = .end
    ) {
        self.names = names
        self.toleratesFailure = toleratesFailure
        self.ladder = ladder
        deadlockPolicy = deadlock
        nodes = [NodeState](repeating: NodeState(), count: names.count)
    }

    var outcomes: [NodeOutcome?] { nodes.map(\.outcome) }
    var isEverybodyDone: Bool { nodes.allSatisfy { $0.outcome != nil } }
    var isShuttingDown: Bool { rung != .none }
    func isLive(_ node: Int) -> Bool { nodes[node].isLive }

    /// When `timePassed` is to be fed in, at the latest.
    var deadline: MonotonicTime? {
        (nodes.lazy.filter(\.isLive).compactMap(\.killAt) + [nextRungAt].compactMap(\.self)).min()
    }

    mutating func handle(_ event: Event, at now: MonotonicTime) -> [Action] {
        switch event {
        case .started(let node):
            nodes[node].isLive = true
            return []
        case .couldNotStart(let node, let reason):
            guard nodes[node].outcome == nil else { return [] }
            return record(node, .notStarted(reason: reason))
        case .ended(let node, let outcome):
            return ended(node, outcome, now)
        case .processEnded(let node, let end):
            guard nodes[node].isLive else { return [] }
            nodes[node].isLive = false
            let outcome = nodes[node].told ?? outcome(of: end, node: node)
            return record(node, outcome) + shutDownAfter(node, outcome, now)
        case .misbehaved(let node, let error):
            guard nodes[node].isLive, nodes[node].told == nil else { return [] }
            nodes[node].told = toleratesFailure[node] ? .tolerated(error) : .failed(error)
            nodes[node].wasSignalled = true
            return [.signal(node, Signals.kill)]
        case .shutdownRequested(let node):
            return begin(.requested(node), reason: "\(names[node]) asked for it", now)
        case .deadlocked(let waits):
            deadlocked = Dictionary(uniqueKeysWithValues: waits.map { ($0.node, $0) })
            return endsByDeadlock ? begin(.deadlock, reason: "a deadlock", now) : []
        case .signalled(let signal):
            if case .signal = cause { return kill(now) }
            let actions = begin(.signal(signal), reason: Signals.name(signal), now)
            cause = .signal(signal)
            return actions
        case .timePassed:
            return climb(now)
        }
    }

    /// What could not be started ends the run; `reason` is what the nodes that were started are told.
    mutating func abandonLaunch(reason: String, at now: MonotonicTime) -> [Action] {
        begin(.launch, reason: reason, now)
    }

    // MARK: Ends

    /// Whether the deadlocks of this moment end the run: all nodes that have not ended are in them, or one is enough.
    private var endsByDeadlock: Bool {
        if deadlocked.isEmpty { return false }
        switch deadlockPolicy {
        case .end: return true
        case .report:
            return nodes.indices.allSatisfy { node in
                nodes[node].told != nil || nodes[node].outcome != nil || deadlocked[names[node]] != nil
            }
        }
    }

    private mutating func ended(_ node: Int, _ outcome: NodeOutcome, _ now: MonotonicTime) -> [Action] {
        guard nodes[node].isLive, nodes[node].told == nil else { return [] }
        var outcome = outcome
        if isShuttingDown, case .stopped = outcome, let wait = deadlocked[names[node]] {
            outcome = .stopped(reason: "it was in a deadlock: it waited \(wait.goal)")
        }
        nodes[node].told = outcome
        nodes[node].killAt = now.advanced(bySeconds: ladder.afterEnd)
        return shutDownAfter(node, outcome, now)
    }

    private mutating func record(_ node: Int, _ outcome: NodeOutcome) -> [Action] {
        nodes[node].outcome = outcome
        return [.outcome(node, outcome)]
    }

    private mutating func shutDownAfter(_ node: Int, _ outcome: NodeOutcome, _ now: MonotonicTime) -> [Action] {
        guard outcome.isFailure, !nodes[node].wasSignalled || nodes[node].told != nil else { return [] }
        if firstFailure == nil { firstFailure = node }
        return begin(.failure(node), reason: "\(names[node]) failed", now)
    }

    /// What a process's end means when its node said nothing.
    private func outcome(of end: ProcessEnd, node: Int) -> NodeOutcome {
        let name = names[node]
        switch end {
        case .exited(status: 0) where isShuttingDown:
            return .stopped(reason: "its process exited with status 0 before run() returned")
        case .exited(let status):
            // Status 0 too: whoever leaves with `_exit(0)` has not said that its streams are whole.
            let error = ErrorRecord(
                kind: "exit",
                message: "its process exited with status \(status) before run() returned"
            )
            return toleratesFailure[node] ? .tolerated(error) : .failed(error)
        case .unknown:
            let error = ErrorRecord(
                kind: "exit",
                message: "how its process ended is not known: it was reaped elsewhere"
            )
            return toleratesFailure[node] ? .tolerated(error) : .failed(error)
        case .signalled(let signal) where nodes[node].wasSignalled:
            return .killed(signal: signal, reason: "\(name) did not end within its grace")
        case .signalled(let signal):
            if Signals.isCrash(signal) {
                let error = ErrorRecord(kind: "signal", message: "crashed with \(Signals.name(signal))")
                return toleratesFailure[node] ? .tolerated(error) : .failed(error)
            }
            let reason = "somebody outside of the run, or the kernel for lack of memory, sent \(Signals.name(signal))"
            if toleratesFailure[node] { return .tolerated(ErrorRecord(kind: "signal", message: reason)) }
            return .killed(signal: signal, reason: reason)
        }
    }

    // MARK: The ladder

    private mutating func begin(_ why: Cause, reason: String, _ now: MonotonicTime) -> [Action] {
        guard rung == .none else { return [] }
        cause = why
        rung = .notified
        nextRungAt = now.advanced(bySeconds: ladder.grace)
        return [.notify(reason: reason)]
    }

    private mutating func climb(_ now: MonotonicTime) -> [Action] {
        var actions: [Action] = []
        for node in nodes.indices where nodes[node].isLive {
            guard let killAt = nodes[node].killAt, killAt <= now else { continue }
            nodes[node].killAt = nil
            actions.append(.signal(node, Signals.kill))
        }
        guard let next = nextRungAt, next <= now else { return actions }
        let late = nodes.indices.filter { nodes[$0].isLive && nodes[$0].told == nil }
        switch rung {
        case .notified:
            rung = .terminated
            nextRungAt = now.advanced(bySeconds: ladder.afterTerminate)
            if !late.isEmpty {
                actions.append(.notice("still running after \(ladder.grace) s: \(list(late)); sending SIGTERM"))
            }
            for node in late { nodes[node].wasSignalled = true }
            return actions + late.map { .signal($0, Signals.terminate) }
        case .terminated:
            if !late.isEmpty { actions.append(.notice("ignored SIGTERM: \(list(late)); killing")) }
            return actions + kill(now)
        case .none, .killed:
            // Beyond SIGKILL: a process that hangs in the kernel cannot be waited for.
            nextRungAt = nil
            let left = nodes.indices.filter { nodes[$0].isLive }
            for node in left { nodes[node].isLive = false }
            return actions
                + left.flatMap { node in
                    record(
                        node,
                        .killed(signal: Signals.kill, reason: "\(names[node]) could not be ended; it was left behind")
                    )
                }
        }
    }

    private mutating func kill(_ now: MonotonicTime) -> [Action] {
        // Killing again gives nobody more time.
        if rung != .killed { nextRungAt = now.advanced(bySeconds: ladder.afterKill) }
        rung = .killed
        return nodes.indices.filter { nodes[$0].isLive }.map { node in
            nodes[node].wasSignalled = true
            return .signal(node, Signals.kill)
        }
    }

    private func list(_ nodes: [Int]) -> String {
        let shown = nodes.prefix(5).map { names[$0] }.joined(separator: ", ")
        return nodes.count > 5 ? shown + " and \(nodes.count - 5) more" : shown
    }
}
