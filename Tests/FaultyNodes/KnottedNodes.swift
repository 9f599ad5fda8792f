import Glibc
import MaizeCommands

/// A node that can be a part of a ring.
protocol RingLink: Node {
    var inp: Input<Int> { get }
    var out: Output<Int> { get }
}

/// Waits for its neighbour before it sends anything; may hold its own process at first.
final class Waiting: Node, RingLink {
    @Parameter var stopsFirst = false
    let inp = Input<Int>()
    let out = Output<Int>()

    override func run() throws {
        if stopsFirst { raise(SIGSTOP) }
        while let number = try inp.next() { try out.send(number) }
    }
}

/// Waits for its neighbour although its input is optional: that one is connected, and may send.
final class Obliging: Node, RingLink {
    let inp = Input<Int>(optional: true)
    let out = Output<Int>()

    override func run() throws { try out.send(inp.receiveOptional() ?? 0) }
}

/// Sends everything before it receives anything.
final class Pushing: Node, RingLink {
    @Parameter var count = 200
    let inp = Input<Int>()
    let out = Output<Int>()

    override func run() throws {
        for number in 0..<count { try out.send(number) }
        for _ in 0..<count { _ = try inp.receive() }
    }
}

/// Adds up one input after the other.
final class AddingInTurn: Node {
    let inp = MultiInput<Int>()
    let out = Output<Int>()

    override func run() throws {
        for input in inp {
            var sum = 0
            while let number = try input.next() { sum += number }
            try out.send(sum)
        }
    }
}

/// Sends one item and waits for the answer.
final class Asking: Node, RingLink {
    let inp = Input<Int>()
    let out = Output<Int>()

    override func run() throws {
        try out.send(1)
        let answer = try inp.receive()
        logger.info("the answer is \(answer)")
    }
}

/// Takes its time before it answers.
final class Dawdling: Node, RingLink {
    enum Way: String, Codable, Sendable, CaseIterable { case sleeping, computing, frozen }

    @Parameter var way = Way.sleeping
    let inp = Input<Int>()
    let out = Output<Int>()

    override func run() throws {
        let number = try inp.receive()
        switch way {
        case .sleeping: sleep(2)
        case .computing:
            var now = timespec()
            clock_gettime(CLOCK_MONOTONIC, &now)
            let end = now.tv_sec + 2
            while now.tv_sec < end { clock_gettime(CLOCK_MONOTONIC, &now) }
        case .frozen:
            logger.info("frozen from now on")
            raise(SIGSTOP)
        }
        try out.send(number)
    }
}

/// Holds its own process, then throws.
final class ThrowingLate: Node {
    struct Mishap: Error {}
    let out = Output<Int>(optional: true)

    override func run() throws {
        raise(SIGSTOP)
        throw Mishap()
    }
}

/// Holds its own process, then asks for the end of the run.
final class EndingLate: Node {
    let out = Output<Int>(optional: true)

    override func run() throws {
        raise(SIGSTOP)
        requestShutdown()
    }
}

/// Computes until the run ends.
final class Busy: Node {
    let out = Output<Int>(optional: true)

    override func run() throws {
        var number = 1
        while !shutdownRequested { number = number &* 31 &+ 7 }
        try out.send(number)
    }
}
