import MaizeSystem
import MaizeWire
import Testing

@testable import MaizeRuntime

@Suite struct RunStateTests {
    private let start = MonotonicTime(nanoseconds: 0)
    private let error = ErrorRecord(kind: "Odd", message: "odd")

    private func state(_ count: Int = 2, tolerating: Set<Int> = [], started: Bool = true) -> RunState {
        var state = RunState(
            names: (0..<count).map { "n\($0)" },
            toleratesFailure: (0..<count).map { tolerating.contains($0) }
        )
        if started { for node in 0..<count { _ = state.handle(.started(node), at: start) } }
        return state
    }

    private func at(_ seconds: Double) -> MonotonicTime { start.advanced(bySeconds: seconds) }

    @Test func `nodes that say how they ended are believed once their processes are gone`() {
        var state = state()
        #expect(state.handle(.ended(0, .completed), at: start) == [])
        #expect(state.isLive(0))
        #expect(state.handle(.processEnded(0, .exited(status: 0)), at: start) == [.outcome(0, .completed)])
        _ = state.handle(.ended(1, .stopped(reason: "x")), at: start)
        #expect(!state.isEverybodyDone)
        #expect(state.handle(.processEnded(1, .signalled(9)), at: start) == [.outcome(1, .stopped(reason: "x"))])
        #expect(state.isEverybodyDone && !state.isShuttingDown && state.cause == nil)
        #expect(state.outcomes == [.completed, .stopped(reason: "x")])
    }

    @Test func `a process that does not end after its node's last word is killed`() {
        var state = state()
        _ = state.handle(.ended(0, .completed), at: start)
        #expect(state.deadline == at(2))
        #expect(state.handle(.timePassed, at: at(1.9)) == [])
        #expect(state.handle(.timePassed, at: at(2)) == [.signal(0, Signals.kill)])
        #expect(state.handle(.processEnded(0, .signalled(9)), at: at(2)) == [.outcome(0, .completed)])
        #expect(!state.isShuttingDown)
    }

    @Test func `a failure shuts the run down and is the first of several`() {
        var state = state(3)
        #expect(state.handle(.ended(1, .failed(error)), at: start) == [.notify(reason: "n1 failed")])
        #expect(state.firstFailure == 1 && state.cause == .failure(1))
        #expect(state.handle(.ended(0, .failed(error)), at: start) == [])
        #expect(state.firstFailure == 1)
        #expect(state.handle(.processEnded(1, .exited(status: 0)), at: start) == [.outcome(1, .failed(error))])
    }

    @Test func `a tolerated failure stops nobody`() {
        var state = state(tolerating: [0])
        #expect(state.handle(.ended(0, .tolerated(error)), at: start) == [])
        #expect(!state.isShuttingDown)
        for end in [ProcessEnd.exited(status: 3), .signalled(11), .signalled(9), .unknown] {
            var state = self.state(tolerating: [0])
            let actions = state.handle(.processEnded(0, end), at: start)
            guard actions.count == 1, case .outcome(0, .tolerated) = actions[0] else {
                Issue.record("\(end) gave \(actions)")
                continue
            }
            #expect(!state.isShuttingDown)
        }
    }

    @Test func `a process that ends without a word means what its end says`() {
        func outcome(_ end: ProcessEnd) -> String {
            var state = self.state()
            let actions = state.handle(.processEnded(0, end), at: start)
            #expect(state.isShuttingDown == (actions.count == 2))
            guard case .outcome(0, let outcome) = actions.first else { return "nothing" }
            return outcome.word
        }
        #expect(outcome(.exited(status: 0)) == "failed")
        #expect(outcome(.exited(status: 1)) == "failed")
        #expect(outcome(.signalled(11)) == "failed")
        #expect(outcome(.signalled(4)) == "failed")
        #expect(outcome(.signalled(9)) == "killed")
        #expect(outcome(.signalled(15)) == "killed")
        #expect(outcome(.unknown) == "failed")
    }

