import Maize
import MaizeTesting
import Testing

@Suite(.timeLimit(.minutes(10))) struct FoldTests {
    private let rig = NodeRig(Fold<Add>.self) { $0.initial = 10 }
    private let running = NodeRig(Fold<Add>.self) {
        $0.initial = 10
        $0.running = true
    }

    @Test(arguments: [[], [1], [1, 2, 3]])
    func `it sends the value of all items at the end`(items: [Int]) throws {
        let result = try rig.feed(\.inp, items).run()
        #expect(result.items(of: \.out) == [items.reduce(10, +)])
        #expect(result.end(of: \.out) == .finished)
    }

    @Test func `running, it sends the value after each item`() throws {
        #expect(try running.feed(\.inp, [1, 2, 3]).run().items(of: \.out) == [11, 13, 16])
        #expect(try running.feed(\.inp, []).run().items(of: \.out) == [])
    }

    @Test func `nothing is made of a stream that was cut short`() throws {
        let result = try rig.feed(\.inp, [1, 2], then: .broken).run()
        #expect(result.items(of: \.out) == [])
        #expect(result.end(of: \.out) == .broken)
    }

    @Test func `the first value must be given`() throws {
        let flow = Workflow("wrong")
        try flow.add(Fold<Add>.self) { try $0.inp.set(1) }
        #expect(flow.check().contains { $0.interface == "initial" && $0.severity == .error })
    }
}
