import Maize
import MaizeTesting
import Testing

/// The ends of streams, for all nodes that pass items on.
@Suite(.timeLimit(.minutes(10))) struct PlumbingEndTests {
    private let cut = StreamEnd.broken(by: "the test")

    @Test func `no list is made of a part of a stream`() throws {
        let combine = NodeRig(Combine<Int>.self) { $0.nBatches = 2 }.feed(\.inp, [[1]], then: .broken)
        try expectNothing(combine, \.out)
        let accumulate = NodeRig(Accumulate<Int>.self) { $0.nPackets = 2 }.feed(\.inp, [1], then: .broken)
        try expectNothing(accumulate, \.out)
        try expectNothing(NodeRig(MergeLists<Int>.self).feed(\.inp, [[1]]).feed(\.inp, [], then: .broken), \.out)
        try expectNothing(NodeRig(Multiply<Int>.self) { $0.nPackages = 2 }.feed(\.inp, [], then: .broken), \.out)
        try expectNothing(NodeRig(Batch<Int>.self) { $0.nBatches = 2 }.feed(\.inp, [], then: .broken), \.out)
    }

    @Test func `nothing is made of an index or a number that never came`() throws {
        try expectNothing(NodeRig(IntegerMap.self) { $0.pattern = [1] }.feed(\.inp, [], then: .broken), \.out)
        try expectNothing(NodeRig(Choice<Int>.self).feed(\.inp, [1]).feed(\.inpIndex, [], then: .broken), \.out)
        try expectNothing(NodeRig(Choice<Int>.self).feed(\.inp, [], then: .broken).feed(\.inpIndex, [0]), \.out)
        try expectNothing(NodeRig(Yes<Int>.self).feed(\.inp, [], then: .broken), \.out)
    }

    private func expectNothing<Tested: Node, Item>(
        _ rig: NodeRig<Tested>,
        _ port: KeyPath<Tested, Output<Item>>,
        location: SourceLocation = #_sourceLocation
    ) throws {
        let result = try rig.runToEnd()
        #expect(result.items(of: port).isEmpty, sourceLocation: location)
        #expect(result.end(of: port) == cut, sourceLocation: location)
        #expect(result.outcome.word == "stopped", sourceLocation: location)
    }

    @Test func `a broken end is passed on behind the items before it`() throws {
        try expectBoth(NodeRig(RoundRobin<Int>.self).feed(\.inp, [1, 2], then: .broken), \.out, [[1], [2]])
        try expectBoth(
            NodeRig(CopyEveryNIter<Int>.self).feed(\.inp, [1, 2], then: .broken),
            \.out,
            [[1, 2], [1, 2]]
        )
        let time = NodeRig(TimeDistribute<Int>.self) { $0.pattern = [1, -1] }.feed(\.inp, [1, 2, 3], then: .broken)
        try expectBoth(time, \.out, [[1], [2, 3]])
        let index = NodeRig(IndexDistribute<Int>.self, options: NodeOptions(loop: true))
            .feed(\.inp, [1, 2, 3]).feed(\.inpIndex, [1, 0], then: .broken)
        try expectBoth(index, \.out, [[2], [1]])
    }

    private func expectBoth<Tested: Node>(
        _ rig: NodeRig<Tested>,
        _ port: KeyPath<Tested, MultiOutput<Int>>,
        _ items: [[Int]],
        location: SourceLocation = #_sourceLocation
    ) throws {
        let result = try rig.channels(2, of: port).runToEnd()
        #expect(result.items(of: port) == items, sourceLocation: location)
        #expect(result.ends(of: port) == [cut, cut], sourceLocation: location)
    }

    // MARK: Merge, Dummy, Delay

    @Test func `Merge without an input, and one that loops, come to their ends`() throws {
        let flow = Workflow("merge")
        let merge = try flow.add(Merge<Int>.self)
        let result = try flow.add(Return<Int>.self)
        try flow.connect(merge.out, to: result.inp)
        #expect(try InMemoryRun(flow).execute().status == .completed)
        #expect(result.values.isEmpty)
        let looped = NodeRig(Merge<Int>.self, options: NodeOptions(loop: true)).feed(\.inp, channels: [[1], [2]])
        #expect(try looped.run().items(of: \.out).sorted() == [1, 2])
    }

    @Test func `Dummy sends nothing`() throws {
        let result = try NodeRig(Dummy<Int>.self).run()
        #expect(result.items(of: \.out).isEmpty && result.end(of: \.out) == .finished)
        #expect(result.outcome == .completed)
    }

    @Test(arguments: [-1, Double.nan, .infinity]) func `Delay refuses a time that is none`(delay: Double) throws {
        let flow = Workflow("delay")
        try flow.add(Delay<Int>.self) { $0.delay = delay }
        #expect(
            flow.check().map(\.description)
                .contains { $0.hasPrefix("error: delay.delay: the value \(delay) breaks the rule 'is at least 0") }
        )
    }
}
