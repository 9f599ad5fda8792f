import Glibc
import Maize

struct TooSmall: Error, Equatable { let value: Double }

/// Passes on what is large enough; refuses what is negative.
final class Threshold: Node {
    @Parameter var least = 0.5
    let inp = Input<Double>()
    let out = Output<Double>()

    override func run() throws {
        while let value = try inp.next() {
            if value < 0 { throw TooSmall(value: value) }
            logger.debug("got \(value)")
            if value >= least { try out.send(value) }
        }
    }
}

/// Adds numbers in pairs, as long as both streams last.
final class Adding: LoopedNode {
    let left = Input<Int>()
    let right = Input<Int>(default: 10)
    let sum = Output<Int>()
    let pass = Output<Int>(optional: true)
    private var passes = 0

    override func run() throws {
        try sum.send(left.receive() + right.receive())
        passes += 1
        try pass.send(passes)
    }
}

/// Joins what comes, with the place where it came in; then says what each output has ended with.
final class Routing: Node {
    let inp = MultiInput<String>()
    let out = MultiOutput<String>()

    override func run() throws {
        while let (place, text) = try inp.receiveAny() { try out[place % out.count].send("\(place)\(text)") }
    }
}

/// Needs two inputs.
final class Joining: Node {
    let left = Input<Int>(rule: .below(10))
    let right = MultiInput<Int>()

    override func run() throws { while try left.next() != nil {} }
}

/// Says what happens to it, on paths of its own making.
final class Eventful: Node {
    @Parameter var failures = 0
    let inp = Input<Int>(optional: true)
    let out = Output<String>()
    private var attempt = 0
    private var isPrepared = false

    override func prepare() throws { isPrepared = true }

    override func run() throws {
        attempt += 1
        try out.send("attempt \(attempt), prepared \(isPrepared)")
        if attempt <= failures { throw TooSmall(value: Double(attempt)) }
        if inp.isConnected { try out.send("first \(try inp.receive())") }
    }
}

/// Never ends, and never looks whether it should.
final class Obstinate: Node {
    @Parameter var heedsShutdown = true
    let out = Output<Int>()

    override func run() throws {
        while !(heedsShutdown && shutdownRequested) { usleep(1000) }
    }
}

/// Is called again and again, and never asks a port for anything.
final class Idling: LoopedNode {
    @Parameter var fails = false
    let out = Output<Int>(optional: true)
    override func run() throws { if fails { throw TooSmall(value: 0) } }
}

/// Asks another node about each item, and passes the answer on.
final class Asking: Node {
    let inp = Input<Int>()
    let question = Output<Int>()
    let answer = Input<Int>()
    let out = Output<Int>()

    override func run() throws {
        while let item = try inp.next() {
            try question.send(item)
            try out.send(answer.receive())
        }
    }
}

final class Squaring: LoopedNode {
    let inp = Input<Int>()
    let out = Output<Int>()
    override func run() throws {
        let number = try inp.receive()
        try out.send(number * number)
    }
}

/// A node and the one that it asks.
final class Consultation: Graph {
    let inp = Input<Int>()
    let out = Output<Int>()

    override func build() throws {
        let asking = try add(Asking.self)
        let squaring = try add(Squaring.self)
        try connect(asking.question, to: squaring.inp)
        try connect(squaring.out, to: asking.answer)
        try expose(asking.inp, as: inp)
        try expose(asking.out, as: out)
    }
}

/// Two that wait for each other from the start.
final class Stuck: Graph {
    let out = Output<Int>()

    override func build() throws {
        let first = try add(Squaring.self, name: "first")
        let copy = try add(Copy<Int>.self)
        try connect(first.out, to: copy.inp)
        try connect(copy.out, to: first.inp)
        try expose(copy.out, as: out)
    }
}

/// What it writes it cannot read.
struct OneWay: Codable, Sendable, Equatable {
    struct Unreadable: Error {}
    init() {}
    init(from decoder: any Decoder) throws { throw Unreadable() }
    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(1)
    }
}

final class OneWaySource: Node {
    let out = Output<OneWay>()
    override func run() throws { try out.send(OneWay()) }
}

/// Has nothing to do where nothing is connected to it.
final class Optionally: Node {
    let inp = Input<Int>(optional: true)

    override func run() throws { while try inp.next() != nil {} }
}
