import MaizeCommands

/// Waits for its neighbour before it sends anything.
final class Waiting: Node {
    let inp = Input<Int>()
    let out = Output<Int>()

    override func run() throws {
        while let number = try inp.next() { try out.send(number) }
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
