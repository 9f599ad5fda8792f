import Glibc
import MaizeCommands

/// Sends the numbers from 0.
final class Numbers: Node {
    @Parameter var count = 10
    let out = Output<Int>()

    override func run() throws {
        var next = 0
        while next < count {
            try out.send(next)
            next += 1
        }
    }
}

final class Increment: Node {
    let inp = Input<Int>()
    let out = Output<Int>()

    override func run() throws {
        while let number = try inp.next() { try out.send(number + 1) }
    }
}

/// Says when the first item has come, and at the end how many there were.
final class Total: Node {
    let inp = Input<Int>()

    override func run() throws {
        var count = 0
        while try inp.next() != nil {
            if count == 0 { logger.info("the first item is here") }
            count += 1
        }
        logger.info("all \(count) items are here")
    }
}

/// Prints a lot, then says that it is through.
final class Chatter: Node {
    @Parameter var lines = 40_000
    let out = Output<Int>(optional: true)

    override func run() throws {
        logger.info("chatter begins")
        for line in 0..<lines {
            print("line \(line) of what nobody will ever read to its end")
            if line % 10 == 0 { logger.info("record \(line)") }
            // Long enough for a test to strike in the middle.
            if line == lines / 4 { try pause(seconds: 0.5) }
        }
        // A file tells the test that the node came through, since its words may be lost.
        if let path = getenv("DONE_FILE"), let file = fopen(path, "w") { fclose(file) }
    }
}
