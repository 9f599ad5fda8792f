import MaizeCore
import Testing

/// Ports and parameters that a graph gets by names known only at run time.
@Suite struct NamedInterfaceTests {
    private let flow = Workflow("test")

    @Test func `a port stands for an inner one, also deeper down`() throws {
        let graph = try flow.add(Graph.self, name: "g")
        let inner = try graph.add(Graph.self, name: "h")
        let step = try inner.add(NumberStep.self)
        let gather = try graph.add(Gather.self)
        let ports = [
            try graph.addPort("entry", standingFor: step.inp), try graph.addPort("result", standingFor: step.out),
            try graph.addPort("many", standingFor: gather.inp),
        ]
        #expect(graph.ports.map(\.name) == ["entry", "result", "many"])
        let sources = try (0..<3).map { try flow.add(NumberSource.self, name: "s\($0)") }
        try flow.connect(any: sources[0].out, to: ports[0])
        for source in sources[1...] { try flow.connect(any: source.out, to: ports[2]) }
        try flow.connect(any: ports[1], to: flow.add(NumberSink.self).inp)
        #expect(
            flow.channels.map(\.description) == [
                "s0.out -> g/h/numberstep.inp", "s1.out -> g/gather.inp[0]", "s2.out -> g/gather.inp[1]",
                "g/h/numberstep.out -> numbersink.inp",
            ]
        )
        #expect(flow.check().isEmpty)
    }

    @Test func `a port in use, a taken name and what is not inside are refused`() throws {
        let graph = try flow.add(Graph.self, name: "g")
        let step = try graph.add(NumberStep.self)
        let other = try flow.add(NumberStep.self)
        _ = try graph.addPort("inp", standingFor: step.inp)
        #expect(throws: WorkflowError.self) { try graph.addPort("again", standingFor: step.inp) }
        #expect(throws: WorkflowError.self) { try graph.addPort("inp", standingFor: step.out) }
        #expect(throws: WorkflowError.self) { try graph.addPort("a b", standingFor: step.out) }
        #expect(throws: WorkflowError.self) { try graph.addPort("out", standingFor: other.out) }
        #expect(graph.ports.map(\.name) == ["inp"])
    }

    @Test func `a parameter drives inner ones at any depth and starts with the first value`() throws {
        let graph = try flow.add(Graph.self, name: "g")
        let inner = try graph.add(Graph.self, name: "h")
        let sources = [try graph.add(NumberSource.self), try inner.add(NumberSource.self) { $0.first = 4 }]
        let parameter = try graph.addParameter("first", driving: [sources[1].$first, sources[0].$first])
        #expect(parameter.valueText == "4")
        let option = try flow.map(any: [parameter], as: "first")
        try #require(option as? Parameter<Int>).wrappedValue = 9
        _ = flow.check()
        #expect(sources.map(\.first) == [9, 9])
    }

    @Test func `a multi input takes no value`() throws {
        let gather = try flow.add(Gather.self)
        let problem = refusal(.mapping) { _ = try flow.addParameter("x", driving: [gather.inp]) }
        #expect(problem?.contains("any number of channels, and no value; connect a LoadData") == true)
    }
}

/// Options that may stay without a value although what they drive needs one.
@Suite struct OptionalOptionTests {
    private let flow = Workflow("test")

    @Test func `a node that has nothing else to do is skipped, and runs once there is a value`() throws {
        let node = try flow.add(NeedyNumber.self)
        let option = try flow.map(node.$number, as: "number")
        #expect(flow.checkBeforeRun().map(\.interface) == ["number"])
        option.makeOptional()
        #expect(flow.checkBeforeRun().isEmpty)
        #expect(try RunPlan(flow).nodes.map(\.isActive) == [false])
        option.wrappedValue = 3
        #expect(flow.checkBeforeRun().isEmpty)
        #expect(try RunPlan(flow).nodes.map(\.isActive) == [true])
    }

    @Test func `a node that has other work needs the value`() throws {
        let node = try flow.add(NeedyStep.self)
        try flow.connect(flow.add(NumberSource.self).out, to: node.inp)
        try flow.map(node.$number, as: "number").makeOptional()
        let found = flow.checkBeforeRun()
        #expect(found.map(\.interface) == ["number"])
        #expect(found.first?.message.hasSuffix("since the node has other work and needs it for that") == true)
    }
}

final class NeedyNumber: Node {
    @Parameter var number: Int
    let out = Output<Int>(optional: true)
    override func validate() throws { _ = number }
    override func run() throws { try out.send(number) }
}

final class NeedyStep: Node {
    @Parameter var number: Int
    let inp = Input<Int>()
    override func run() throws {}
}
