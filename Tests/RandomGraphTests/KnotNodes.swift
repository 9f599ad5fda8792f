import Glibc
import Maize
import MaizeSystem

/// Receives before it sends: two of them that feed each other starve.
final class Waiter: Node {
    let inp = Input<Int>()
    let out = Output<Int>()

    override func run() throws {
        while let number = try inp.next() { try out.send(number) }
    }
}

/// Sends the numbers from 0 on.
final class Counting: Node {
    @Parameter var count: Int
    let out = Output<Int>()

    override func run() throws {
        for number in 0..<count { try out.send(number) }
    }
}

/// Takes all of one input, then all of the next, and sends their sums.
final class SumInTurn: Node {
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

/// Sends one token round a ring so many times, then on.
final class TokenHead: Node {
    @Parameter var rounds: Int
    let inp = Input<Int>()
    let out = Output<Int>()
    let result = Output<Int>()

    override func run() throws {
        var token = 0
        for _ in 0..<rounds {
            try out.send(token + 1)
            token = try inp.receive()
        }
        try result.send(token)
    }
}

/// Uses its processor for so many seconds, or until the run is shut down; then it passes on what came meanwhile.
final class Computing: Node {
    @Parameter var seconds: Double
    let inp = Input<Int>(optional: true)
    let out = Output<Int>(optional: true)

    override func run() throws {
        let first = try inp.receiveOptional()
        let end = MonotonicTime.now.advanced(bySeconds: seconds)
        while end > .now, !shutdownRequested {}
        if let first { try out.send(first) }
        while let number = try inp.receiveOptional() { try out.send(number) }
    }
}
