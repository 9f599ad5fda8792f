import Maize
import MaizeTesting
import Testing

/// Nodes that make lists, cut them and join them.
@Suite(.timeLimit(.minutes(10))) struct ListNodesTests {
    // MARK: Multiply

    @Test(arguments: [0, 1, 3]) func `Multiply makes a list of copies of one item`(count: Int) throws {
        let result = try NodeRig(Multiply<Int>.self) { $0.nPackages = count }.feed(\.inp, [42, 43]).run()
        #expect(result.items(of: \.out) == [Array(repeating: 42, count: count)])
        #expect(result.unread(of: \.inp) == 1)
        #expect(result.outcome == .completed)
    }

    @Test func `Multiply makes a list of each item where it loops, and none of an empty stream`() throws {
        let rig = NodeRig(Multiply<String>.self, options: NodeOptions(loop: true)) { $0.nPackages = 2 }
        #expect(try rig.feed(\.inp, ["a", "b"]).run().items(of: \.out) == [["a", "a"], ["b", "b"]])
        let empty = try rig.feed(\.inp, []).run()
        #expect(empty.items(of: \.out).isEmpty && empty.end(of: \.out) == .finished)
        #expect(empty.outcome.word == "stopped")
    }

    // MARK: Batch

    static let cuts: [([Int], Int, [[Int]])] = [
        ([1, 2, 3, 4], 3, [[1, 2], [3], [4]]), ([1, 2, 3, 4, 5], 3, [[1, 2], [3, 4], [5]]),
        ([1, 2], 3, [[1], [2], []]),
        ([], 2, [[], []]), ([1, 2, 3], 1, [[1, 2, 3]]), ([1, 2, 3, 4], 2, [[1, 2], [3, 4]]),
    ]

    @Test(arguments: cuts)
    func `Batch cuts a list into nearly equal parts, larger ones first`(list: [Int], parts: Int, cut: [[Int]]) throws {
        let result = try NodeRig(Batch<Int>.self) { $0.nBatches = parts }.feed(\.inp, [list]).run()
        #expect(result.items(of: \.out) == cut)
        #expect(result.outcome == .completed)
    }

    @Test func `Batch cuts one list, or each where it loops`() throws {
        let rig = NodeRig(Batch<Int>.self) { $0.nBatches = 2 }.feed(\.inp, [[1, 2], [3, 4]])
        #expect(try rig.run().items(of: \.out) == [[1], [2]])
        let looped = NodeRig(Batch<Int>.self, options: NodeOptions(loop: true)) { $0.nBatches = 2 }
        #expect(try looped.feed(\.inp, [[1, 2], [3, 4]]).run().items(of: \.out) == [[1], [2], [3], [4]])
    }

    // MARK: Combine

    @Test(arguments: cuts) func `Combine is the way back`(list: [Int], parts: Int, cut: [[Int]]) throws {
        let result = try NodeRig(Combine<Int>.self) { $0.nBatches = parts }.feed(\.inp, cut + [[7]]).run()
        #expect(result.items(of: \.out) == [list])
        #expect(result.unread(of: \.inp) == 1)
    }

    @Test(arguments: [[], [[1]], [[1], [2]]])
    func `Combine sends nothing when the stream ends before its last list`(lists: [[Int]]) throws {
        let result = try NodeRig(Combine<Int>.self) { $0.nBatches = 3 }.feed(\.inp, lists).run()
        #expect(result.items(of: \.out).isEmpty && result.end(of: \.out) == .finished)
        #expect(result.outcome == .stopped(reason: "input 'inp' has ended"))
    }

    @Test func `Combine begins anew where it loops`() throws {
        let result = try NodeRig(Combine<Int>.self, options: NodeOptions(loop: true)) { $0.nBatches = 2 }
            .feed(\.inp, [[1], [2], [3], [4], [5]]).run()
        #expect(result.items(of: \.out) == [[1, 2], [3, 4]])
    }

    // MARK: MergeLists

    @Test func `MergeLists joins one list of each input, in their order`() throws {
        let result = try NodeRig(MergeLists<Int>.self).feed(\.inp, channels: [[[1, 2]], [[3]], [[4, 5]]]).run()
        #expect(result.items(of: \.out) == [[1, 2, 3, 4, 5]])
        #expect(result.end(of: \.out) == .finished)
    }

    @Test func `MergeLists leaves out inputs that have ended, until all have`() throws {
        let result = try NodeRig(MergeLists<Int>.self)
            .feed(\.inp, channels: [[[1], [4], [6]], [], [[2, 3], [5]]]).run()
        #expect(result.items(of: \.out) == [[1, 2, 3], [4, 5], [6]])
    }

    @Test func `MergeLists sends an empty list that came, and nothing when nothing came`() throws {
        let some = try NodeRig(MergeLists<Int>.self).feed(\.inp, channels: [[[]], [[]]]).run()
        #expect(some.items(of: \.out) == [[]])
        let none = try NodeRig(MergeLists<Int>.self).feed(\.inp, channels: [[], []]).run()
        #expect(none.items(of: \.out).isEmpty && none.end(of: \.out) == .finished)
    }

    @Test func `MergeLists takes a value in place of a channel each time, and once where there are only values`() throws
    {
        let mixed = try NodeRig(MergeLists<Int>.self) { try $0.inp.append([0]) }.feed(\.inp, [[1], [2]]).run()
        #expect(mixed.items(of: \.out) == [[0, 1], [0, 2]])
        let values = NodeRig(MergeLists<Int>.self) {
            try $0.inp.append([1])
            try $0.inp.append([2])
        }
        #expect(try values.run().items(of: \.out) == [[1, 2]])
    }

    @Test func `MergeLists stops with its receiver`() throws {
        let result = try NodeRig(MergeLists<Int>.self).feed(\.inp, channels: [[[1], [2], [3]]]).take(1, of: \.out).run()
        #expect(result.items(of: \.out) == [[1]])
        #expect(result.outcome.word == "stopped")
    }

    // MARK: Before the run

    @Test(arguments: [-1, 0]) func `sizes out of range are found by the check`(size: Int) throws {
        let flow = Workflow("sizes")
        try flow.add(Batch<Int>.self) { $0.nBatches = size }
        try flow.add(Combine<Int>.self) { $0.nBatches = size }
        try flow.add(Accumulate<Int>.self) { $0.nPackets = size }
        try flow.add(Multiply<Int>.self) { $0.nPackages = size - 1 }
        let found = flow.check().filter { $0.message.contains("breaks the rule") }.map(\.description)
        #expect(
            found == [
                "error: batch.n_batches: the value \(size) breaks the rule 'is at least 1'",
                "error: combine.n_batches: the value \(size) breaks the rule 'is at least 1'",
                "error: accumulate.n_packets: the value \(size) breaks the rule 'is at least 1'",
                "error: multiply.n_packages: the value \(size - 1) breaks the rule 'is in 0...100000000'",
            ]
        )
    }
}
