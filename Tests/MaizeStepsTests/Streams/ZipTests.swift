import Maize
import MaizeSystem
import MaizeTesting
import Testing

@Suite(.timeLimit(.minutes(10))) struct ZipTests {
    private let zip = NodeRig(Zip<Int>.self)
    private let pairs = NodeRig(Zip2<String, Int>.self)

    @Test func `one item of each makes a list, until one stream ends`() throws {
        let result = try zip.feed(\.inp, channels: [[1, 2, 3], [10, 20], [100, 200, 300]]).run()
        #expect(result.items(of: \.out) == [[1, 10, 100], [2, 20, 200]])
        #expect(result.end(of: \.out) == .finished)
        #expect(try zip.feed(\.inp, channels: [[1], []]).run().items(of: \.out) == [])
        #expect(try zip.feed(\.inp, channels: [[1, 2]]).run().items(of: \.out) == [[1], [2]])
    }

    @Test func `one item of both makes a pair, until one stream ends`() throws {
        let result = try pairs.feed(\.first, ["a", "b", "c"]).feed(\.second, [1, 2]).run()
        #expect(result.items(of: \.out) == [Pair(first: "a", second: 1), Pair(first: "b", second: 2)])
        #expect(result.unread(of: \.first) == 1)
        #expect(try pairs.feed(\.first, []).feed(\.second, [1]).run().items(of: \.out) == [])
    }

    @Test func `what cannot be sent is not taken, and the summary says so`() throws {
        let flow = Workflow("uneven")
        let long = try flow.add(LoadData<[Int]>.self, name: "long") { $0.data = [1, 2, 3] }
        let short = try flow.add(LoadData<[Int]>.self, name: "short") { $0.data = [10] }
        let zip = try flow.add(Zip<Int>.self)
        for source in [long, short] {
            let scatter = try flow.add(Scatter<Int>.self, name: source.name + "-items")
            try flow.connect(source.out, to: scatter.inp)
            try flow.connect(scatter.out, to: zip.inp)
        }
        let result = try flow.add(Return<[Int]>.self)
        try flow.connect(zip.out, to: result.inp)
        let summary = try InMemoryRun(flow).execute()
        #expect(result.values == [[1, 10]])
        #expect(Array(summary.undelivered.values) == [2])
    }

    @Test func `a value in place of a channel is in each list`() throws {
        let rig = NodeRig(Zip2<String, Int>.self) { try $0.first.set("x") }
        #expect(try rig.feed(\.second, [1, 2]).run().items(of: \.out).map(\.first) == ["x", "x"])
    }

    @Test func `a broken stream ends all as broken`() throws {
        let result = try zip.feed(\.inp, [1, 2]).feed(\.inp, [10], then: .broken).run()
        #expect(result.items(of: \.out) == [[1, 10]] && result.end(of: \.out) == .broken)
        let other = try pairs.feed(\.first, ["a"], then: .broken).feed(\.second, [1, 2]).run()
        #expect(other.items(of: \.out).count == 1 && other.end(of: \.out) == .broken)
    }

    @Test func `a receiver that goes away stops it`() throws {
        let rig = zip.feed(\.inp, channels: [[1, 2, 3], [1, 2, 3]])
        #expect(try rig.take(1, of: \.out).run().outcome.word == "stopped")
    }

    @Test func `files go along`() throws {
        let files = try TestRun()
        let one = File(try files.write("one", to: "one"))
        let two = File(try files.write("two", to: "two"))
        let result = try NodeRig(Zip<File>.self).feed(\.inp, channels: [[one], [two]]).run()
        #expect(result.items(of: \.out).map { $0.map(FileContentsOf.text) } == [["one", "two"]])
    }
}

/// What a file holds.
enum FileContentsOf {
    static func text(_ file: File) -> String? { FileContents.text(of: file.path) }
}
