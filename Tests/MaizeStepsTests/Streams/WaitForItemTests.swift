import Maize
import MaizeSteps
import MaizeTesting
import Testing

/// Waiting for an item for so many seconds at most, as nodes meet it.
@Suite(.timeLimit(.minutes(10))) struct WaitForItemTests {
    @Test func `items are there at once, then the end is`() throws {
        let result = try NodeRig(Looking.self).feed(\.inp, [1, 2]).run()
        #expect(result.items(of: \.out) == ["1", "2", "end"])
    }

    @Test func `what lies before the channel's items is there at once`() throws {
        let result = try NodeRig(Looking.self) { try $0.inp.preload(0) }.feed(\.inp, [1]).run()
        #expect(result.items(of: \.out) == ["0", "1", "end"])
    }

    @Test func `a stream that stays open has neither item nor end`() throws {
        let result = try NodeRig(Looking.self).feed(\.inp, [1], then: .open).run()
        #expect(result.items(of: \.out) == ["1", "nothing"])
    }

    @Test func `a broken stream is met by the receive that follows`() throws {
        let result = try NodeRig(Looking.self).feed(\.inp, [1], then: .broken).runToEnd()
        #expect(result.items(of: \.out) == ["1"])
        #expect(result.end(of: \.out) != .finished)
    }

    @Test func `a value in place of a channel, or nothing at all, is never waited for`() throws {
        let held = try NodeRig(LookingOnce.self) { try $0.inp.set(7) }.run()
        #expect(held.items(of: \.out) == [true])
        let none = try NodeRig(LookingOnce.self) { $0.seconds = 1e6 }.run()
        #expect(none.items(of: \.out) == [true])
    }

    @Test func `any of several inputs ends the wait, and all of their ends do`() throws {
        let rig = NodeRig(LookingAtMany.self)
        #expect(try rig.feed(\.inp, channels: [[], [1]]).run().items(of: \.out) == ["1 on 1", "end"])
        let open = rig.feed(\.inp, [], then: .finished).feed(\.inp, [2], then: .open)
        #expect(try open.run().items(of: \.out) == ["2 on 1", "nothing"])
    }

    private func cycle() throws -> (Workflow, Return<Int>) {
        let flow = Workflow("cycle")
        let patient = try flow.add(Patient.self)
        let echo = try flow.add(Echo.self)
        let result = try flow.add(Return<Int>.self)
        try flow.connect(patient.out, to: echo.inp)
        try flow.connect(echo.out, to: patient.inp)
        try flow.connect(patient.result, to: result.inp)
        return (flow, result)
    }

    @Test func `nodes that wait for each other are no deadlock while the wait of one has a limit`() throws {
        let (flow, result) = try cycle()
        let summary = try TestRun.of(flow)
        #expect(summary.status == .completed && summary.deadlock.isEmpty)
        #expect(result.values == [1])
    }

    @Test func `nor are they in memory`() throws {
        let (flow, result) = try cycle()
        #expect(try InMemoryRun(flow).execute().status == .completed)
        #expect(result.values == [1])
    }
}

/// Takes what is there, and says what it found instead of an item.
final class Looking: Node {
    let inp = Input<Int>()
    let out = Output<String>()

    override func run() throws {
        while true {
            guard try inp.waitForItem(seconds: 0.001) else { return try out.send("nothing") }
            guard let item = try inp.next() else { return try out.send("end") }
            try out.send("\(item)")
        }
    }
}

/// Says whether there is something, and takes nothing.
final class LookingOnce: Node {
    @Parameter var seconds = 0.0
    let inp = Input<Int>(optional: true)
    let out = Output<Bool>()
    override func run() throws { try out.send(try inp.waitForItem(seconds: seconds)) }
}

/// As `Looking`, with several streams.
final class LookingAtMany: Node {
    let inp = MultiInput<Int>()
    let out = Output<String>()

    override func run() throws {
        while true {
            guard try inp.waitForItem(seconds: 0.001) else { return try out.send("nothing") }
            guard let (place, item) = try inp.receiveAny() else { return try out.send("end") }
            try out.send("\(item) on \(place)")
        }
    }
}

/// Waits in vain, for longer than the run takes to look for a deadlock, then begins itself.
final class Patient: Node {
    let inp = Input<Int>()
    let out = Output<Int>()
    let result = Output<Int>()

    override func run() throws {
        guard try !inp.waitForItem(seconds: 0.2) else { return }
        try out.send(1)
        try result.send(inp.receive())
    }
}

/// Sends back what comes.
final class Echo: Node {
    let inp = Input<Int>()
    let out = Output<Int>()
    override func run() throws { while let item = try inp.next() { try out.send(item) } }
}
