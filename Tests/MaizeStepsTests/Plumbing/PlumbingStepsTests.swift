import Maize
import Testing

@Suite(.timeLimit(.minutes(10))) struct PlumbingStepsTests {
    let flow = Workflow("plumbing")

    /// Runs source → node → Return and gives what came out.
    private func through<Item, Result>(
        _ items: [Item],
        _ inp: Input<Item>,
        _ out: Output<Result>
    ) throws -> [Result] where Item: Codable & Sendable, Result: Codable & Sendable {
        let scatter = try flow.add(Scatter<Item>.self, name: "items")
        let load = try flow.add(LoadData<[Item]>.self, name: "load") { $0.data = items }
        let result = try flow.add(Return<Result>.self, name: "result")
        try flow.connect(load.out, to: scatter.inp)
        try flow.connect(scatter.out, to: inp)
        try flow.connect(out, to: result.inp)
        let summary = try TestRun.of(flow)
        #expect(summary.status == .completed)
        return result.values
    }

    @Test(arguments: [([], 2), ([1], 2), ([1, 2], 2), ([1, 2, 3], 2), ([1, 2, 3], 1), ([1, 2, 3], 100)])
    func `Accumulate makes lists of a size, and one of the rest`(items: [Int], size: Int) throws {
        let node = try flow.add(Accumulate<Int>.self) { $0.nPackets = size }
        let lists = try through(items, node.inp, node.out)
        #expect(
            lists == stride(from: 0, to: items.count, by: size).map { Array(items[$0..<min($0 + size, items.count)]) }
        )
    }

    @Test(arguments: [[], [[]], [[1], [], [2, 3]]])
    func `Scatter takes lists apart`(lists: [[Int]]) throws {
        let node = try flow.add(Scatter<Int>.self)
        #expect(try through(lists, node.inp, node.out) == lists.flatMap(\.self))
    }

    @Test(arguments: [[], [1, 2, 3]])
    func `Delay passes everything on`(items: [Int]) throws {
        let node = try flow.add(Delay<Int>.self) { $0.delay = 0.01 }
        #expect(try through(items, node.inp, node.out) == items)
    }

    @Test func `Delay waits for its time`() throws {
        let node = try flow.add(Delay<Int>.self) { $0.delay = 0.1 }
        let clock = ContinuousClock()
        let start = clock.now
        #expect(try through([1, 2], node.inp, node.out) == [1, 2])
        #expect(clock.now - start >= .milliseconds(200))
    }

    @Test(arguments: [1, 3])
    func `Copy sends everything to each output`(count: Int) throws {
        let source = try flow.add(Counting.self) { $0.count = 500 }
        let copy = try flow.add(Copy<Int>.self)
        try flow.connect(source.out, to: copy.inp)
        let results = try (0..<count).map { try flow.add(Return<Int>.self, name: "r\($0)") }
        for result in results { try flow.connect(copy.out, to: result.inp) }
        let summary = try TestRun.of(flow)
        #expect(results.allSatisfy { $0.values == Array(0..<500) })
        #expect(summary["copy"]?.sent == 500 * count)
    }

    @Test func `Merge gives everything, each input's items in their order`() throws {
        let merge = try flow.add(Merge<Int>.self)
        for name in ["a", "b", "c"] {
            try flow.connect(flow.add(Counting.self, name: name) { $0.count = 300 }.out, to: merge.inp)
        }
        let empty = try flow.add(Counting.self, name: "empty") { $0.count = 0 }
        try flow.connect(empty.out, to: merge.inp)
        let result = try flow.add(Return<Int>.self)
        try flow.connect(merge.out, to: result.inp)
        let summary = try TestRun.of(flow)
        #expect(summary.count("completed") == 6)
        #expect(result.values.sorted() == (0..<300).flatMap { [$0, $0, $0] })
    }

    @Test func `an empty stream gives empty results everywhere`() throws {
        let source = try flow.add(Counting.self) { $0.count = 0 }
        let copy = try flow.add(Copy<Int>.self)
        let merge = try flow.add(Merge<Int>.self)
        let sum = try flow.add(Summing.self)
        let result = try flow.add(Return<Int>.self)
        try flow.connect(source.out, to: copy.inp)
        try flow.connect(copy.out, to: merge.inp)
        try flow.connect(copy.out, to: flow.add(Discard<Int>.self).inp)
        try flow.chained(merge.out, sum.inp, sum.out, result.inp)
        let summary = try TestRun.of(flow)
        #expect(summary.status == .completed)
        #expect(summary.nodes.allSatisfy { ["completed", "stopped"].contains($0.outcome.word) })
        #expect(result.values == [0])
    }
}

extension Workflow {
    /// Connects two pairs of ports.
    func chained<First, Second>(
        _ first: Output<First>,
        _ inp: Input<First>,
        _ second: Output<Second>,
        _ last: Input<Second>
    ) throws {
        try connect(first, to: inp)
        try connect(second, to: last)
    }
}
