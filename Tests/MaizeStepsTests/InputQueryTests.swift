import Maize
import MaizeTesting
import Testing

/// Sends an item, and only then says so.
final class SendsThenSays: Node {
    let out = Output<Int>()
    let said = Output<Bool>()

    override func run() throws {
        try out.send(1)
        try said.send(true)
    }
}

/// Looks at an input as soon as it hears that an item was sent to it.
final class LooksWhenTold: Node {
    let inp = Input<Int>()
    let told = Input<Bool>()
    let out = Output<[Bool]>()

    override func run() throws {
        _ = try told.receive()
        let before = inp.ready
        let item = try inp.receive()
        _ = try told.next()  // the sender's end
        let after = try inp.next() == nil && !inp.ready && !inp.isActive
        try out.send([before, item == 1, after, inp.isSet])
    }
}

/// Adds up two streams for as long as one of both goes on.
final class AddsEither: LoopedNode {
    let left = Input<Int>()
    let right = Input<Int>()
    let out = Output<Int>()

    override var portsActive: Bool { out.isActive && (left.isActive || right.isActive) }

    override func run() throws {
        let items = [try left.next(), try right.next()].compactMap(\.self)
        if !items.isEmpty { try out.send(items.reduce(0, +)) }
    }
}

/// Sends the sum of the latest items of all its inputs whenever the first one has a new item.
final class AddsLatest: Node {
    let clock = Input<Int>()
    let inp = MultiInput<Int>(cached: true)
    let out = Output<Int>()

    override func run() throws {
        while let tick = try clock.next() { try out.send(inp.reduce(tick) { try $0 + $1.receive() }) }
    }
}

@Suite(.timeLimit(.minutes(10))) struct InputQueryTests {
    let flow = Workflow("queries")

    private func status(_ inMemory: Bool) throws -> RunStatus {
        inMemory ? try InMemoryRun(flow).execute().status : try TestRun.of(flow).status
    }

    @Test(arguments: [true, false])
    func `an input is ready as soon as the send has returned`(inMemory: Bool) throws {
        let source = try flow.add(SendsThenSays.self)
        let looks = try flow.add(LooksWhenTold.self)
        let result = try flow.add(Return<[Bool]>.self)
        try flow.connect(source.out, to: looks.inp)
        try flow.connect(source.said, to: looks.told)
        try flow.connect(looks.out, to: result.inp)
        #expect(try status(inMemory) == .completed)
        #expect(result.values == [[true, true, true, true]])
    }

    @Test(arguments: [true, false])
    func `a node that loops may say itself for how long its ports are of use`(inMemory: Bool) throws {
        let short = try flow.add(Counting.self, name: "short") { $0.count = 2 }
        let long = try flow.add(Counting.self, name: "long") { $0.count = 4 }
        let adds = try flow.add(AddsEither.self)
        let result = try flow.add(Return<Int>.self)
        try flow.connect(short.out, to: adds.left)
        try flow.connect(long.out, to: adds.right)
        try flow.connect(adds.out, to: result.inp)
        #expect(try status(inMemory) == .completed)
        #expect(result.values == [0, 2, 2, 3])
    }

    @Test(arguments: [true, false])
    func `the inputs of a cached multi input repeat their last items`(inMemory: Bool) throws {
        let clock = try flow.add(Counting.self, name: "clock") { $0.count = 3 }
        let adds = try flow.add(AddsLatest.self)
        for name in ["a", "b"] {
            try flow.connect(flow.add(Counting.self, name: name) { $0.count = 1 }.out, to: adds.inp)
        }
        let result = try flow.add(Return<Int>.self)
        try flow.connect(clock.out, to: adds.clock)
        try flow.connect(adds.out, to: result.inp)
        #expect(try status(inMemory) == .completed)
        #expect(result.values == [0, 1, 2])
    }

    @Test(arguments: [true, false])
    func `three passes are three passes, whatever is still to come`(inMemory: Bool) throws {
        let source = try flow.add(Counting.self)
        let adds = try flow.add(AddsEither.self, options: NodeOptions(maxLoops: 3))
        let result = try flow.add(Return<Int>.self)
        try flow.connect(source.out, to: adds.left)
        try adds.right.set(10)
        try flow.connect(adds.out, to: result.inp)
        #expect(try status(inMemory) == .completed)
        #expect(result.values == [10, 11, 12])
    }
}