    @Test func `the ladder is notice, grace, SIGTERM, SIGKILL, and names who was slow`() {
        var state = state()
        #expect(state.handle(.shutdownRequested(by: 0), at: start) == [.notify(reason: "n0 asked for it")])
        #expect(state.deadline == at(1.5))
        #expect(state.handle(.timePassed, at: at(1.4)) == [])
        _ = state.handle(.ended(0, .completed), at: at(1))
        _ = state.handle(.processEnded(0, .exited(status: 0)), at: at(1))
        #expect(
            state.handle(.timePassed, at: at(1.5)) == [
                .notice("still running after 1.5 s: n1; sending SIGTERM"), .signal(1, Signals.terminate),
            ]
        )
        #expect(state.deadline == at(2))
        #expect(
            state.handle(.timePassed, at: at(2)) == [
                .notice("ignored SIGTERM: n1; killing"), .signal(1, Signals.kill),
            ]
        )
        let killed = state.handle(.processEnded(1, .signalled(9)), at: at(2.1))
        #expect(killed == [.outcome(1, .killed(signal: 9, reason: "n1 did not end within its grace"))])
        #expect(state.isEverybodyDone)
    }

    @Test func `a process that outlives SIGKILL is left behind`() {
        var state = state(1)
        _ = state.handle(.deadlocked([.stuck("n0")]), at: start)
        for seconds in [1.5, 2] { _ = state.handle(.timePassed, at: at(seconds)) }
        #expect(state.deadline == at(5))
        let actions = state.handle(.timePassed, at: at(5))
        guard case .outcome(0, .killed(_, let reason)) = actions.first else {
            Issue.record("\(actions)")
            return
        }
        #expect(reason.contains("left behind"))
        #expect(state.isEverybodyDone)
        #expect(state.deadline == nil)
        // Should it end after all, that is no second outcome.
        #expect(state.handle(.processEnded(0, .signalled(9)), at: at(6)) == [])
    }

    @Test func `a second signal kills at once, whatever began the shutdown`() {
        var state = state()
        #expect(state.handle(.signalled(2), at: start) == [.notify(reason: "SIGINT")])
        #expect(state.handle(.signalled(2), at: at(0.1)) == [.signal(0, 9), .signal(1, 9)])
        var failing = self.state()
        _ = failing.handle(.ended(0, .failed(error)), at: start)
        #expect(failing.handle(.signalled(15), at: start) == [])
        #expect(failing.cause == .signal(15))
        #expect(failing.handle(.signalled(15), at: start) == [.signal(0, 9), .signal(1, 9)])
    }

    @Test func `a node that misbehaves is killed and fails`() {
        var state = state()
        #expect(state.handle(.misbehaved(0, error), at: start) == [.signal(0, Signals.kill)])
        #expect(state.handle(.misbehaved(0, error), at: start) == [])
        #expect(
            state.handle(.processEnded(0, .signalled(9)), at: start) == [
                .outcome(0, .failed(error)), .notify(reason: "n0 failed"),
            ]
        )
        #expect(state.firstFailure == 0)
    }

    @Test func `what could not be started has an outcome, and the others are stopped`() {
        var state = state(started: false)
        _ = state.handle(.started(0), at: start)
        #expect(state.abandonLaunch(reason: "no room", at: start) == [.notify(reason: "no room")])
        let actions = state.handle(.couldNotStart(1, reason: "no room"), at: start)
        #expect(actions == [.outcome(1, .notStarted(reason: "no room"))])
        #expect(state.handle(.couldNotStart(1, reason: "again"), at: start) == [])
        #expect(state.cause == .launch)
    }

    @Test func `a deadlock that is only told ends the run when nobody else is left`() {
        var state = RunState(names: ["a", "b", "c"], toleratesFailure: [false, true, false], deadlock: .report)
        for node in 0..<3 { _ = state.handle(.started(node), at: start) }
        let waits = [DeadlockWait.stuck("a"), .stuck("b")]
        #expect(state.handle(.deadlocked(waits), at: start) == [])
        #expect(!state.isShuttingDown)
        _ = state.handle(.ended(2, .completed), at: start)
        #expect(state.handle(.deadlocked([]), at: start) == [])
        #expect(state.handle(.deadlocked(waits), at: start) == [.notify(reason: "a deadlock")])
        #expect(state.cause == .deadlock)
        _ = state.handle(.ended(0, .stopped(reason: "the run is shut down")), at: start)
        #expect(
            state.handle(.processEnded(0, .exited(status: 0)), at: start) == [
                .outcome(
                    0,
                    .stopped(
                        reason: "it was in a deadlock: it waited for an item on 'inp' from a neighbour (0 of 8 items)"
                    )
                )
            ]
        )
    }

    @Test func `a member of a deadlock that somebody kills does not make its neighbours the last ones`() {
        var state = RunState(names: ["a", "b"], toleratesFailure: [false, true], deadlock: .report)
        for node in 0..<2 { _ = state.handle(.started(node), at: start) }
        _ = state.handle(.deadlocked([.stuck("b")]), at: start)
        _ = state.handle(.processEnded(1, .signalled(9)), at: start)
        #expect(!state.isShuttingDown)
        _ = state.handle(.ended(0, .completed), at: start)
        #expect(state.handle(.deadlocked([]), at: start) == [])
        #expect(state.cause == nil)
    }

    @Test(arguments: [2, 15] as [Int32])
    func `a signal after a deadlock that was told is the cause`(signal: Int32) {
        var state = RunState(names: ["a", "b"], toleratesFailure: [false, false], deadlock: .report)
        for node in 0..<2 { _ = state.handle(.started(node), at: start) }
        _ = state.handle(.deadlocked([.stuck("a")]), at: start)
        #expect(state.handle(.signalled(signal), at: start) == [.notify(reason: Signals.name(signal))])
        #expect(state.cause == .signal(signal))
    }

    @Test func `the first cause of a shutdown stays, but a signal's`() {
        var state = state()
        _ = state.handle(.deadlocked([.stuck("n0")]), at: start)
        #expect(state.handle(.shutdownRequested(by: 1), at: start) == [])
        #expect(state.handle(.ended(0, .failed(error)), at: start) == [])
        #expect(state.cause == .deadlock)
    }
}

extension DeadlockWait {
    /// A node that waits for an item.
    static func stuck(_ node: String, circle: Int? = 0) -> DeadlockWait {
        let channel = Channel(port: "inp", need: .item, peer: "a neighbour", peerPort: "out", queued: 0, capacity: 8)
        return DeadlockWait(node: node, channels: [channel], circle: circle)
    }

    /// A node that waits for room.
    static func blocked(_ node: String, circle: Int? = 0) -> DeadlockWait {
        let channel = Channel(port: "out", need: .room, peer: "a neighbour", peerPort: "inp", queued: 8, capacity: 8)
        return DeadlockWait(node: node, channels: [channel], circle: circle)
    }
}
