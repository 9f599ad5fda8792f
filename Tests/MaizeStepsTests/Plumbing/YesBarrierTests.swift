import Maize
import MaizeTesting
import Testing

/// A node that repeats, and one that lets pass or drops.
@Suite(.timeLimit(.minutes(10))) struct YesBarrierTests {
    // MARK: Yes

    @Test func `Yes sends its first item in each of its passes`() throws {
        let result = try NodeRig(Yes<Int>.self, options: NodeOptions(maxLoops: 3)).feed(\.inp, [42, 43]).run()
        #expect(result.items(of: \.out) == [42, 42, 42])
        #expect(result.unread(of: \.inp) == 1)
        #expect(result.outcome == .completed)
    }

    @Test func `Yes goes on as long as somebody receives, whatever becomes of its input`() throws {
        let result = try NodeRig(Yes<String>.self).feed(\.inp, ["a"]).take(200, of: \.out).run()
        #expect(result.items(of: \.out) == Array(repeating: "a", count: 200))
        #expect(result.outcome.word == "stopped")
    }

    @Test func `Yes tells the sender of its input that it wants no more`() throws {
        let flow = Workflow("yes")
        let source = try flow.add(Endless.self)
        let yes = try flow.add(Yes<Int>.self, options: NodeOptions(maxLoops: 5))
        let result = try flow.add(Return<Int>.self)
        try flow.connect(source.out, to: yes.inp)
        try flow.connect(yes.out, to: result.inp)
        #expect(try InMemoryRun(flow).execute().status == .completed)
        #expect(result.values == [0, 0, 0, 0, 0])
    }

    @Test func `Yes takes a value in place of a channel, and sends nothing of an empty stream`() throws {
        let value = NodeRig(Yes<Int>.self, options: NodeOptions(maxLoops: 2)) { try $0.inp.set(7) }
        #expect(try value.run().items(of: \.out) == [7, 7])
        let empty = try NodeRig(Yes<Int>.self).feed(\.inp, []).run()
        #expect(empty.items(of: \.out).isEmpty && empty.end(of: \.out) == .finished)
    }

    // MARK: Barrier

    @Test func `Barrier lets through what its signal says`() throws {
        let result = try NodeRig(Barrier<String>.self)
            .feed(\.inp, ["A", "B", "C"]).feed(\.inpSignal, [false, true, true]).run()
        #expect(result.items(of: \.out) == ["B", "C"])
        #expect(result.end(of: \.out) == .finished)
    }

    @Test func `Barrier ends with either stream, and sends no item without a signal`() throws {
        let fewSignals = try NodeRig(Barrier<Int>.self).feed(\.inp, [1, 2, 3]).feed(\.inpSignal, [true]).run()
        #expect(fewSignals.items(of: \.out) == [1])
        #expect(fewSignals.outcome.word == "stopped")
        let fewItems = try NodeRig(Barrier<Int>.self).feed(\.inp, [1]).feed(\.inpSignal, [true, true]).run()
        #expect(fewItems.items(of: \.out) == [1])
        for (items, signals) in [([], [true]), ([1], [])] as [([Int], [Bool])] {
            let empty = try NodeRig(Barrier<Int>.self).feed(\.inp, items).feed(\.inpSignal, signals).run()
            #expect(empty.items(of: \.out).isEmpty && empty.end(of: \.out) == .finished)
        }
    }

    @Test func `Barrier waits for a signal that comes of its own items`() throws {
        let result = try NodeRig(Barrier<Int>.self) { try $0.inpSignal.set(true) }.feed(\.inp, [1, 2]).run()
        #expect(result.items(of: \.out) == [1, 2], "a value in place of the signals counts for each item")
    }

    @Test func `Barrier sends nothing more once its signals are cut short`() throws {
        let result = try NodeRig(Barrier<Int>.self)
            .feed(\.inp, [1, 2]).feed(\.inpSignal, [true], then: .broken).runToEnd()
        #expect(result.items(of: \.out) == [1])
        #expect(result.end(of: \.out) == .broken(by: "the test"))
    }
}
