import Maize
import MaizeTesting
import Testing

/// Sends what it received, one less, until that is nothing.
final class Lowering: Node {
    let inp = Input<Int>()
    let out = Output<Int>()
    let seen = Output<Int>(optional: true)

    override func run() throws {
        while let number = try inp.next(), number > 0 {
            try seen.send(number)
            try out.send(number - 1)
        }
    }
}

@Suite(.timeLimit(.minutes(10))) struct PreloadRunTests {
    let flow = Workflow("preload")

    @Test(arguments: [true, false])
    func `a preloaded item starts a cycle of nodes that all receive first`(inMemory: Bool) throws {
        let first = try flow.add(Lowering.self, name: "a") { try $0.inp.preload(5) }
        let second = try flow.add(Lowering.self, name: "b")
        let result = try flow.add(Return<Int>.self)
        try flow.connect(first.out, to: second.inp)
        try flow.connect(second.out, to: first.inp)
        try flow.connect(first.seen, to: result.inp)
        #expect(try status(inMemory) == .completed)
        #expect(result.values == [5, 3, 1])
    }

    @Test(arguments: [true, false])
    func `what forwards items without a look at them forwards preloaded ones too`(inMemory: Bool) throws {
        let merge = try flow.add(Merge<Int>.self)
        let copy = try flow.add(Copy<Int>.self) { try $0.inp.preload(-2) }
        let result = try flow.add(Return<Int>.self) { try $0.inp.preload(-3) }
        let source = try flow.add(Counting.self) { $0.count = 2 }
        try flow.connect(source.out, to: merge.inp)
        try merge.inp[0].preload(-1)
        try flow.connect(merge.out, to: copy.inp)
        try flow.connect(copy.out, to: result.inp)
        #expect(try status(inMemory) == .completed)
        #expect(result.values == [-3, -2, -1, 0, 1])
    }

    @Test func `lines for nodes and commands may be preloaded`() throws {
        let words = try flow.add(Words.self) { try $0.inp.preload("b a", "b") }
        let count = try flow.add(CountBy.self)
        let command = try flow.add(Command.self, name: "cat") {
            $0.command = ["cat"]
            try $0.inp.preload("first")
        }
        let alone = try flow.add(Command.self, name: "alone") {
            $0.command = ["cat"]
            try $0.inp.preload("x", "y")
        }
        let result = try flow.add(Return<String>.self)
        let second = try flow.add(Return<String>.self, name: "second")
        try flow.connect(words.out, to: count.inp)
        try flow.connect(count.out, to: command.inp)
        try flow.connect(command.out, to: result.inp)
        try flow.connect(alone.out, to: second.inp)
        #expect(try TestRun.of(flow).status == .completed)
        #expect(result.values == ["first", "      1 a", "      2 b"])
        #expect(second.values == ["x", "y"])
    }

    private func status(_ inMemory: Bool) throws -> RunStatus {
        inMemory ? try InMemoryRun(flow).execute().status : try TestRun.of(flow).status
    }
}
