import Maize
import Testing

/// Graphs in which nodes take each other's place.
@Suite(.timeLimit(.minutes(10))) struct ReplaceTests {
    let flow = Workflow("replace")

    @Test func `a node takes over channels, name, options, values and what drives it`() throws {
        let source = try flow.add(Counting.self) { $0.count = 3 }
        let old = try flow.add(Scaled.self, name: "step", options: NodeOptions(attempts: 2)) { $0.factor = 3 }
        let result = try flow.add(Return<Int>.self)
        try flow.connect(source.out, to: old.inp)
        try flow.connect(old.out, to: result.inp)
        try flow.map(old.$factor, as: "factor") { $0 + 1 }
        try flow.set("factor", to: 9)
        let new = try flow.replace(old, with: Shifted.AsNode.self)
        #expect(new.name == "step" && flow.nodes.contains { $0 === new } && !flow.nodes.contains { $0 === old })
        #expect(flow.check().isEmpty)
        try flow.execute()
        #expect(result.values == [10, 11, 12])
    }

    @Test func `who still connects the old node is told that another one took its place`() throws {
        let source = try flow.add(Counting.self)
        let old = try flow.add(Scaled.self)
        try flow.replace(old, with: Shifted.AsNode.self)
        let error = #expect(throws: WorkflowError.self) { try flow.connect(source.out, to: old.inp) }
        #expect(error?.message.contains("port 'inp' of 'scaled' is part of no workflow any more") == true)
        #expect(error?.message.contains("connect the one that replace(…) gave") == true)
    }

    @Test func `a value that both have is kept unless it is set anew`() throws {
        let old = try flow.add(Scaled.self) { $0.factor = 3 }
        #expect(try flow.replace(old, with: Shifted.AsNode.self).factor == 3)
        let again = try flow.add(Scaled.self, name: "again") { $0.factor = 3 }
        #expect(try flow.replace(again, with: Shifted.AsNode.self) { $0.factor = 5 }.factor == 5)
    }

    @Test func `values and preloaded items of inputs go over`() throws {
        let old = try flow.add(Repeated.self) {
            try $0.first.preload("a", "b")
            try $0.second.set(2)
        }
        let result = try flow.add(Return<String>.self)
        try flow.connect(old.out, to: result.inp)
        try flow.replace(old, with: Framed.AsNode.self)
        try flow.execute()
        #expect(result.values == ["2<a>", "2<b>"])
    }

    @Test func `places of multi ports keep their channels, and graphs their ports`() throws {
        let graph = try flow.add(TwoWays.self)
        let source = try flow.add(Counting.self) { $0.count = 4 }
        let results = try ["a", "b"].map { try flow.add(Return<Int>.self, name: $0) }
        try flow.connect(source.out, to: graph.inp)
        for result in results { try flow.connect(graph.out, to: result.inp) }
        let copy = try #require(graph.nodes.first)
        try flow.replace(copy, with: RoundRobin<Int>.self)
        try flow.execute()
        #expect(results.map(\.values) == [[0, 2], [1, 3]])
    }

    @Test func `all that the new type lacks is named, and nothing is changed`() throws {
        let source = try flow.add(Counting.self) { $0.count = 2 }
        let old = try flow.add(Scaled.self)
        let result = try flow.add(Return<Int>.self)
        try flow.connect(source.out, to: old.inp)
        try flow.connect(old.out, to: result.inp)
        try flow.map(old.$factor, as: "factor")
        let error = #expect(throws: WorkflowError.self) { try flow.replace(old, with: Framed.AsNode.self) }
        for name in ["inp", "out", "factor"] { #expect(error?.message.contains("\(name) (") == true) }
        try flow.execute()
        #expect(result.values == [0, 2])
        let foreign = try Workflow("other").add(Scaled.self)
        #expect(throws: WorkflowError.self) { try flow.replace(foreign, with: Scaled.AsNode.self) }
    }
}

struct Shifted: Function1 {
    @Parameter var factor = 0
    func call(_ number: Int) -> Int { number + factor }
}

struct Framed: Function2 {
    static var inputs: (String, String) { Repeated.inputs }
    func call(_ text: String, _ count: Int) -> String { "\(count)<\(text)>" }
}

final class TwoWays: Graph {
    let inp = Input<Int>()
    let out = MultiOutput<Int>()
    override func build() throws {
        let copy = try add(Copy<Int>.self)
        try expose(copy.inp, as: inp)
        try expose(copy.out, as: out)
    }
}
