import Maize
import MaizeTesting
import Testing

/// One step of Collatz' walk.
final class Walking: Node {
    let inp = Input<Int>()
    let out = Output<Int>()

    override func run() throws {
        while let number = try inp.next() { try out.send(number.isMultiple(of: 2) ? number / 2 : 3 * number + 1) }
    }
}

/// Sends back what has not come to 1, until so many have.
final class Settling: Node {
    @Parameter var walks = 1
    let inp = Input<Int>()
    let again = Output<Int>()
    let done = Output<Int>()

    override func run() throws {
        var left = walks
        while left > 0, let number = try inp.next() {
            if number == 1 {
                left -= 1
                try done.send(number)
            } else {
                try again.send(number)
            }
        }
    }
}

/// Shared work in a cycle whose channels are too small for what goes round.
@Suite(.timeLimit(.minutes(10))) struct ParallelCycleTests {
    @Test(arguments: [(1, false), (3, false), (3, true)], [true, false])
    func `a cycle through shared work comes to its end, however narrow its channels are`(
        branches: (count: Int, keepOrder: Bool),
        inMemory: Bool
    ) throws {
        let flow = Workflow("cycle")
        let source = try flow.add(Counting.self) { $0.count = 60 }
        let merge = try flow.add(Merge<Int>.self)
        let walk = try flow.parallel(Walking.self, branches: branches.count, keepsOrder: branches.keepOrder)
        let settle = try flow.add(Settling.self) { $0.walks = 59 }
        let result = try flow.add(Return<Int>.self)
        let from1 = try flow.add(Positive.self)
        try flow.connect(source.out, to: from1.inp, capacity: 1)
        try flow.connect(from1.out, to: merge.inp, capacity: 1)
        try flow.connect(merge.out, to: walk.inp, capacity: 1)
        try flow.connect(walk.out, to: settle.inp, capacity: 1)
        try flow.connect(settle.again, to: merge.inp, capacity: 1)
        try flow.connect(settle.done, to: result.inp)
        if inMemory {
            let ended = try InMemoryRun(flow).execute()
            #expect(ended.status == .completed, "\(ended.deadlock)")
        } else {
            let summary = try TestRun.of(flow)
            #expect(summary.status == .completed)
        }
        #expect(result.values == Array(repeating: 1, count: 59))
    }
}

/// Leaves 0 out.
final class Positive: Node {
    let inp = Input<Int>()
    let out = Output<Int>()

    override func run() throws { while let number = try inp.next() { if number > 0 { try out.send(number) } } }
}
