import MaizeCore
import MaizeWire
import Testing

@testable import MaizeRuntime

@Suite struct RunLedgerTests {
    let flow = Workflow("ledger")

    private func plan(receiverIsActive: Bool = true) throws -> RunPlan {
        let first = try flow.add(BudgetNode.self, name: "a")
        let second = try flow.add(BudgetNode.self, name: "b", options: NodeOptions(active: receiverIsActive))
        try flow.connect(first.out, to: second.inp, capacity: 10)
        try flow.connect(first.out, to: second.inp, capacity: 4)
        return try RunPlan(flow)
    }

    @Test func `what was sent and not received is undelivered, by channel`() throws {
        var ledger = RunLedger(try plan())
        ledger.note(ChannelCounts(sent: [0: 10, 1: 3]), of: 0)
        ledger.note(ChannelCounts(received: [0: 7, 1: 3]), of: 1)
        #expect(ledger.undelivered == [.init(channel: "a.out[0] -> b.inp[0]", items: 3)])
        #expect(ledger.sent(by: 0) == 13)
        #expect(ledger.received(by: 1) == 10)
        #expect(ledger.received(by: 0) == 0)
    }

    @Test func `a receiver that said nothing any more has lost what its last report does not cover`() throws {
        var ledger = RunLedger(try plan())
        ledger.note(ChannelCounts(sent: [0: 10]), of: 0)
        ledger.note(report(granted: 15))
        #expect(ledger.undelivered == [.init(channel: "a.out[0] -> b.inp[0]", items: 5)])
    }

    @Test func `a sender that was killed has sent what its last report says`() throws {
        var ledger = RunLedger(try plan())
        let output = OutputCounters(channel: 1, framesSent: 6, creditsReceived: 8)
        ledger.note(WaitReport(node: 0, wait: Wait(), inputs: [], outputs: [output], widenings: 0))
        ledger.note(ChannelCounts(received: [1: 2]), of: 1)
        #expect(ledger.undelivered == [.init(channel: "a.out[1] -> b.inp[1]", items: 4)])
    }

    @Test func `a sender that was killed before it could count has sent what was received`() throws {
        var ledger = RunLedger(try plan())
        ledger.note(ChannelCounts(sent: [0: 0, 1: 5]), of: 0)
        ledger.note(ChannelCounts(received: [0: 1, 1: 5]), of: 1)
        #expect(ledger.sent(by: 0) == 6)
        #expect(ledger.undelivered.isEmpty)
    }

    @Test func `credits of a widening are no items taken`() throws {
        var ledger = RunLedger(try plan())
        #expect(ledger.widen(0, by: 20) == 30)
        ledger.note(ChannelCounts(sent: [0: 8]), of: 0)
        ledger.note(report(granted: 35))
        #expect(ledger.received(by: 1) == 5)
        #expect(ledger.widenedChannels == ["a.out[0] -> b.inp[0]": 30])
        // A report from before it carried the widening out tells less, never more.
        ledger.note(report(granted: 15))
        #expect(ledger.received(by: 1) == 5)
    }

    @Test func `nothing is lost on the way to a node that was not to run`() throws {
        var ledger = RunLedger(try plan(receiverIsActive: false))
        ledger.note(ChannelCounts(sent: [0: 10]), of: 0)
        #expect(ledger.undelivered == [])
    }

    @Test func `a node without an outcome never started`() throws {
        var ledger = RunLedger(try plan())
        ledger.outcomes[0] = .completed
        ledger.ended(0, after: 2.5)
        #expect(ledger.records.map(\.outcome) == [.completed, .notStarted(reason: "the run ended first")])
        #expect(ledger.records.map(\.duration) == [2.5, 0])
    }

    @Test func `a result of a node that returns none is refused`() throws {
        var ledger = RunLedger(try plan())
        #expect(throws: SystemFailure.self) { try ledger.collect([1], for: 0) }
    }

    private func report(granted: Int) -> WaitReport {
        let input = InputCounters(channel: 0, framesReceived: 0, creditsGranted: granted)
        return WaitReport(node: 1, wait: Wait(), inputs: [input], outputs: [], widenings: 0)
    }
}

extension ChannelCounts {
    fileprivate init(received: KeyValuePairs<Int, Int> = [:], sent: KeyValuePairs<Int, Int> = [:]) {
        self.init(
            received: received.map { Count(channel: $0.key, items: $0.value) },
            sent: sent.map { Count(channel: $0.key, items: $0.value) }
        )
    }
}
