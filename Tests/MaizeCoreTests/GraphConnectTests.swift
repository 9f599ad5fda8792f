import MaizeCore
import Testing

/// Tries, while it is built, to connect what is outside of it.
final class Reaching: Graph {
    nonisolated(unsafe) static var target: NumberSink?
    let out = Output<Int>()

    override func build() throws {
        let source = try add(NumberSource.self)
        if let target = Reaching.target { try connect(source.out, to: target.inp) }
        try expose(source.out, as: out)
    }
}

@Suite struct GraphConnectTests {
    let flow = Workflow("test")

    @Test func `a channel has its ends and its capacity`() throws {
        let source = try flow.add(NumberSource.self, name: "a")
        let step = try flow.add(NumberStep.self, name: "b")
        let sink = try flow.add(NumberSink.self, name: "c")
        try flow.connect(source.out, to: step.inp)
        try flow.connect(step.out, to: sink.inp, capacity: 3)
        #expect(flow.channels.map(\.description) == ["a.out -> b.inp", "b.out -> c.inp"])
        #expect(flow.channels.map(\.capacity) == [64, 3])
        #expect(source.out.isConnected && step.inp.isConnected)
    }

    @Test func `a workflow whose last user has gone is freed, connected or not`() throws {
        weak var freed: Workflow?
        weak var node: NumberSource?
        do {
            let flow = Workflow("test")
            let source = try flow.add(NumberSource.self)
            let sink = try flow.add(NumberSink.self)
            try flow.connect(source.out, to: sink.inp)
            (freed, node) = (flow, source)
            #expect(flow.channels.count == 1)
        }
        #expect(freed == nil && node == nil)
    }

    @Test func `a single port takes one channel`() throws {
        let first = try flow.add(NumberSource.self, name: "a")
        let second = try flow.add(NumberSource.self, name: "b")
        let sink = try flow.add(NumberSink.self, name: "c")
        let other = try flow.add(NumberSink.self, name: "d")
        try flow.connect(first.out, to: sink.inp)
        let taken = refusal(.connection) { try flow.connect(second.out, to: sink.inp) }
        #expect(taken?.contains("'c.inp' is connected already (a.out -> c.inp)") == true)
        let used = refusal(.connection) { try flow.connect(first.out, to: other.inp) }
        #expect(used?.contains("'a.out' is connected already") == true)
        #expect(flow.channels.count == 1)
        // A refusal leaves the other end free.
        try flow.connect(second.out, to: other.inp)
    }

    @Test func `every connection of a multi port is a new place`() throws {
        let gather = try flow.add(Gather.self, name: "g")
        let spread = try flow.add(Spread.self, name: "s")
        for name in ["a", "b"] { try flow.connect(flow.add(NumberSource.self, name: name).out, to: gather.inp) }
        try flow.connect(spread.out, to: gather.inp)
        try flow.connect(spread.out, to: flow.add(NumberSink.self, name: "c").inp)
        #expect(gather.inp.count == 3)
        #expect(spread.out.count == 2)
        #expect(gather.inp.map(\.isConnected) == [true, true, true])
        #expect(
            flow.channels.map(\.description) == [
                "a.out -> g.inp[0]", "b.out -> g.inp[1]", "s.out[0] -> g.inp[2]", "s.out[1] -> c.inp",
            ]
        )
    }

    @Test func `a refused connection leaves no place behind in a multi port`() throws {
        let source = try flow.add(NumberSource.self, name: "a")
        let sink = try flow.add(NumberSink.self, name: "b")
        let gather = try flow.add(Gather.self)
        let spread = try flow.add(Spread.self)
        try flow.connect(source.out, to: sink.inp)
        #expect(refusal(.connection) { try flow.connect(source.out, to: gather.inp) } != nil)
        #expect(refusal(.connection) { try flow.connect(spread.out, to: sink.inp) } != nil)
        for capacity in [0, -1, 1 << 30] {
            let free = try flow.add(NumberSource.self, name: "f\(capacity.magnitude)")
            #expect(refusal(.connection) { try flow.connect(free.out, to: gather.inp, capacity: capacity) } != nil)
            #expect(refusal(.connection) { try flow.connect(spread.out, to: gather.inp, capacity: capacity) } != nil)
        }
        #expect(gather.inp.isEmpty)
        #expect(spread.out.isEmpty)
    }

    @Test func `components of two workflows are not connected`() throws {
        let other = Workflow("other")
        let source = try flow.add(NumberSource.self, name: "a")
        let sink = try other.add(NumberSink.self, name: "b")
        for graph in [flow, other] {
            let message = refusal(.connection) { try graph.connect(source.out, to: sink.inp) }
            #expect(message?.contains("within one workflow") == true)
        }
        let gather = try other.add(Gather.self)
        #expect(refusal(.connection) { try flow.connect(source.out, to: gather.inp) } != nil)
        #expect(gather.inp.isEmpty)
    }

    @Test func `a port of no component is refused`() throws {
        let source = try flow.add(NumberSource.self)
        #expect(refusal(.connection) { try flow.connect(source.out, to: NumberSink().inp) } != nil)
        #expect(refusal(.connection) { try flow.connect(source.out, to: Input<Int>()) } != nil)
    }

    @Test func `a graph connects nothing outside of itself`() throws {
        let sink = try flow.add(NumberSink.self)
        Reaching.target = sink
        defer { Reaching.target = nil }
        let message = refusal(.connection) { try flow.add(Reaching.self, name: "sub") }
        #expect(message?.contains("not inside this graph") == true)
        #expect(message?.hasPrefix("sub: ") == true)
    }

    @Test func `an inner port that is exposed is connected by its outer one only`() throws {
        let stage = try flow.add(Stage.self, name: "stage")
        let step = try #require(flow.component(at: ["stage", "step"]) as? NumberStep)
        let sink = try flow.add(NumberSink.self, name: "sink")
        let message = refusal(.connection) { try flow.connect(step.out, to: sink.inp) }
        #expect(message?.contains("exposed as 'stage.out'") == true)
        try flow.connect(stage.out, to: sink.inp)
        #expect(flow.channels.map(\.description) == ["stage/step.out -> sink.inp"])
        #expect(stage.out.isConnected && step.out.isConnected)
    }
}
