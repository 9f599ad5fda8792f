import Maize
import Testing

/// Deadlocks between processes: told when they are there, never when somebody is only slow.
@Suite struct KnotProcessTests {
    @Test func `two nodes that starve are told while a third one computes`() throws {
        let flow = Workflow("starved")
        let first = try flow.add(Waiter.self, name: "first")
        let second = try flow.add(Waiter.self, name: "second")
        try flow.connect(first.out, to: second.inp)
        try flow.connect(second.out, to: first.inp)
        try flow.add(Computing.self, name: "busy") { $0.seconds = 8 }
        let trial = try ProcessTrial(flow)
        #expect(trial.error?.code == .deadlock)
        #expect(trial.summary?.deadlock.count == 2)
        #expect(trial.summary?["busy"]?.outcome == .completed)
        #expect(trial.seconds < 4, "the end of the computing node was waited for")
    }

    @Test func `a reader of one branch after the other behind a copy comes to its end in wider channels`() throws {
        let flow = Workflow("branches")
        let source = try flow.add(Counting.self) { $0.count = 5000 }
        let copy = try flow.add(Copy<Int>.self)
        let sum = try flow.add(SumInTurn.self)
        let result = try flow.add(Return<Int>.self)
        try flow.connect(source.out, to: copy.inp)
        try flow.connect(copy.out, to: sum.inp)
        try flow.connect(copy.out, to: sum.inp)
        try flow.connect(sum.out, to: result.inp)
        let trial = try ProcessTrial(flow)
        #expect(trial.error == nil)
        #expect(result.values == [12_497_500, 12_497_500])
        let said = trial.widenings.filter(\.isFirst).map(\.channel)
        #expect(said.contains("copy.out[1] -> suminturn.inp[1]"))
        #expect(Set(said).count == said.count, "each channel is said once")
        #expect(Set(said) == Set(trial.widenings.map(\.channel)), "each channel is said")
    }

    @Test(arguments: [2, 20]) func `a ring with one place a channel goes round and round`(size: Int) throws {
        let flow = Workflow("ring")
        let head = try flow.add(TokenHead.self) { $0.rounds = 5000 }
        var last = head.out
        for place in 1..<size {
            let link = try flow.add(Waiter.self, name: "link\(place)")
            try flow.connect(last, to: link.inp, capacity: 1)
            last = link.out
        }
        try flow.connect(last, to: head.inp, capacity: 1)
        let result = try flow.add(Return<Int>.self)
        try flow.connect(head.result, to: result.inp)
        let trial = try ProcessTrial(flow)
        #expect(trial.error == nil)
        #expect(trial.widenings.isEmpty)
        #expect(result.values == [5000])
    }

    @Test func `a slow node behind one place is waited for`() throws {
        let flow = Workflow("slow")
        let source = try flow.add(Counting.self) { $0.count = 10 }
        let slow = try flow.add(Delay<Int>.self) { $0.delay = 0.2 }
        let result = try flow.add(Return<Int>.self)
        try flow.connect(source.out, to: slow.inp, capacity: 1)
        try flow.connect(slow.out, to: result.inp, capacity: 1)
        let trial = try ProcessTrial(flow)
        #expect(trial.error == nil)
        #expect(trial.widenings.isEmpty)
        #expect(result.values == Array(0..<10))
    }

    @Test func `a node that computes for ten seconds is waited for`() throws {
        let flow = Workflow("computing")
        let source = try flow.add(Counting.self) { $0.count = 10 }
        let busy = try flow.add(Computing.self) { $0.seconds = 10 }
        let result = try flow.add(Return<Int>.self)
        try flow.connect(source.out, to: busy.inp, capacity: 1)
        try flow.connect(busy.out, to: result.inp, capacity: 1)
        let trial = try ProcessTrial(flow)
        #expect(trial.error == nil)
        #expect(trial.widenings.isEmpty)
        #expect(result.values == Array(0..<10))
    }

    @Test func `a process that is stopped while it waits is waited for`() throws {
        let flow = Workflow("stopped")
        let echo = try flow.add(Echo.self)
        let asking = try flow.add(Asking.self)
        let stopping = try flow.add(Stopping.self) { $0.seconds = 1 }
        let result = try flow.add(Return<Int>.self)
        try flow.connect(echo.process, to: stopping.process, capacity: 1)
        try flow.connect(stopping.go, to: asking.go, capacity: 1)
        try flow.connect(asking.out, to: echo.inp, capacity: 1)
        try flow.connect(echo.out, to: asking.answer, capacity: 1)
        try flow.connect(asking.result, to: result.inp)
        let trial = try ProcessTrial(flow)
        #expect(trial.error == nil)
        #expect(trial.widenings.isEmpty)
        #expect(result.values == [7])
        #expect(trial.seconds > 1)
    }

    @Test func `a merge of a hundred idle inputs uses no processor time`() throws {
        let flow = Workflow("idle")
        let feeder = try flow.add(IdleFeeder.self) { $0.neighbour = "idle_merge" }
        let merge = try flow.add(Merge<Int>.self, name: "idle_merge")
        let discard = try flow.add(Discard<Int>.self)
        let result = try flow.add(Return<Int>.self)
        for _ in 0..<100 { try flow.connect(feeder.out, to: merge.inp) }
        try flow.connect(merge.out, to: discard.inp)
        try flow.connect(feeder.ticks, to: result.inp)
        let trial = try ProcessTrial(flow)
        #expect(trial.error == nil)
        let ticks = try #require(result.value)
        #expect(ticks <= 1)
    }
}
