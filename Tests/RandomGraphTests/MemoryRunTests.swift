import Maize
import MaizeTesting
import Testing

/// Runs in memory end as runs with processes do.
@Suite struct MemoryRunTests {
    @Test func `two nodes that starve are told, and a third one may still end`() throws {
        let flow = Workflow("starved")
        let first = try flow.add(Waiter.self, name: "first")
        let second = try flow.add(Waiter.self, name: "second")
        try flow.connect(first.out, to: second.inp)
        try flow.connect(second.out, to: first.inp)
        let source = try flow.add(Counting.self) { $0.count = 3 }
        let result = try flow.add(Return<Int>.self)
        try flow.connect(source.out, to: result.inp)
        let run = try InMemoryRun(flow).execute()
        #expect(run.status == .failed)
        #expect(
            run.deadlock == [
                "first waits for an item on 'inp' from second", "second waits for an item on 'inp' from first",
            ]
        )
        #expect(run["return"]?.outcome == .completed)
        #expect(result.values == [0, 1, 2])
    }

    @Test func `a reader of one branch after the other needs channels that may grow`() throws {
        let (flow, result) = try branches()
        let run = try InMemoryRun(flow).execute()
        #expect(run.status == .completed)
        #expect(run.widened.keys.contains("copy.out[1] -> suminturn.inp[1]"))
        #expect(result.values == [499_500, 499_500])
        var strict = InMemoryRun(flow)
        strict.wideningLimit = 0
        let refused = try strict.execute()
        #expect(refused.status == .failed)
        #expect(refused.deadlock.contains("copy waits for room on 'out[1]' to suminturn (64 of 64 items)"))
        #expect(result.values.isEmpty, "the results of an earlier run are gone")
    }

    @Test func `a failure ends the run, and streams from it are broken`() throws {
        let (flow, _) = try failing(NodeOptions())
        let run = try InMemoryRun(flow).execute()
        #expect(run.status == .failed)
        #expect(run.firstFailure == "failingafter")
        #expect(run["failingafter"]?.outcome.word == "failed")
        #expect(run["return"]?.outcome.word == "stopped")
    }

    @Test func `a failure that is tolerated ends its streams in order`() throws {
        let (flow, result) = try failing(NodeOptions(failOK: true))
        let run = try InMemoryRun(flow).execute()
        #expect(run.status == .completed)
        #expect(run["failingafter"]?.outcome.word == "tolerated")
        #expect(run["return"]?.outcome == .completed)
        #expect(result.values == [0, 1, 2])
    }

    @Test func `a second attempt goes on where the first one failed`() throws {
        let (flow, result) = try failing(NodeOptions(attempts: 2))
        let run = try InMemoryRun(flow).execute()
        #expect(run.status == .completed)
        #expect(run["failingafter"]?.outcome == .completed)
        #expect(run.notices.count == 1)
        #expect(result.values == [0, 1, 2] + Array(4..<10), "the item at which it failed stays taken")
    }

    @Test func `a node that waits for time only is waited for, and loops end at their limit`() throws {
        let flow = Workflow("slow")
        let source = try flow.add(Endless.self, options: NodeOptions(maxLoops: 5))
        let slow = try flow.add(Delay<Int>.self) { $0.delay = 0.01 }
        let result = try flow.add(Return<Int>.self)
        try flow.connect(source.out, to: slow.inp, capacity: 1)
        try flow.connect(slow.out, to: result.inp, capacity: 1)
        let run = try InMemoryRun(flow).execute()
        #expect(run.status == .completed)
        #expect(run.widened.isEmpty)
        #expect(result.values == [1, 1, 1, 1, 1])
    }

    @Test func `a node may end the run, a time limit too`() throws {
        let flow = Workflow("ending")
        let source = try flow.add(Endless.self)
        let ending = try flow.add(Ending.self)
        try flow.connect(source.out, to: ending.inp)
        let run = try InMemoryRun(flow).execute()
        #expect(run.status == .completed)
        #expect(run["endless"]?.outcome.word == "stopped")

        let endless = Workflow("endless")
        let sender = try endless.add(Endless.self)
        let discard = try endless.add(Discard<Int>.self)
        try endless.connect(sender.out, to: discard.inp)
        var limited = InMemoryRun(endless)
        limited.timeLimit = 0.05
        let late = try limited.execute()
        #expect(late.ranOutOfTime)
        #expect(late.status == .failed)
    }

    @Test func `a node that is not active is not started, and its stream is empty`() throws {
        let flow = Workflow("inactive")
        let source = try flow.add(Counting.self, options: NodeOptions(active: false)) { $0.count = 3 }
        let result = try flow.add(Return<Int>.self)
        try flow.connect(source.out, to: result.inp)
        let run = try InMemoryRun(flow).execute()
        #expect(run.status == .completed)
        #expect(run["counting"]?.outcome == .notStarted(reason: "it is not active"))
        #expect(run["return"]?.outcome == .completed)
    }

    @Test func `a workflow that is invalid is refused`() throws {
        let flow = Workflow("invalid")
        try flow.add(Waiter.self)
        let error = #expect(throws: RunError.self) { try InMemoryRun(flow).execute() }
        #expect(error?.code == .invalid)
    }

    private func branches() throws -> (Workflow, Return<Int>) {
        let flow = Workflow("branches")
        let source = try flow.add(Counting.self) { $0.count = 1000 }
        let copy = try flow.add(Copy<Int>.self)
        let sum = try flow.add(SumInTurn.self)
        let result = try flow.add(Return<Int>.self)
        try flow.connect(source.out, to: copy.inp)
        try flow.connect(copy.out, to: sum.inp)
        try flow.connect(copy.out, to: sum.inp)
        try flow.connect(sum.out, to: result.inp)
        return (flow, result)
    }

    private func failing(_ options: NodeOptions) throws -> (Workflow, Return<Int>) {
        let flow = Workflow("failing")
        let source = try flow.add(Counting.self) { $0.count = 10 }
        let failing = try flow.add(FailingAfter.self, options: options) { $0.count = 3 }
        let result = try flow.add(Return<Int>.self)
        try flow.connect(source.out, to: failing.inp)
        try flow.connect(failing.out, to: result.inp)
        return (flow, result)
    }
}
