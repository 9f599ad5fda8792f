import Testing

@testable import MaizeCore

@Suite struct SimpleCyclesTests {
    @Test func `a graph without a way round has none`() {
        #expect(SimpleCycles.find(successors: []) == [])
        #expect(SimpleCycles.find(successors: [[1], [2], []]) == [])
    }

    @Test func `each cycle is found once, from its first node`() {
        // 0 -> 1 -> 2 -> 0, 1 -> 1, 2 -> 1, and 3 <-> 4 apart, with two channels one way.
        let cycles = SimpleCycles.find(successors: [[1], [1, 2], [0, 1], [4, 4], [3]])
        #expect(cycles == [[0, 1, 2], [1], [1, 2], [3, 4]])
    }

    @Test func `where everything is connected, some are named and no more`() {
        let all = Array(0..<60)
        let cycles = SimpleCycles.find(successors: all.map { _ in all })
        #expect(cycles.count == SimpleCycles.most)
    }

    @Test func `a long way round is found`() {
        let count = 3000
        #expect(SimpleCycles.find(successors: (0..<count).map { [($0 + 1) % count] }).map(\.count) == [count])
    }

    @Test func `nodes are named by their paths`() throws {
        let flow = Workflow("test")
        let first = try flow.add(NumberStep.self, name: "a")
        let second = try flow.add(NumberStep.self, name: "b")
        try flow.connect(first.out, to: second.inp)
        try flow.connect(second.out, to: first.inp)
        #expect(flow.cycles == ["a -> b -> a"])
    }
}
