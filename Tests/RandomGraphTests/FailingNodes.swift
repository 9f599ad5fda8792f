import Maize

/// Passes items on until so many have come, then fails.
final class FailingAfter: Node {
    @Parameter var count: Int
    let inp = Input<Int>()
    let out = Output<Int>()
    private var attempts = 0

    override func run() throws {
        attempts += 1
        var taken = 0
        while let number = try inp.next() {
            if taken == count, attempts == 1 { throw Failure() }
            taken += 1
            try out.send(number)
        }
    }

    struct Failure: Error {}
}

/// Asks for the end of the run at the first item.
final class Ending: Node {
    let inp = Input<Int>()

    override func run() throws {
        _ = try inp.receive()
        requestShutdown()
        while try inp.next() != nil {}
    }
}

/// Sends numbers for ever.
final class Endless: LoopedNode {
    let out = Output<Int>()

    override func run() throws { try out.send(1) }
}
