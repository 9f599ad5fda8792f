import MaizeCore
import MaizeWire
import Testing

final class Looping: LoopedNode {
    let inp = Input<Int>()
    override func run() throws {}
}

@Suite struct RunPlanTests {
    let flow = Workflow("test")

    private func options(_ path: String) throws -> LaunchOptions {
        try #require(try RunPlan(flow).nodes.first { $0.path == path }).options
    }

    @Test func `options that nobody gave are the plain ones`() throws {
        try flow.add(NumberSource.self, name: "a")
        #expect(try options("a") == LaunchOptions(loop: false, maxLoops: nil, attempts: 1, failOK: false, level: .info))
    }

    /// M02.
    @Test func `what a graph is given, its nodes inherit unless they say otherwise`() throws {
        let given = NodeOptions(loop: true, maxLoops: 5, failOK: true, level: .debug)
        try flow.add(TwoStages.self, name: "two", options: given)
        for path in ["two/first/step", "two/second/step"] {
            #expect(
                try options(path) == LaunchOptions(loop: true, maxLoops: 5, attempts: 1, failOK: true, level: .debug)
            )
        }
    }

    @Test func `the nearest word on an option counts`() throws {
        flow.level = .error
        try flow.add(NumberSource.self, name: "a")
        try flow.add(NumberSource.self, name: "b", options: NodeOptions(level: .debug))
        #expect(try options("a").level == .error)
        #expect(try options("b").level == .debug)
        try flow.add(Looping.self, name: "c")
        try flow.add(Looping.self, name: "d", options: NodeOptions(loop: false))
        #expect(try options("c").loop)
        #expect(try !options("d").loop)
    }

    @Test func `nodes below a graph that is not active are not active`() throws {
        try flow.add(TwoStages.self, name: "two", options: NodeOptions(active: false))
        try flow.add(NumberSource.self, name: "a")
        #expect(try RunPlan(flow).nodes.map(\.isActive) == [false, false, true])
    }

    @Test func `only values that were given travel`() throws {
        try flow.add(ManyParameters.self, name: "a") { $0.required = 2 }
        try flow.add(ManyInputs.self, name: "b") { try $0.optional.set(3) }
        let plan = try RunPlan(flow)
        #expect(plan.nodes[0].values == ["required": try ItemCoder.encodeItem(2)])
        #expect(plan.nodes[1].values == ["optional": try ItemCoder.encodeItem(3)])
    }

    @Test func `nodes and channels are numbered, subgraphs gone`() throws {
        let source = try flow.add(NumberSource.self, name: "a")
        let two = try flow.add(TwoStages.self, name: "two")
        let sink = try flow.add(NumberSink.self, name: "z")
        try flow.connect(source.out, to: two.inp)
        try flow.connect(two.out, to: sink.inp, capacity: 2)
        let plan = try RunPlan(flow)
        #expect(plan.nodes.map(\.path) == ["a", "two/first/step", "two/second/step", "z"])
        #expect(Set(plan.channels.map { [$0.sender, $0.receiver] }) == [[0, 1], [1, 2], [2, 3]])
        for (number, channel) in plan.channels.enumerated() {
            #expect(plan.nodes[channel.sender].outputs == [number])
            #expect(plan.nodes[channel.receiver].inputs == [number])
        }
        #expect(plan.channels.first { $0.receiver == 3 }?.capacity == 2)
        #expect(plan.nodes.map(\.typeName).allSatisfy { TypeResolution.nodeType(named: $0) != nil })
    }
}
