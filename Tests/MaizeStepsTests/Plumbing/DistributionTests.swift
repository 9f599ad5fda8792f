import Maize
import MaizeTesting
import Testing

/// Nodes that choose an output for each item by themselves.
@Suite(.timeLimit(.minutes(10))) struct DistributionTests {
    // MARK: RoundRobin

    @Test func `RoundRobin sends to its outputs in turn`() throws {
        let rig = NodeRig(RoundRobin<Int>.self).channels(3, of: \.out)
        #expect(try rig.feed(\.inp, Array(1...7)).run().items(of: \.out) == [[1, 4, 7], [2, 5], [3, 6]])
        let empty = try rig.feed(\.inp, []).run()
        #expect(empty.items(of: \.out) == [[], [], []])
        #expect(empty.ends(of: \.out) == [.finished, .finished, .finished])
    }

    @Test func `RoundRobin leaves out receivers that have ended, and loses no item by it`() throws {
        let result = try NodeRig(RoundRobin<Int>.self).feed(\.inp, Array(1...9)).take([1, 9, 2], of: \.out).run()
        #expect(result.items(of: \.out) == [[1], [2, 4, 6, 7, 8, 9], [3, 5]])
        #expect(result.outcome == .completed)
    }

    @Test func `RoundRobin stops when no receiver is left`() throws {
        let result = try NodeRig(RoundRobin<Int>.self).feed(\.inp, Array(1...9)).take([1, 2], of: \.out).run()
        #expect(result.items(of: \.out).flatMap(\.self).sorted() == [1, 2, 3])
        #expect(result.outcome.word == "stopped")
    }

    // MARK: CopyEveryNIter

    @Test(arguments: [(1, [1, 2, 3, 4, 5]), (2, [2, 4]), (5, [5]), (6, []), (-1, [1])])
    func `CopyEveryNIter sends all to its first output and some to the others`(freq: Int, some: [Int]) throws {
        let result = try NodeRig(CopyEveryNIter<Int>.self) { $0.freq = freq }
            .feed(\.inp, Array(1...5)).channels(3, of: \.out).run()
        #expect(result.items(of: \.out) == [[1, 2, 3, 4, 5], some, some])
        #expect(result.outcome == .completed)
    }

    @Test func `CopyEveryNIter goes on without receivers that have ended, and stops when none is left`() throws {
        let rig = NodeRig(CopyEveryNIter<Int>.self) { $0.freq = 2 }.feed(\.inp, Array(1...8))
        #expect(try rig.take([2, 9], of: \.out).run().items(of: \.out) == [[1, 2], [2, 4, 6, 8]])
        let none = try rig.take([2, 1], of: \.out).run()
        #expect(none.items(of: \.out) == [[1, 2], [2]])
        #expect(none.outcome.word == "stopped")
        let first = try NodeRig(CopyEveryNIter<Int>.self) { $0.freq = -1 }
            .feed(\.inp, Array(1...8)).take([3, 9], of: \.out).run()
        #expect(first.items(of: \.out) == [[1, 2, 3], [1]])
        #expect(first.outcome.word == "stopped", "the others get nothing any more")
    }

    @Test func `CopyEveryNIter ends the other streams after the first item where they get no more`() throws {
        let flow = Workflow("first")
        let source = try flow.add(Endless.self)
        let copy = try flow.add(CopyEveryNIter<Int>.self) { $0.freq = -1 }
        // It answers only at the end of its stream.
        let sum = try flow.add(Summing.self)
        let merge = try flow.add(Merge<Int>.self)
        let ending = try flow.add(EndingAtOnce.self)
        try flow.connect(source.out, to: copy.inp)
        try flow.connect(copy.out, to: flow.add(Discard<Int>.self).inp)
        try flow.connect(copy.out, to: sum.inp)
        try flow.connect(sum.out, to: merge.inp)
        try flow.connect(merge.out, to: ending.inp)
        #expect(try InMemoryRun(flow).execute().firstFailure == nil)
    }

    @Test(arguments: [0, -2]) func `CopyEveryNIter refuses other frequencies before the run`(freq: Int) throws {
        let flow = Workflow("freq")
        try flow.add(CopyEveryNIter<Int>.self, name: "copy") { $0.freq = freq }
        #expect(
            flow.check().map(\.description)
                .contains("error: copy.freq: the value \(freq) breaks the rule 'is at least 1, or -1'")
        )
    }

    // MARK: TimeDistribute

    private func distribute(_ pattern: [Int], cycle: Bool = false, _ items: [Int]) -> NodeRig<TimeDistribute<Int>> {
        NodeRig(TimeDistribute<Int>.self, name: "stages") {
            $0.pattern = pattern
            $0.cycle = cycle
        }.feed(\.inp, items)
    }

    @Test func `TimeDistribute sends so many items to each output in turn`() throws {
        let cycle = distribute([2, 1], cycle: true, Array(1...6)).channels(2, of: \.out)
        #expect(try cycle.run().items(of: \.out) == [[1, 2, 4, 5], [3, 6]])
        let rest = distribute([2, 0, -1], Array(1...5)).channels(3, of: \.out)
        #expect(try rest.run().items(of: \.out) == [[1, 2], [], [3, 4, 5]])
        #expect(try distribute([2, 3], Array(1...5)).channels(2, of: \.out).run().outcome == .completed)
        let empty = try distribute([1, 1], []).channels(2, of: \.out).run()
        #expect(empty.items(of: \.out) == [[], []] && empty.outcome == .completed)
    }

    @Test func `TimeDistribute fails when an item comes after the end of its pattern`() throws {
        let result = try distribute([2, 1], Array(1...4)).channels(2, of: \.out).runToEnd()
        #expect(result.items(of: \.out) == [[1, 2], [3]])
        #expect(
            "\(result.error.map { "\($0)" } ?? "")"
                == "stages: the pattern [2, 1] was at its end after 3 items, and one more came; set 'cycle' to begin anew,"
                + " or end the pattern with -1"
        )
        #expect(result.ends(of: \.out) == [.broken(by: "stages"), .broken(by: "stages")])
    }

    @Test func `TimeDistribute drops items for a receiver that has ended, and stops when none is left`() throws {
        let result = try distribute([2, 2], cycle: true, Array(1...8)).take([1, 9], of: \.out).run()
        #expect(result.items(of: \.out) == [[1], [3, 4, 7, 8]])
        #expect(result.outcome == .completed)
        let last = try distribute([1, -1], Array(1...8)).take([9, 2], of: \.out).run()
        #expect(last.items(of: \.out) == [[1], [2, 3]])
        #expect(last.outcome.word == "stopped", "the first output would get nothing more")
    }

    @Test(arguments: [
        ([1], "pattern has one number, but out has 2 channels; give one number for each channel"),
        ([-1, 1], "pattern has a -1 before its end"), ([1, -2], "pattern holds -2"), ([0, 0], "nothing but 0"),
    ])
    func `TimeDistribute refuses a pattern that does not fit before the run`(pattern: [Int], message: String) throws {
        let error = #expect(throws: NodeRigError.self) {
            try distribute(pattern, cycle: true, [1]).channels(2, of: \.out).run()
        }
        #expect(error?.code == .invalid)
        #expect(
            error?.message.contains("stages: ") == true && error?.message.contains(message) == true,
            "\(error as Any)"
        )
    }
}

/// Ends the run as soon as anything comes.
final class EndingAtOnce: Node {
    let inp = Input<Int>()
    override func run() throws {
        _ = try inp.receive()
        requestShutdown()
    }
}
