import Maize
import Testing

/// How nodes end, and what that does to their neighbours: rows M38, M40, M41, M43 to M45, W01.
@Suite(.timeLimit(.minutes(10))) struct EndingsTests {
    let flow = Workflow("endings")

    @Test func `what one consumer leaves of a stream is counted, and the log and the summary warn of it`() throws {
        let source = try flow.add(TenThenOne.self)
        let taking = try flow.add(TakingOne.self)
        try flow.connect(source.out, to: taking.inp)
        try flow.connect(source.sent, to: taking.go)
        let run = try TestRun()
        let summary = try run.execute(flow) { $0.view = .lines }
        #expect(summary.status == .completed)
        #expect(summary.undelivered.map(\.channel) == ["tenthenone.out -> takingone.inp"])
        #expect(summary.undelivered.map(\.items) == [9])
        #expect(run.log.contains("9 items were sent on tenthenone.out -> takingone.inp and not received"))
        #expect(run.log.split(separator: "\n").contains { $0.contains("WARNING") && $0.contains("9 items were sent") })
        #expect(run.log.contains("11 items sent, 9 of them not received"))
    }

    @Test func `a node that does nothing but take a value ends with the run`() throws {
        let source = try flow.add(Counting.self) { $0.count = 10 }
        try flow.connect(source.out, to: flow.add(Ending.self).inp)
        let drop = try flow.add(Drop<Int>.self) {
            $0.count = .max
            try $0.inp.set(1)
        }
        try flow.connect(drop.out, to: flow.add(Discard<Int>.self).inp)
        #expect(try TestRun.of(flow).word("drop") == "stopped")
    }

    @Test func `a tolerated failure ends its streams as if it had finished`() throws {
        let source = try flow.add(Breaking.self, name: "source", options: NodeOptions(failOK: true)) { $0.count = 10 }
        let sum = try flow.add(Summing.self)
        let result = try flow.add(Return<Int>.self)
        try flow.chained(source.out, sum.inp, sum.out, result.inp)
        let summary = try TestRun.of(flow)
        #expect(summary.status == .completed && summary.exitCode == 0)
        #expect(summary.count("tolerated") == 1 && summary.count("completed") == 2)
        #expect(result.values == [45])
    }

    @Test func `a tolerated failure stops who sends to it`() throws {
        let source = try flow.add(Endless.self)
        let middle = try flow.add(TimeDistribute<Int>.self, name: "bad", options: NodeOptions(failOK: true)) {
            $0.pattern = [3]
        }
        try flow.connect(source.out, to: middle.inp)
        try flow.connect(middle.out, to: flow.add(Return<Int>.self).inp)
        let summary = try TestRun.of(flow)
        #expect(summary.status == .completed)
        #expect(summary.word("bad") == "tolerated" && summary.word("endless") == "stopped")
    }

    @Test(arguments: [(1, 2, "completed"), (2, 3, "completed"), (3, 2, "failed")])
    func `a node is tried as often as it may be`(failures: Int, attempts: Int, word: String) throws {
        let run = try TestRun()
        let node = try flow.add(Stubborn.self, options: NodeOptions(attempts: attempts)) {
            $0.memory = run.folder + "/memory"
            $0.failures = failures
        }
        let result = try flow.add(Return<Int>.self)
        try flow.connect(node.out, to: result.inp)
        let summary = try run.execute(flow)
        #expect(summary.word("stubborn") == word)
        #expect(Memory.count(run.folder + "/memory") == min(failures + 1, attempts))
        #expect(result.values == (word == "completed" ? [failures] : []))
        #expect(summary.notices.contains { $0.contains("attempt 1 of \(attempts)") })
    }

    @Test func `a loop makes as many passes as it may`() throws {
        let node = try flow.add(OnePass.self, options: NodeOptions(loop: true, maxLoops: 3))
        let result = try flow.add(Return<Int>.self)
        try flow.connect(node.out, to: result.inp)
        #expect(try TestRun.of(flow).word("onepass") == "completed")
        #expect(result.values == [1, 2, 3])
    }

    @Test func `a node may end its own loop`() throws {
        let node = try flow.add(OnePass.self, options: NodeOptions(loop: true)) { $0.stopsAfter = 5 }
        let result = try flow.add(Return<Int>.self)
        try flow.connect(node.out, to: result.inp)
        #expect(try TestRun.of(flow).word("onepass") == "completed")
        #expect(result.values == [1, 2, 3, 4, 5])
    }

    @Test func `a loop without an end of its own ends with its receiver`() throws {
        let source = try flow.add(OnePass.self, options: NodeOptions(loop: true))
        let log = try flow.add(LogResult<Int>.self, options: NodeOptions(maxLoops: 2))
        try flow.connect(source.out, to: log.inp)
        let summary = try TestRun.of(flow)
        #expect(summary.word("onepass") == "stopped" && summary.word("logresult") == "completed")
    }

    @Test func `a node that is not active leaves its neighbours an empty stream`() throws {
        let source = try flow.add(Counting.self, options: NodeOptions(active: false))
        let log = try flow.add(Log<Int>.self)
        try flow.chained(source.out, log.inp, log.out, flow.add(Return<Int>.self).inp)
        let summary = try TestRun.of(flow)
        #expect(summary.status == .completed)
        #expect(summary.word("counting") == "notStarted")
        #expect(summary.word("log") == "stopped")
    }

    @Test func `a receiver that is not active stops its sender, and nothing counts as lost`() throws {
        let source = try flow.add(Endless.self)
        let sink = try flow.add(Discard<Int>.self, name: "sink", options: NodeOptions(active: false))
        try flow.connect(source.out, to: sink.inp)
        let summary = try TestRun.of(flow)
        #expect(summary.status == .completed)
        #expect(summary.word("endless") == "stopped" && summary.word("sink") == "notStarted")
        #expect(summary.undelivered.isEmpty)
    }

    @Test func `a node that asks for the end of the run completes it`() throws {
        let source = try flow.add(Endless.self)
        try flow.connect(source.out, to: flow.add(Ending.self).inp)
        let clock = ContinuousClock()
        let start = clock.now
        let summary = try TestRun.of(flow)
        #expect(summary.status == .completed && summary.exitCode == 0)
        #expect(summary.word("endless") == "stopped" && summary.word("ending") == "stopped")
        #expect(clock.now - start < .seconds(5))
    }

    @Test func `a source with defaults runs, a loader without its value is skipped`() throws {
        let result = try flow.add(Return<Int>.self)
        try flow.connect(flow.add(Counting.self).out, to: result.inp)
        let text = try flow.add(Return<String>.self, name: "text")
        try flow.connect(flow.add(OptionalLoading.self).out, to: text.inp)
        let summary = try TestRun.of(flow)
        #expect(result.values.count == 10)
        #expect(summary.word("optionalloading") == "completed")
        #expect(text.values.isEmpty)
    }

    @Test func `an optional output without a channel takes everything`() throws {
        let result = try flow.add(Return<Int>.self)
        try flow.connect(flow.add(Forking.self).out, to: result.inp)
        #expect(try TestRun.of(flow).status == .completed)
        #expect(result.values == [4])
    }

    @Test func `the cascade loses nothing`() throws {
        var output = try flow.add(Counting.self) { $0.count = 1000 }.out
        for place in 0..<4 {
            let delay = try flow.add(Delay<Int>.self, name: "d\(place)") { $0.delay = 0 }
            try flow.connect(output, to: delay.inp, capacity: 3 + place)
            output = delay.out
        }
        let result = try flow.add(Return<Int>.self)
        try flow.connect(output, to: result.inp)
        let summary = try TestRun.of(flow)
        #expect(result.values == Array(0..<1000))
        #expect(summary.undelivered.isEmpty)
    }
}

/// Sends ten items, then says so.
final class TenThenOne: Node {
    let out = Output<Int>()
    let sent = Output<Bool>()

    override func run() throws {
        try out.send(contentsOf: Array(0..<10))
        try sent.send(true)
    }
}

/// Takes one item once all of them were sent.
final class TakingOne: Node {
    let inp = Input<Int>()
    let go = Input<Bool>()

    override func run() throws {
        _ = try go.receive()
        _ = try inp.receive()
    }
}
