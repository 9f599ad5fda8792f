import Maize
import MaizeTesting
import Testing

@Suite(.timeLimit(.minutes(10))) struct ParallelTests {
    private let flow = Workflow("parallel")

    /// Sends 0 to `count` - 1 into the input, and gives what comes out.
    private func through<Item: Codable & Sendable>(
        _ count: Int,
        _ inp: Input<Int>,
        _ out: Output<Item>
    ) throws -> (values: [Item], result: InMemoryResult) {
        let source = try flow.add(Counting.self) { $0.count = count }
        let sink = try flow.add(Return<Item>.self)
        try flow.chained(source.out, inp, out, sink.inp)
        let result = try InMemoryRun(flow).execute()
        return (sink.values, result)
    }

    @Test(arguments: [(4, 2), (1, 1), (100, 1), (100, 3), (3, 7), (0, 2)], [true, false])
    func `each item is worked on once, and has its result`(size: (items: Int, branches: Int), keepsOrder: Bool) throws {
        let whole = try flow.parallel(Scaling.self, branches: size.branches, keepsOrder: keepsOrder) { $0.factor = 3 }
        let (values, result) = try through(size.items, whole.inp, whole.out)
        #expect(result.status == .completed)
        #expect(result.undelivered.isEmpty && result.widened.isEmpty)
        #expect((keepsOrder ? values : values.sorted()) == (0..<size.items).map { 3 * $0 })
        let shares = (1...size.branches).map { result["scaling/branch\($0)"]?.received ?? 0 }
        #expect(shares.reduce(0, +) == size.items)
        #expect(result.nodes.allSatisfy { $0.outcome == .completed })
    }

    @Test func `it has the ports and the parameters of the worker`() throws {
        let whole = try flow.parallel(Scaling.self, branches: 2, name: "all") { whole in
            whole.factor = 5
            try whole.offset.set(100)
        }
        #expect(whole.factor == 5)
        #expect(whole.$factor.help == "what to multiply by")
        #expect(whole.$factor.name == "factor")
        #expect(whole.branches == 2)
        let (values, result) = try through(3, whole.inp, whole.out)
        #expect(values.sorted() == [100, 105, 110])
        #expect(result.status == .completed)
    }

    @Test func `an option of the program drives every branch`() throws {
        let whole = try flow.parallel(Scaling.self, branches: 2)
        let option = try flow.map(whole.$factor, as: "factor")
        let offset = try flow.map(whole.offset, as: "offset", default: 7)
        option.wrappedValue = 4
        #expect(offset.value == 7)
        let (values, _) = try through(3, whole.inp, whole.out)
        #expect(values.sorted() == [7, 11, 15])
    }

    @Test func `of several inputs, the items of one place go to one branch`() throws {
        let whole = try flow.parallel(Pairing.self, branches: 3)
        let numbers = try flow.add(Counting.self) { $0.count = 50 }
        let words = try flow.add(Saying.self) { $0.count = 50 }
        try flow.connect(numbers.out, to: whole.left)
        try flow.connect(words.out, to: whole.right)
        try whole.table.set(["!", "?"])
        let sink = try flow.add(Return<String>.self)
        try flow.connect(whole.out, to: sink.inp)
        let result = try InMemoryRun(flow).execute()
        #expect(result.status == .completed && result.widened.isEmpty)
        #expect(sink.values.sorted() == (0..<50).map { "\($0)w\($0)!?" }.sorted())
    }

    @Test func `it ends with the first of its inputs, and what is left of the others counts as undelivered`() throws {
        let whole = try flow.parallel(Pairing.self, branches: 2, keepsOrder: true)
        let numbers = try flow.add(Counting.self) { $0.count = 3 }
        let words = try flow.add(Saying.self) { $0.count = 5 }
        try flow.connect(numbers.out, to: whole.left)
        try flow.connect(words.out, to: whole.right)
        let sink = try flow.add(Return<String>.self)
        try flow.connect(whole.out, to: sink.inp)
        let result = try InMemoryRun(flow).execute()
        #expect(sink.values == ["0w0", "1w1", "2w2"])
        #expect(result.undelivered == ["saying.out -> pairing/dispatcher.right": 2])
    }

    @Test func `each output that is connected is collected, in order too`() throws {
        let whole = try flow.parallel(Scaling.self, branches: 3, keepsOrder: true) { $0.title = "t" }
        let notes = try flow.add(Return<String>.self, name: "notes")
        try flow.connect(whole.notes, to: notes.inp)
        let (values, result) = try through(40, whole.inp, whole.out)
        #expect(result.status == .completed)
        #expect(values == (0..<40).map { 2 * $0 })
        #expect(notes.values == (0..<40).map { "t: \($0)" })
    }

    @Test func `a graph is a worker too`() throws {
        let whole = try flow.parallel(TwoSteps.self, branches: 2) { $0.factor = 3 }
        let (values, result) = try through(20, whole.inp, whole.out)
        #expect(result.status == .completed)
        #expect(values.sorted() == (0..<20).map { 9 * $0 })
    }

    @Test func `a generic worker, and one that passes encoded items on, keep the order`() throws {
        let whole = try flow.parallel(Forwarding<Int>.self, branches: 2, keepsOrder: true)
        let (values, result) = try through(30, whole.inp, whole.out)
        #expect(result.status == .completed)
        #expect(values == Array(0..<30))
    }

    @Test func `items that lie before those of the channel are shared too`() throws {
        let whole = try flow.parallel(Scaling.self, branches: 2, keepsOrder: true) { try $0.inp.preload(10, 11) }
        let (values, _) = try through(2, whole.inp, whole.out)
        #expect(values == [20, 22, 0, 2])
    }
}

/// Sends w0, w1 and so on.
final class Saying: Node {
    @Parameter var count = 1
    let out = Output<String>()
    override func run() throws { for number in 0..<count { try out.send("w\(number)") } }
}
