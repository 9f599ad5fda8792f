import MaizeSystem
import MaizeWire

@testable import MaizeRuntime
import SeededRandom

/// One random run as the coordinator would feed it, in virtual time, with all that must hold checked on the way.
struct RunHistory {
    private var random: SeededGenerator
    private var state: RunState
    private let count: Int
    private let policy: DeadlockPolicy
    private var now = MonotonicTime(nanoseconds: 0)
    private var nodes: [NodeHistory]
    private var shutdownAt: MonotonicTime?
    /// When signals came after the first one: each kills everybody.
    private var killOrders: [MonotonicTime] = []
    private var signalsSeen = 0
    /// The nodes that were found in deadlocks by the last look.
    private var deadlocked: Set<Int> = []
    private(set) var faults: [String] = []

    private struct NodeHistory {
        /// Its process never ends, whatever it is sent.
        var isImmortal = false
        var isStarted = false
        var processHasEnded = false
        var toldAt: MonotonicTime?
        var misbehavedAt: MonotonicTime?
        var goneAt: MonotonicTime?
        var outcome: NodeOutcome?
        var terms: [MonotonicTime] = []
        var kills: [MonotonicTime] = []
    }

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        count = Int.random(in: 1...8, using: &random)
        var tolerates: [Bool] = []
        nodes = []
        for _ in 0..<count {
            tolerates.append(random.once(in: 4))
            nodes.append(NodeHistory(isImmortal: random.once(in: 5)))
        }
        policy = random.once(in: 2) ? .end : .report
        state = RunState(names: (0..<count).map { "n\($0)" }, toleratesFailure: tolerates, deadlock: policy)
    }

    mutating func play() {
        for node in 0..<count {
            if state.isShuttingDown || random.once(in: 8) {
                feed(.couldNotStart(node, reason: "no room"))
            } else {
                nodes[node].isStarted = true
                feed(.started(node))
            }
            if random.once(in: 2) { step() }
        }
        for _ in 0..<Int.random(in: 0...30, using: &random) { step() }
        // Then the run is ended, and nothing happens any more but time.
        feed(.shutdownRequested(by: 0))
        while !state.isEverybodyDone {
            guard let deadline = state.deadline else { return faults.append("nothing is waited for any more") }
            pass(to: deadline)
            if faults.count > 3 { return }
        }
        checkTheEnd()
    }

    // MARK: What happens

    private mutating func step() {
        pass(to: now.advanced(bySeconds: Double(random.next() % 700) / 1000))
        let node = Int.random(in: 0..<count, using: &random)
        switch random.next() % 12 {
        case 0...2:
            let ends: [ProcessEnd] = [.exited(status: 0), .exited(status: 1), .signalled(11), .signalled(9), .unknown]
            endProcess(node, ends[Int(random.next() % 5)])
        case 3, 4: tell(node, .completed)
        case 5: tell(node, .stopped(reason: "its neighbour ended"))
        case 6: tell(node, .failed(ErrorRecord(kind: "Odd", message: "odd")))
        case 7 where isAlive(node):
            if nodes[node].toldAt == nil { nodes[node].misbehavedAt = nodes[node].misbehavedAt ?? now }
            feed(.misbehaved(node, ErrorRecord(kind: "protocol", message: "nonsense")))
        case 8 where random.once(in: 2):
            signalsSeen += 1
            if signalsSeen > 1 { killOrders.append(now) }
            feed(.signalled(2))
        case 9: findDeadlock()
        case 10 where isAlive(node) && random.once(in: 4): feed(.shutdownRequested(by: node))
        default: feed(.timePassed)
        }
    }

    /// Time goes on, and is fed in at each moment that was asked for.
    private mutating func pass(to moment: MonotonicTime) {
        while let deadline = state.deadline, deadline <= moment {
            now = max(now, deadline)
            feed(.timePassed)
            if state.deadline == deadline { return faults.append("time passed and nothing came of it") }
        }
        now = moment
    }

    private func isAlive(_ node: Int) -> Bool {
        nodes[node].isStarted && !nodes[node].processHasEnded && nodes[node].outcome == nil
    }

    /// Some nodes that have not said that they ended are in a deadlock, or all of them.
    private mutating func findDeadlock() {
        let left = (0..<count).filter { nodes[$0].outcome == nil && nodes[$0].toldAt ?? nodes[$0].misbehavedAt == nil }
        let isEverybody = random.once(in: 4)
        let found = left.filter { _ in isEverybody || random.once(in: 3) }
        let wasShuttingDown = state.isShuttingDown
        // The coordinator does not look any more once the run is being ended.
        if wasShuttingDown { return }
        feed(.deadlocked(found.map { .stuck("n\($0)") }))
        deadlocked = Set(found)
        let ends = !found.isEmpty && (policy == .end || found == left)
        if state.isShuttingDown != ends {
            faults.append("\(found) of \(left) in a deadlock \(ends ? "does not end" : "ends") the run")
        }
        if ends, state.cause != .deadlock { faults.append("the cause is \(state.cause as Any)") }
    }

    private mutating func tell(_ node: Int, _ outcome: NodeOutcome) {
        guard isAlive(node) else { return }
        if nodes[node].misbehavedAt == nil { nodes[node].toldAt = nodes[node].toldAt ?? now }
        feed(.ended(node, outcome))
    }

    private mutating func endProcess(_ node: Int, _ end: ProcessEnd) {
        guard isAlive(node), !nodes[node].isImmortal else { return }
        nodes[node].processHasEnded = true
        feed(.processEnded(node, end))
    }

    private mutating func feed(_ event: RunState.Event) {
        let wasShuttingDown = state.isShuttingDown
        let actions = state.handle(event, at: now)
        if !wasShuttingDown, state.isShuttingDown { shutdownAt = now }
        var signalled: [Int] = []
        for action in actions {
            switch action {
            case .outcome(let node, let outcome):
                if nodes[node].outcome != nil { faults.append("n\(node) ended twice") }
                nodes[node].outcome = outcome
                nodes[node].goneAt = now
                checkWhyStopped(node, outcome)
            case .signal(let node, let signal):
                if !isAlive(node) { faults.append("n\(node) was sent \(signal) and does not live") }
                if signal == Signals.kill { nodes[node].kills.append(now) } else { nodes[node].terms.append(now) }
                signalled.append(node)
            case .notify: if wasShuttingDown { faults.append("a second notice") }
            case .notice: break
            }
        }
        // A process that was signalled ends at once, later or never.
        for node in signalled where random.once(in: 2) { endProcess(node, .signalled(Signals.kill)) }
    }

    // MARK: What must hold

    /// A node that was stopped in a deadlock says so; nobody else does.
    private mutating func checkWhyStopped(_ node: Int, _ outcome: NodeOutcome) {
        guard case .stopped(let reason) = outcome, let shutdownAt, let toldAt = nodes[node].toldAt else { return }
        // What was told in the very moment of the shutdown may have come before it.
        guard toldAt != shutdownAt else { return }
        let isInDeadlock = deadlocked.contains(node) && toldAt > shutdownAt
        if reason.contains("deadlock: it waited for an item") != isInDeadlock {
            faults.append("n\(node), in a deadlock: \(isInDeadlock), stopped: \(reason)")
        }
    }

    private mutating func checkTheEnd() {
        let ladder = RunState.Ladder()
        guard let begun = shutdownAt else { return faults.append("no shutdown began") }
        let terminateAt = begun.advanced(bySeconds: ladder.grace)
        let killAt = terminateAt.advanced(bySeconds: ladder.afterTerminate)
        let doneAt = nodes.compactMap(\.goneAt).max() ?? begun
        if doneAt > killAt.advanced(bySeconds: ladder.afterKill) {
            faults.append("over \(doneAt.seconds(since: begun)) s after the shutdown began")
        }
        let firstKillOrder = killOrders.first
        for (number, node) in nodes.enumerated() {
            guard node.outcome != nil, let goneAt = node.goneAt else {
                faults.append("n\(number) has no outcome")
                continue
            }
            if node.terms.contains(where: { $0 != terminateAt }) { faults.append("n\(number): SIGTERM out of turn") }
            let deadlines = [killAt, node.misbehavedAt, node.toldAt?.advanced(bySeconds: ladder.afterEnd)]
            if node.kills.contains(where: { !deadlines.contains($0) && !killOrders.contains($0) }) {
                faults.append("n\(number): SIGKILL out of turn")
            }
            let wasOrdered = firstKillOrder.map { $0 <= terminateAt } ?? false
            let wasTold = [node.toldAt, node.misbehavedAt].contains { $0.map { $0 <= terminateAt } ?? false }
            guard node.isStarted else { continue }
            if goneAt > terminateAt, !wasOrdered, !wasTold, node.terms != [terminateAt] {
                faults.append("n\(number): no SIGTERM")
            }
            if goneAt > killAt, !node.kills.contains(where: { $0 <= killAt }) {
                faults.append("n\(number): no SIGKILL")
            }
            for order in killOrders where node.isStarted && goneAt > order && !node.kills.contains(order) {
                faults.append("n\(number): a second signal did not kill it at once")
            }
        }
    }
}
