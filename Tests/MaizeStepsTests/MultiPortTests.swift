import Maize
import Testing

/// Takes one item of each place, in their order.
final class InOrder: Node {
    let inp = MultiInput<String>()
    let out = Output<[String]>()
    override func run() throws { try out.send(try inp.map { try $0.receive() }) }
}

/// Exposes two places of one multi input under names of their own.
final class TwoNames: Graph {
    let first = Input<String>()
    let second = Input<String>()
    let out = Output<[String]>()
    override func build() throws {
        let node = try add(InOrder.self)
        try expose(node.inp, as: first)
        try expose(node.inp, as: second)
        try expose(node.out, as: out)
    }
}

@Suite(.timeLimit(.minutes(10))) struct MultiPortTests {
    let flow = Workflow("multi")

    private func load(_ text: String) throws -> Output<String> {
        try flow.add(LoadData<String>.self, name: text) { $0.data = text }.out
    }

    @Test func `places keep their order whichever is connected first`() throws {
        let graph = try flow.add(TwoNames.self)
        let result = try flow.add(Return<[String]>.self)
        try flow.connect(load("b"), to: graph.second)
        try flow.connect(load("a"), to: graph.first)
        try flow.connect(graph.out, to: result.inp)
        #expect(try TestRun.of(flow).status == .completed)
        #expect(result.values == [["a", "b"]])
    }

    @Test func `a place may hold a value instead of a channel`() throws {
        let node = try flow.add(InOrder.self) { try $0.inp.append("fixed") }
        let result = try flow.add(Return<[String]>.self)
        try flow.connect(load("sent"), to: node.inp)
        try flow.connect(node.out, to: result.inp)
        #expect(try TestRun.of(flow).status == .completed)
        #expect(result.values == [["fixed", "sent"]])
    }

    @Test func `ports and parameters are found by path, and set by name`() throws {
        let graph = try flow.add(TwoNames.self, name: "pair")
        let delay = try flow.add(Delay<Int>.self)
        // A graph's port stands for the inner one.
        let inner = try #require(graph.component(at: ["inorder"]) as? InOrder)
        #expect(flow.port(at: ["pair", "first"]) === inner.inp[0])
        #expect(flow.parameter(at: ["delay", "delay"]) === delay.$delay)
        #expect(flow.component(at: ["pair", "inorder"]) is InOrder)
        #expect(flow.port(at: ["pair", "third"]) == nil)

        try delay.set("delay", to: 0.5)
        try delay.set("delay", to: nil as Double?)
        #expect(delay.delay == 0.5)
        #expect(throws: WorkflowError.self) { try delay.set("delay", to: "long") }
        let refusal = #expect(throws: WorkflowError.self) { try delay.set("dealy", to: 1.0) }
        #expect(refusal?.message == "there is no parameter or input 'dealy'; there are: delay, inp")
    }
}
