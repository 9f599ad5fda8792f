import MaizeCore
import Testing

/// Ports of several types, of which one is optional.
final class ManyPorts: Node {
    let words = Input<String>(optional: true)
    let first = Input<Int>(optional: true)
    let second = Input<Int>(optional: true)
    let text = Output<String>(optional: true)
    let number = Output<Int>(optional: true)
    let other = Output<Int>(optional: true)
}

/// Connects what is inside with operators.
final class Row: Graph {
    let inp = Input<Int>()
    let out = Output<Int>()

    override func build() throws {
        let first = try add(NumberStep.self, name: "first")
        let last = try add(NumberStep.self, name: "last")
        try first >> last
        try expose(first.inp, as: inp)
        try expose(last.out, as: out)
    }
}

@Suite struct AutoConnectTests {
    let flow = Workflow("test")

    private var made: [String] { flow.channels.map(\.description) }

    @Test func `the first free ports of one type are connected, in the order of their declaration`() throws {
        let left = try flow.add(ManyPorts.self, name: "a")
        let right = try flow.add(ManyPorts.self, name: "b")
        for _ in 0..<3 { try flow.autoConnect(left, right) }
        #expect(made == ["a.text -> b.words", "a.number -> b.first", "a.other -> b.second"])
        #expect(
            refusal(.connection) { try flow.autoConnect(left, right) }
                == "no free output of 'a' fits a free input of 'b'; 'a' sends by text (String, in use), number (Int, in"
                + " use), other (Int, in use), 'b' receives by words (String, in use), first (Int, in use), second (Int,"
                + " in use)"
        )
    }

    @Test func `an input with a value of its own is not taken`() throws {
        let right = try flow.add(ManyPorts.self, name: "b") { try $0.first.set(1) }
        try flow.map(right.second, as: "second")
        let source = try flow.add(NumberSource.self, name: "a")
        let message = refusal(.connection) { try flow.autoConnect(source, right) }
        #expect(
            message?.contains("'a' sends by out (Int), 'b' receives by words (String), first (Int, in use)") == true
        )
    }

    @Test func `a component without such ports says so`() throws {
        let sink = try flow.add(NumberSink.self, name: "sink")
        let source = try flow.add(NumberSource.self, name: "source")
        let message = refusal(.connection) { try flow.autoConnect(sink, source) }
        #expect(message?.hasSuffix("'sink' sends by no port, 'source' receives by no port") == true)
    }

    @Test func `a chain connects each with the next, graphs among them`() throws {
        let source = try flow.add(NumberSource.self, name: "a")
        let row = try flow.add(Row.self)
        let gather = try flow.add(Gather.self)
        try flow.chain(source, row, gather)
        try flow.autoConnect(flow.add(NumberSource.self, name: "b"), gather)
        #expect(
            made == [
                "row/first.out -> row/last.inp", "a.out -> row/first.inp", "row/last.out -> gather.inp[0]",
                "b.out -> gather.inp[1]",
            ]
        )
        #expect(flow.check() == [])
    }

    @Test func `operators make the channels that connect makes`() throws {
        let source = try flow.add(NumberSource.self, name: "a")
        let spread = try flow.add(Spread.self, name: "s")
        let gather = try flow.add(Gather.self, name: "g")
        let step = try flow.add(NumberStep.self, name: "n")
        let sink = try flow.add(NumberSink.self, name: "z")
        try source.out >> spread.inp
        try spread.out >> gather.inp
        try gather.inp << spread.out
        try step.inp << spread.out
        try gather.inp << step.out
        try sink.inp << gather.out
        #expect(
            made == [
                "a.out -> s.inp", "s.out[0] -> g.inp[0]", "s.out[1] -> g.inp[1]", "s.out[2] -> n.inp",
                "n.out -> g.inp[2]",
                "g.out -> z.inp",
            ]
        )
        #expect(8 >> 1 == 4 && 1 << 2 == 4)
    }

    @Test func `components are connected by an operator, which gives the right one`() throws {
        let source = try flow.add(NumberSource.self, name: "a")
        let step = try flow.add(NumberStep.self, name: "n")
        let sink = try flow.add(NumberSink.self, name: "z")
        let last: NumberSink = try (source >> step) >> sink
        #expect(last === sink && made == ["a.out -> n.inp", "n.out -> z.inp"])
    }

    @Test func `ports of different depth are connected in the graph around both`() throws {
        let row = try flow.add(Row.self)
        let source = try flow.add(NumberSource.self, name: "a")
        try source.out >> row.inp
        let inner = try #require(flow.component(at: ["row", "first"]) as? NumberStep)
        #expect(refusal(.connection) { try source.out >> inner.inp }?.contains("is connected already") == true)
    }

    @Test func `what is in no graph, or in another workflow, is refused`() throws {
        let source = try flow.add(NumberSource.self, name: "a")
        let stranger = try Workflow("other").add(NumberSink.self)
        #expect(refusal(.connection) { try source.out >> stranger.inp } != nil)
        #expect(refusal(.connection) { try source >> NumberSink() } != nil)
        #expect(refusal(.connection) { try Output<Int>() >> Input<Int>() }?.contains("belongs to no component") == true)
    }
}
