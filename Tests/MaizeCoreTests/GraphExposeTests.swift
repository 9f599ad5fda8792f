import MaizeCore
import Testing

/// Runs a script in `build()`, on a graph with ports and parameters of each kind.
final class Scripted: Graph {
    typealias Script = (Scripted) throws -> Void
    @TaskLocal static var script = Carrier { _ in }
    /// A closure that a task local may hold.
    struct Carrier: @unchecked Sendable {
        let run: Script
        init(_ run: @escaping Script) { self.run = run }
    }

    @Parameter var number = 1
    @Parameter var required: Int
    let inp = Input<Int>()
    let out = Output<Int>()

    override func build() throws { try Scripted.script.run(self) }
}

@Suite struct GraphExposeTests {
    let flow = Workflow("test")

    private func built(_ script: @escaping Scripted.Script) throws -> Scripted {
        try Scripted.$script.withValue(.init(script)) { try flow.add(Scripted.self, name: "sub") }
    }

    private func refused(_ script: @escaping Scripted.Script) -> String? {
        refusal(.mapping) { _ = try built(script) }
    }

    @Test func `every port of a graph stands for an inner one`() {
        let message = refused { graph in
            let step = try graph.add(NumberStep.self)
            try graph.expose(step.inp, as: graph.inp)
        }
        #expect(message?.contains("port 'out' stands for no inner port") == true)
    }

    @Test func `a port is exposed once, and not when it is connected`() {
        let twice = refused { graph in
            let step = try graph.add(NumberStep.self)
            try graph.expose(step.inp, as: graph.inp)
            try graph.expose(graph.add(NumberStep.self, name: "b").inp, as: graph.inp)
        }
        #expect(twice?.contains("stands for 'sub/numberstep.inp' already") == true)
        let connected = refused { graph in
            let step = try graph.add(NumberStep.self)
            try graph.connect(graph.add(NumberSource.self).out, to: step.inp)
            try graph.expose(step.inp, as: graph.inp)
        }
        #expect(connected?.contains("in use already") == true)
    }

    @Test func `only ports of own components become own ports`() throws {
        let outside = try flow.add(NumberStep.self, name: "outside")
        let message = refused { try $0.expose(outside.inp, as: $0.inp) }
        #expect(message?.contains("does not belong to a component of this graph") == true)
        let foreign = refused { graph in
            try graph.expose(graph.add(NumberStep.self).inp, as: outside.inp)
        }
        #expect(foreign?.contains("not a port of this graph") == true)
    }

    @Test func `a single outer port is one more place of an inner multi port`() throws {
        let graph = try built { graph in
            let gather = try graph.add(Gather.self, name: "gather")
            try graph.connect(graph.add(NumberSource.self).out, to: gather.inp)
            try graph.expose(gather.inp, as: graph.inp)
            try graph.expose(gather.out, as: graph.out)
        }
        try flow.connect(flow.add(NumberSource.self).out, to: graph.inp)
        try flow.connect(graph.out, to: flow.add(NumberSink.self).inp)
        #expect(flow.channels.map(\.description).contains("numbersource.out -> sub/gather.inp[1]"))
        #expect(flow.check() == [])
    }

    @Test func `ports of nested graphs lead to the innermost one`() throws {
        let two = try flow.add(TwoStages.self, name: "two")
        #expect(two.inp.leaf.location == "two/first/step.inp")
        #expect(two.out.leaf.location == "two/second/step.out")
    }

    @Test func `a graph's parameter drives inner parameters and inputs`() throws {
        let numbers = try flow.add(Numbers.self) { $0.number = 8 }
        try flow.connect(numbers.out, to: flow.add(NumberSink.self).inp)
        #expect(flow.check() == [])
        let source = try #require(flow.component(at: ["numbers", "source"]) as? NumberSource)
        #expect(source.first == 8)
    }

    @Test func `a parameter is driven by one only, and only from its own graph`() throws {
        let twice = refused { graph in
            let source = try graph.add(NumberSource.self)
            try graph.map(source.$first, to: graph.$number)
            try graph.map(source.$first, to: graph.$required)
        }
        #expect(twice?.contains("is mapped already") == true)
        let outside = try flow.add(NumberSource.self, name: "outside")
        #expect(refused { try $0.map(outside.$first, to: $0.$number) } != nil)
        #expect(
            refused { graph in
                try graph.map(graph.add(NumberSource.self).$first, to: outside.$first)
            }?.contains("not a parameter of this graph") == true
        )
    }

    @Test func `a connected input is driven by no parameter, whichever came first`() throws {
        let connected = refused { graph in
            let step = try graph.add(NumberStep.self)
            try graph.connect(graph.add(NumberSource.self).out, to: step.inp)
            try graph.map(step.inp, to: graph.$number)
        }
        #expect(connected?.contains("is connected, so no parameter can drive it") == true)
        let sink = try flow.add(NumberSink.self, name: "sink")
        try flow.map(sink.inp, as: "number")
        try flow.connect(flow.add(NumberSource.self).out, to: sink.inp)
        #expect(flow.check().contains { $0.severity == .error && $0.path == "sink" && $0.interface == "inp" })
    }

    @Test func `a parameter that build() has read is not mapped any more`() throws {
        let graph = try built { graph in
            let step = try graph.add(NumberStep.self, name: "step\(graph.number)")
            try graph.expose(step.inp, as: graph.inp)
            try graph.expose(step.out, as: graph.out)
        }
        #expect(refusal(.mapping) { try flow.map(graph.$number, as: "number") }?.contains("build()") == true)
        try flow.map(graph.$required, as: "required")
    }
}
