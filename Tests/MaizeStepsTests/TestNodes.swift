import Glibc
import Maize

// Types of nodes must be found by name, so they are neither private nor inside functions.

struct Broke: Error {}

/// Sends 0, 1, 2 and so on.
final class Counting: Node {
    @Parameter var count = 10
    let out = Output<Int>()
    override func run() throws { for number in 0..<count { try out.send(number) } }
}

/// Sends a number at a time until nobody wants more.
final class Endless: Node {
    let out = Output<Int>()
    override func run() throws {
        var number = 0
        while true {
            try out.send(number)
            number += 1
        }
    }
}

/// Sends so many numbers, then fails.
final class Breaking: Node {
    @Parameter var count = 10
    let out = Output<Int>()
    override func run() throws {
        for number in 0..<count { try out.send(number) }
        throw Broke()
    }
}

/// Sends the sum of all numbers at their end.
final class Summing: Node {
    let inp = Input<Int>()
    let out = Output<Int>()
    override func run() throws {
        var sum = 0
        while let number = try inp.next() { sum += number }
        try out.send(sum)
    }
}

/// As `Summing`, but deaf to errors.
final class DeafSumming: Node {
    let inp = Input<Int>()
    let out = Output<Int>()
    override func run() throws {
        var sum = 0
        while let number = try? inp.next() { sum += number }
        try? out.send(sum)
    }
}

/// Fails until it has been called so many times; a file holds how many times that was.
final class Stubborn: Node {
    @Parameter var memory: String
    @Parameter var failures = 1
    let out = Output<Int>()
    override func run() throws {
        let earlier = Memory.count(memory)
        Memory.add(memory)
        if earlier < failures { throw Broke() }
        try out.send(earlier)
    }
}

/// Sends one number a pass.
final class OnePass: Node {
    /// 0 never stops.
    @Parameter var stopsAfter = 0
    private var pass = 0
    let out = Output<Int>()
    override func run() throws {
        pass += 1
        try out.send(pass)
        if pass == stopsAfter { stopLooping() }
    }
}

/// Ends the run at the third number.
final class Ending: Node {
    let inp = Input<Int>()
    override func run() throws {
        while let number = try inp.next() { if number == 3 { requestShutdown() } }
    }
}

/// Is skipped unless it has a path.
final class OptionalLoading: Node {
    @Parameter var file: String?
    let out = Output<String>()
    override func run() throws { try out.send(file ?? "nothing") }
}

/// Sends to an output that need not be connected, and to one that must be.
final class Forking: Node {
    let extra = Output<Int>(optional: true)
    let out = Output<Int>()
    override func run() throws {
        try extra.send(1)
        try extra.send(contentsOf: [2, 3])
        try out.send(4)
    }
}

/// Sends everything at once.
final class Batching: Node {
    @Parameter var count = 1000
    let out = Output<Int>()
    override func run() throws { try out.send(contentsOf: Array(0..<count)) }
}

/// Sends each number to all of many outputs.
final class Fanning: Node {
    @Parameter var count = 2
    let out = MultiOutput<Int>()
    override func run() throws {
        for number in 0..<count { for place in out.indices { try out[place].send(number) } }
    }
}

/// Logs at each level.
final class Talking: Node {
    let out = Output<Int>(optional: true)
    override func run() throws {
        logger.debug("a debug word")
        logger.info("an info word")
        logger.warning("a warning word")
        print("a printed word")
        try out.send(1)
    }
}

/// A number of times, kept in the length of a file.
enum Memory {
    static func count(_ path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }

    static func add(_ path: String) {
        let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        _ = write(file, "x", 1)
        close(file)
    }
}
