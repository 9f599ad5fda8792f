import Maize
import MaizeTesting
import Testing

/// Sends the numbers that it is given.
final class Listing: Node {
    @Parameter var numbers: [Int] = []
    let out = Output<Int>()
    override func run() throws { try out.send(contentsOf: numbers) }
}

/// Takes so many and leaves.
final class TakingSome: Node {
    @Parameter var count = 1
    let inp = Input<Int>()
    let out = Output<Int>()
    override func run() throws { for _ in 0..<count { try out.send(inp.receive()) } }
}

@Suite(.timeLimit(.minutes(10))) struct ParallelEndTests {
    private let flow = Workflow("ends")

    private func run(_ numbers: [Int], _ inp: Input<Int>, _ out: Output<Int>) throws -> ([Int], InMemoryResult) {
        let source = try flow.add(Listing.self) { $0.numbers = numbers }
        let sink = try flow.add(Return<Int>.self)
        try flow.chained(source.out, inp, out, sink.inp)
        let result = try InMemoryRun(flow).execute()
        return (sink.values, result)
    }

    @Test(arguments: [
        ([1, 0, 1, 1, 1], "gave no result for its item"), ([1, 1, 0], "ended without a result for its item"),
        ([1, 2, 1, 1, 1], "gave more than one result for its item"), ([1, 1, 2], "gave more than one result"),
    ])
    func `more or less than one result for an item cannot be in order, and is an error`(
        numbers: [Int],
        words: String
    ) throws {
        let whole = try flow.parallel(Repeating.self, branches: 1, keepsOrder: true)
        let (values, result) = try run(numbers, whole.inp, whole.out)
        #expect(result.status == .failed)
        #expect(result.firstFailure == "repeating/results_out")
        let message = (result.error as? WorkflowError)?.message ?? ""
        #expect(message.contains("branch1 " + words) && message.contains("leave out keepsOrder"), "\(message)")
        #expect(values == Array(numbers.prefix(values.count)))
    }

    @Test(arguments: 1...4) func `any number of results comes through where no order is asked for`(branches: Int) throws
    {
        let whole = try flow.parallel(Repeating.self, branches: branches)
        let (values, result) = try run([3, 0, 2, 1, 0, 4], whole.inp, whole.out)
        #expect(result.status == .completed)
        #expect(values.sorted() == [1, 2, 2, 3, 3, 3, 4, 4, 4, 4])
    }

    @Test(arguments: [false, true])
    func `a branch that ends is left out, and with the last one all ends`(keepsOrder: Bool) throws {
        let whole = try flow.parallel(Quitting.self, branches: 3, keepsOrder: keepsOrder) { $0.after = 2 }
        let (values, result) = try run(Array(0..<100), whole.inp, whole.out)
        #expect(result.status == .completed)
        #expect(values.sorted() == Array(0..<6))
        #expect(result["quitting/dispatcher"]?.sent == (keepsOrder ? 12 : 6))
        #expect(result.undelivered.keys.sorted() == ["listing.out -> quitting/dispatcher.inp"])
    }

    @Test func `a branch that fails ends the run`() throws {
        let whole = try flow.parallel(Quitting.self, branches: 3) { $0.fails = true }
        let (_, result) = try run(Array(0..<100), whole.inp, whole.out)
        #expect(result.status == .failed)
        #expect(result.firstFailure?.hasPrefix("quitting/branch") == true)
    }

    @Test func `failures that are tolerated leave a branch out, with the item that it had`() throws {
        let options = NodeOptions(failOK: true)
        let whole = try flow.parallel(Quitting.self, branches: 3, options: options) {
            $0.after = 2
            $0.fails = true
        }
        let (values, result) = try run(Array(0..<100), whole.inp, whole.out)
        #expect(result.status == .completed)
        #expect(values.count == 6 && Set(values).count == 6)
        #expect((1...3).allSatisfy { result["quitting/branch\($0)"]?.received == 3 })
    }

    @Test func `what the tolerated failures of branches leave comes in order`() throws {
        let options = NodeOptions(failOK: true)
        let whole = try flow.parallel(Quitting.self, branches: 3, keepsOrder: true, options: options) {
            $0.after = 2
            $0.fails = true
        }
        let (values, result) = try run(Array(0..<100), whole.inp, whole.out)
        #expect(result.status == .completed)
        #expect(values.count == 6 && values == values.sorted())
        #expect(result["quitting/results_out"]?.outcome == .completed)
    }

    @Test func `a failure of what gathers results is not tolerated with those of branches`() throws {
        let options = NodeOptions(failOK: true)
        let whole = try flow.parallel(Repeating.self, branches: 1, keepsOrder: true, options: options)
        let (_, result) = try run([1, 2, 1, 1, 1], whole.inp, whole.out)
        #expect(result.status == .failed)
        #expect(result.firstFailure == "repeating/results_out")
    }

    @Test func `attempts and passes are those of each branch`() throws {
        let options = NodeOptions(attempts: 2, failOK: true)
        let whole = try flow.parallel(Quitting.self, branches: 2, options: options) { $0.fails = true }
        let (values, _) = try run(Array(0..<100), whole.inp, whole.out)
        #expect(values.count == 4)
        let other = Workflow("loops")
        let passing = try other.parallel(Passing.self, branches: 2, options: NodeOptions(maxLoops: 3))
        let source = try other.add(Listing.self) { $0.numbers = Array(0..<100) }
        let sink = try other.add(Return<Int>.self)
        try other.chained(source.out, passing.inp, passing.out, sink.inp)
        let result = try InMemoryRun(other).execute()
        #expect(result.status == .completed)
        #expect(sink.values.sorted() == Array(0..<6))
    }

    @Test(arguments: [false, true]) func `a receiver that leaves stops it in good order`(keepsOrder: Bool) throws {
        let whole = try flow.parallel(Toiling.self, branches: 3, keepsOrder: keepsOrder)
        let source = try flow.add(Endless.self)
        let some = try flow.add(TakingSome.self) { $0.count = 5 }
        let sink = try flow.add(Return<Int>.self)
        try flow.chained(source.out, whole.inp, whole.out, some.inp)
        try flow.connect(some.out, to: sink.inp)
        let result = try InMemoryRun(flow).execute()
        #expect(result.status == .completed)
        #expect(sink.values.count == 5)
        #expect(result.nodes.allSatisfy { !$0.outcome.isFailure })
    }

    @Test(arguments: [false, true]) func `nothing is made of a stream that was cut short`(keepsOrder: Bool) throws {
        let whole = try flow.parallel(Toiling.self, branches: 2, keepsOrder: keepsOrder)
        let source = try flow.add(Breaking.self)
        let sum = try flow.add(DeafSumming.self)
        let sink = try flow.add(Return<Int>.self)
        try flow.chained(source.out, whole.inp, whole.out, sum.inp)
        try flow.connect(sum.out, to: sink.inp)
        let result = try InMemoryRun(flow).execute()
        #expect(result.status == .failed)
        #expect(sink.values.isEmpty)
    }
}
