import Foundation
import Maize

/// Sends the numbers from 0.
final class Counting: Node {
    @Parameter var count = Int.max
    let out = Output<Int>()

    override func run() throws {
        var next = 0
        while next < count {
            try out.send(next)
            next += 1
        }
    }
}

final class Passing: Node {
    let inp = Input<Int>()
    let out = Output<Int>()

    override func run() throws {
        while let number = try inp.next() { try out.send(number) }
    }
}

/// Stands for whatever makes one thing of a whole stream: it must never complete with a part of one.
final class Totalling: Node {
    let inp = Input<Int>()
    let out = Output<Int>(optional: true)

    override func run() throws {
        var total = 0
        while let number = try inp.next() { total &+= number }
        try out.send(total)
    }
}

/// Takes three items and is content.
final class TakingThree: Node {
    let inp = Input<Int>()
    let out = Output<Int>()

    override func run() throws {
        for _ in 0..<3 { try out.send(inp.receive()) }
    }
}

/// Sends items of 10 MB, each filled with its number.
final class SendingLarge: Node {
    static let size = 10_000_000
    let out = Output<[UInt8]>()

    override func run() throws {
        for number in 0..<Int.max {
            try out.send([UInt8](repeating: UInt8(truncatingIfNeeded: number), count: SendingLarge.size))
        }
    }
}

/// Fails when an item is not whole; may hold its own process at first.
final class CheckingLarge: Node {
    struct Partial: Error {}
    @Parameter var stopsFirst = false
    let inp = Input<[UInt8]>()

    override func run() throws {
        if stopsFirst { raise(SIGSTOP) }
        var next = 0
        while let item = try inp.next() {
            let byte = UInt8(truncatingIfNeeded: next)
            guard item.count == SendingLarge.size, item.first == byte, item.last == byte else { throw Partial() }
            next += 1
        }
    }
}

/// Holds its own process before it reads.
final class StoppedPassing: Node {
    let inp = Input<Int>()
    let out = Output<Int>()

    override func run() throws {
        raise(SIGSTOP)
        while let number = try inp.next() { try out.send(number) }
    }
}
