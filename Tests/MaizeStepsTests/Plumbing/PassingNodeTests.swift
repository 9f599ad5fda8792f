import Maize
import MaizeTesting
import Testing

/// What holds for every node that passes items on: broken ends, receivers that go away, files.
@Suite(.timeLimit(.minutes(10))) struct PassingNodeTests {
    private let again = NodeOptions(loop: true)

    // MARK: Broken ends

    @Test func `the end of a broken stream is passed on as broken, behind what came before it`() throws {
        try expectBroken(NodeRig(Delay<Int>.self) { $0.delay = 0 }.feed(\.inp, [1, 2], then: .broken), \.out, [1, 2])
        try expectBroken(NodeRig(Scatter<Int>.self).feed(\.inp, [[1, 2]], then: .broken), \.out, [1, 2])
        try expectBroken(NodeRig(Log<Int>.self).feed(\.inp, [1, 2], then: .broken), \.out, [1, 2])
        try expectBroken(NodeRig(Merge<Int>.self).feed(\.inp, [1]).feed(\.inp, [], then: .broken), \.out, nil)
        let barrier = NodeRig(Barrier<Int>.self).feed(\.inp, [1], then: .broken).feed(\.inpSignal, [true, true])
        try expectBroken(barrier, \.out, [1])
        let batch = NodeRig(Batch<Int>.self, options: again) { $0.nBatches = 1 }
        try expectBroken(batch.feed(\.inp, [[1]], then: .broken), \.out, [[1]])
        let words = NodeRig(Words.self).feed(\.inp, ["to be"], then: .broken)
        try expectBroken(words, \.out, ["to", "be"])
        try expectBroken(NodeRig(CountBy.self).feed(\.inp, ["a"], then: .broken), \.out, [])
        let copy = try NodeRig(Copy<Int>.self).feed(\.inp, [1], then: .broken).channels(2, of: \.out).runToEnd()
        #expect(copy.items(of: \.out) == [[1], [1]])
        #expect(copy.ends(of: \.out) == [.broken(by: "the test"), .broken(by: "the test")])
    }

    private func expectBroken<Tested: Node, Item: Equatable>(
        _ rig: NodeRig<Tested>,
        _ port: KeyPath<Tested, Output<Item>>,
        _ items: [Item]?,
        location: SourceLocation = #_sourceLocation
    ) throws {
        let result = try rig.runToEnd()
        if let items { #expect(result.items(of: port) == items, sourceLocation: location) }
        #expect(result.end(of: port) == .broken(by: "the test"), sourceLocation: location)
        #expect(result.outcome.word == "stopped", sourceLocation: location)
    }

    // MARK: Receivers that go away

    @Test func `a receiver that wants no more stops the node`() throws {
        try expectStop(NodeRig(Accumulate<Int>.self).feed(\.inp, 1...3), \.out)
        try expectStop(NodeRig(Scatter<Int>.self).feed(\.inp, [[1, 2, 3]]), \.out)
        try expectStop(NodeRig(Delay<Int>.self) { $0.delay = 0 }.feed(\.inp, 1...3), \.out)
        try expectStop(NodeRig(Log<Int>.self).feed(\.inp, 1...3), \.out)
        try expectStop(NodeRig(Merge<Int>.self).feed(\.inp, channels: [[1, 2], [3]]), \.out)
        try expectStop(NodeRig(Barrier<Int>.self).feed(\.inp, 1...3).feed(\.inpSignal, [true, true, true]), \.out)
        try expectStop(NodeRig(Batch<Int>.self) { $0.nBatches = 3 }.feed(\.inp, [[1, 2, 3]]), \.out)
        try expectStop(
            NodeRig(Combine<Int>.self, options: again) { $0.nBatches = 1 }.feed(\.inp, [[1], [2], [3]]),
            \.out
        )
        try expectStop(NodeRig(Multiply<Int>.self, options: again) { $0.nPackages = 2 }.feed(\.inp, 1...3), \.out)
        try expectStop(NodeRig(IntegerMap.self, options: again) { $0.pattern = [1] }.feed(\.inp, 1...3), \.out)
        let choice = NodeRig(Choice<Int>.self, options: again).feed(\.inp, 1...3).feed(\.inpIndex, [0, 0, 0])
        try expectStop(choice, \.out)
        try expectStop(NodeRig(Words.self).feed(\.inp, ["to", "be", "or"]), \.out)
    }

    @Test func `Copy leaves out a receiver that wants no more, and stops with the last one`() throws {
        let one = try NodeRig(Copy<Int>.self).feed(\.inp, 1...3).take([1, 3], of: \.out).run()
        #expect(one.items(of: \.out) == [[1], [1, 2, 3]])
        let none = try NodeRig(Copy<Int>.self).feed(\.inp, 1...9).take([1, 2], of: \.out).run()
        #expect(none.items(of: \.out) == [[1], [1, 2]] && none.outcome.word == "stopped")
    }

    private func expectStop<Tested: Node, Item>(
        _ rig: NodeRig<Tested>,
        _ port: KeyPath<Tested, Output<Item>>,
        location: SourceLocation = #_sourceLocation
    ) throws {
        let result = try rig.take(1, of: port).run()
        #expect(result.items(of: port).count == 1, sourceLocation: location)
        #expect(result.outcome.word == "stopped", sourceLocation: location)
    }

    // MARK: Files

    @Test func `files go along with the items that are passed on`() throws {
        let folder = try TestRun()
        let files = try ["a", "b", "c"].map { File(try folder.write($0, to: $0)) }
        func texts(_ items: [File]) -> [String?] { items.map(FileContentsOf.text) }

        let copy = try NodeRig(Copy<File>.self).feed(\.inp, files).channels(2, of: \.out).run()
        #expect(copy.items(of: \.out).map(texts) == [["a", "b", "c"], ["a", "b", "c"]])
        let merge = try NodeRig(Merge<File>.self).feed(\.inp, channels: [[files[0]], files]).run()
        #expect(texts(merge.items(of: \.out)).compactMap(\.self).sorted() == ["a", "a", "b", "c"])
        let scatter = try NodeRig(Scatter<File>.self).feed(\.inp, [files]).run()
        #expect(texts(scatter.items(of: \.out)) == ["a", "b", "c"])
        let delay = try NodeRig(Delay<File>.self) { $0.delay = 0 }.feed(\.inp, files).run()
        #expect(texts(delay.items(of: \.out)) == ["a", "b", "c"])
        let throttle = try NodeRig(Throttle<File>.self) { $0.count = 9 }.feed(\.inp, files).run()
        #expect(texts(throttle.items(of: \.out)) == ["a", "b", "c"])
        let take = try NodeRig(Take<File>.self) { $0.count = 2 }.feed(\.inp, files).run()
        #expect(texts(take.items(of: \.out)) == ["a", "b"])
        let drop = try NodeRig(Drop<File>.self) { $0.count = 2 }.feed(\.inp, files).run()
        #expect(texts(drop.items(of: \.out)) == ["c"])
        let tee = try NodeRig(Tee<File>.self) { [path = folder.file("seen")] in $0.path = path }.feed(\.inp, files)
            .run()
        #expect(texts(tee.items(of: \.out)) == ["a", "b", "c"])
        // The files of what was given are copied on the way, so that they are still there.
        #expect(texts(files) == ["a", "b", "c"])
    }

    @Test func `files go along with the lists that are made of items`() throws {
        let folder = try TestRun()
        let files = try ["a", "b", "c"].map { File(try folder.write($0, to: $0)) }
        func texts(_ lists: [[File]]) -> [[String?]] { lists.map { $0.map(FileContentsOf.text) } }

        let lists = try NodeRig(Accumulate<File>.self) { $0.nPackets = 2 }.feed(\.inp, files).run()
        #expect(texts(lists.items(of: \.out)) == [["a", "b"], ["c"]])
        let batches = try NodeRig(BatchStream<File>.self) { $0.count = 2 }.feed(\.inp, files).run()
        #expect(texts(batches.items(of: \.out)) == [["a", "b"], ["c"]])
        let spans = try NodeRig(TimeWindow<File>.self) { $0.seconds = 1000 }.feed(\.inp, files).run()
        #expect(texts(spans.items(of: \.out)) == [["a", "b", "c"]])
    }

    // MARK: Loops

    @Test func `Dummy ends at once, also where it loops`() throws {
        let result = try NodeRig(Dummy<Int>.self, options: again).run()
        #expect(result.items(of: \.out).isEmpty && result.end(of: \.out) == .finished)
    }
}
