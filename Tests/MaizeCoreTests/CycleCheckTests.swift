import MaizeCore
import Testing

@Suite struct CycleCheckTests {
    let flow = Workflow("test")

    private func step(_ name: String) throws -> NumberStep { try flow.add(NumberStep.self, name: name) }

    @Test func `a cycle that nothing can start is a warning that names it`() throws {
        let first = try step("a")
        let second = try step("b")
        try flow.connect(first.out, to: second.inp)
        try flow.connect(second.out, to: first.inp)
        let found = flow.check()
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.message.hasSuffix("a -> b -> a") == true)
    }

    @Test(.timeLimit(.minutes(10)))
    func `a long row of nodes is looked through once`() throws {
        var last = try flow.add(NumberSource.self).out
        for place in 0..<20_000 {
            let node = try step("n\(place)")
            try flow.connect(last, to: node.inp)
            last = node.out
        }
        try flow.connect(last, to: flow.add(NumberSink.self).inp)
        #expect(flow.check().isEmpty)
    }

    @Test func `a node that feeds itself alone is one too`() throws {
        let node = try step("a")
        try flow.connect(node.out, to: node.inp)
        #expect(flow.check().map(\.severity) == [.warning])
    }

    @Test func `a cycle into which items come from outside is ordinary`() throws {
        let gather = try flow.add(Gather.self, name: "g")
        let node = try step("a")
        try flow.connect(flow.add(NumberSource.self).out, to: gather.inp)
        try flow.connect(gather.out, to: node.inp)
        try flow.connect(node.out, to: gather.inp)
        #expect(flow.check() == [])
    }

    @Test func `a cycle with an optional or a multi input is ordinary`() throws {
        let spread = try flow.add(Spread.self, name: "s")
        let node = try step("a")
        try flow.connect(spread.out, to: node.inp)
        try flow.connect(node.out, to: spread.inp)
        #expect(flow.check() == [])
    }

    @Test func `a graph without a cycle, however it branches, is not mentioned`() throws {
        let spread = try flow.add(Spread.self)
        let gather = try flow.add(Gather.self)
        for name in ["a", "b", "c"] {
            let node = try step(name)
            try flow.connect(spread.out, to: node.inp)
            try flow.connect(node.out, to: gather.inp)
        }
        #expect(flow.check() == [])
    }
}
