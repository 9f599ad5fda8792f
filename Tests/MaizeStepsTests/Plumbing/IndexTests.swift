import Maize
import MaizeSteps
import MaizeTesting
import Testing

/// Nodes that take a number to say which port is meant.
@Suite(.timeLimit(.minutes(10))) struct IndexTests {
    // MARK: IntegerMap

    private func map(_ pattern: [Int], _ numbers: [Int], loop: Bool = true) -> NodeRig<IntegerMap> {
        NodeRig(IntegerMap.self, name: "map", options: NodeOptions(loop: loop)) { $0.pattern = pattern }
            .feed(\.inp, numbers)
    }

    @Test func `IntegerMap gives the index that the pattern has at a place`() throws {
        #expect(try map([0, 2, -1], [0, 1, 2, 3, 100]).run().items(of: \.out) == [1, 1, 2, 2, 2])
        #expect(try map([1, 1, 1], [0, 1, 2, 3]).run().items(of: \.out) == [0, 1, 2, 2])
        #expect(try map([2, 0], [0, 1, 2]).run().items(of: \.out) == [0, 0, 0])
        #expect(try map([Int.min, .max], [Int.max, 0]).run().items(of: \.out) == [0, 0])
    }

    @Test func `IntegerMap maps one number unless it loops, and nothing of an empty stream`() throws {
        let once = try map([1, 1], [1, 0], loop: false).run()
        #expect(once.items(of: \.out) == [1] && once.unread(of: \.inp) == 1)
        let empty = try map([1, 1], [], loop: false).run()
        #expect(empty.items(of: \.out).isEmpty && empty.end(of: \.out) == .finished)
    }

    @Test func `IntegerMap refuses a pattern without an index, and a negative number`() throws {
        for pattern in [[], [0, 0]] {
            let error = #expect(throws: NodeRigError.self) { try map(pattern, [0]).run() }
            #expect(error?.message.contains("map.pattern: the value") == true, "\(error as Any)")
        }
        let error = #expect(throws: WorkflowError.self) { try map([1], [-1]).run() }
        #expect(error?.message.contains("the item -1 breaks the rule 'is at least 0'") == true, "\(error as Any)")
    }

    // MARK: Choice

    private func choose(_ indices: [Int], clip: Bool = false, loop: Bool = false) -> NodeRig<Choice<String>> {
        NodeRig(Choice<String>.self, options: NodeOptions(loop: loop)) { $0.clip = clip }
            .feed(\.inp, channels: [["a0", "a1"], ["b0", "b1"], ["c0"]]).feed(\.inpIndex, indices)
    }

    @Test func `Choice passes on an item of the input that the index names`() throws {
        let one = try choose([1, 0]).run()
        #expect(one.items(of: \.out) == ["b0"])
        #expect(one.unread(of: \.inp) == [2, 1, 1])
        #expect(one.outcome == .completed)
        #expect(try choose([1, 0, 1, 0], loop: true).run().items(of: \.out) == ["b0", "a0", "b1", "a1"])
    }

    @Test func `Choice takes the last input for an index past it, if it is to`() throws {
        #expect(try choose([3], clip: true).run().items(of: \.out) == ["c0"])
        let result = try choose([3]).runToEnd()
        #expect(result.items(of: \.out).isEmpty)
        #expect(
            result.error.map { "\($0)" }
                == "choice: the index on 'inp_index' is 3, but 'inp' has 3 channels (the first is 0); connect more, or set"
                + " 'clip' to let it mean the last one"
        )
        #expect(throws: WorkflowError.self) { try choose([-1], clip: true).run() }
    }

    @Test func `Choice sends nothing when the index or the chosen item never comes`() throws {
        #expect(try choose([]).run().outcome == .stopped(reason: "input 'inp_index' has ended"))
        let result = try choose([2, 2, 0], loop: true).run()
        #expect(result.items(of: \.out) == ["c0"])
        #expect(result.outcome == .stopped(reason: "input 'inp[2]' has ended"))
    }

    @Test func `Choice gives values in place of channels`() throws {
        let rig = NodeRig(Choice<Int>.self) {
            for value in [10, 20] { try $0.inp.append(value) }
            try $0.inpIndex.set(1)
        }
        #expect(try rig.run().items(of: \.out) == [20])
    }

    // MARK: IndexDistribute

    private func distribute(_ indices: [Int], clip: Bool = false) -> NodeRig<IndexDistribute<Int>> {
        NodeRig(IndexDistribute<Int>.self, options: NodeOptions(loop: true)) { $0.clip = clip }
            .feed(\.inp, Array(1...4)).feed(\.inpIndex, indices)
    }

    @Test func `IndexDistribute sends to the output that the index names`() throws {
        let once = try NodeRig(IndexDistribute<Int>.self).feed(\.inp, [7, 8]).feed(\.inpIndex, [1, 0])
            .channels(2, of: \.out).run()
        #expect(once.items(of: \.out) == [[], [7]])
        #expect(once.outcome == .completed)
        #expect(try distribute([0, 1, 1, 0]).channels(2, of: \.out).run().items(of: \.out) == [[1, 4], [2, 3]])
        #expect(try distribute([5, 0], clip: true).channels(3, of: \.out).run().items(of: \.out) == [[2], [], [1]])
    }

    @Test func `IndexDistribute ends with either stream`() throws {
        let few = try distribute([1]).channels(2, of: \.out).run()
        #expect(few.items(of: \.out) == [[], [1]] && few.outcome.word == "stopped")
        let none = try distribute([]).channels(2, of: \.out).run()
        #expect(none.items(of: \.out) == [[], []] && none.unread(of: \.inp) == 4)
    }

    @Test func `IndexDistribute refuses an index past its outputs`() throws {
        let result = try distribute([1, 2]).channels(2, of: \.out).runToEnd()
        #expect(result.items(of: \.out) == [[], [1]])
        #expect("\(result.error.map { "\($0)" } ?? "")".contains("is 2, but 'out' has 2 channels"))
    }

    @Test func `IndexDistribute drops items for a receiver that has ended, and stops when none is left`() throws {
        let one = try distribute([0, 0, 1, 0]).take([1, 9], of: \.out).run()
        #expect(one.items(of: \.out) == [[1], [3]])
        let all = try distribute([0, 0, 0, 0]).take([1], of: \.out).run()
        #expect(all.items(of: \.out) == [[1]] && all.outcome.word == "stopped")
    }

    // MARK: Before the run

    @Test func `an index that is known before the run is looked at before it`() throws {
        let flow = Workflow("index")
        let choice = try flow.add(Choice<Int>.self) {
            for value in [10, 20] { try $0.inp.append(value) }
            try $0.inpIndex.set(2)
        }
        let distribute = try flow.add(IndexDistribute<Int>.self) { try $0.inpIndex.set(2) }
        try flow.connect(choice.out, to: distribute.inp)
        for name in ["a", "b"] { try flow.connect(distribute.out, to: flow.add(Discard<Int>.self, name: name).inp) }
        let rest = "2 channels (the first is 0); connect more, or set 'clip' to let it mean the last one"
        #expect(
            flow.check().map(\.description) == [
                "error: choice: the index on 'inp_index' is 2, but 'inp' has \(rest)",
                "error: indexdistribute: the index on 'inp_index' is 2, but 'out' has \(rest)",
            ]
        )
        choice.clip = true
        distribute.clip = true
        #expect(flow.check().isEmpty)
        #expect(throws: WorkflowError.self) { try choice.inpIndex.set(-1) }
    }
}
