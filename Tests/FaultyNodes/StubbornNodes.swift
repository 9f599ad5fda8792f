import Glibc
import MaizeCommands

/// Starts a command and waits with it.
final class Parent: Node {
    @Parameter var command: [String] = []
    let out = Output<Int>(optional: true)

    override func run() throws {
        guard Commands.start(command) > 0 else { throw WorkflowError(.value, "\(command) cannot be started") }
        logger.info("command started")
        try pause(seconds: 600)
    }
}

/// Waits until it is told to stop.
final class Patient: Node {
    let out = Output<Int>(optional: true)

    override func run() throws {
        logger.info("waiting")
        try pause(seconds: 600)
    }
}

/// Computes for ever and takes no notice of requests.
final class Deaf: Node {
    let out = Output<Int>(optional: true)

    override func run() throws {
        signal(SIGTERM, SIG_IGN)
        logger.info("deaf from now on")
        while true { poll(nil, 0, 1000) }
    }
}

/// Stops its own process, as a debugger or a shell may do.
final class Frozen: Node {
    let out = Output<Int>(optional: true)

    override func run() throws {
        logger.info("frozen from now on")
        raise(SIGSTOP)
        logger.info("thawed")
        try pause(seconds: 600)
    }
}

/// Prints, then reads beyond the end of an array.
final class Crashing: Node {
    @Parameter var numbers = [1, 2, 3]
    let out = Output<Int>(optional: true)

    override func run() throws {
        for line in 1...7 { print("words before the end \(line)") }
        logger.info("number \(element(at: numbers.count))")
    }

    @inline(never) private func element(at index: Int) -> Int { numbers[index] }
}

/// Needs a file.
final class Opening: Node {
    @Parameter var file: File
    let out = Output<Int>(optional: true)
    override func run() throws {}
}

final class Throwing: Node {
    let out = Output<Int>(optional: true)

    struct Mishap: Error, CustomStringConvertible {
        let description = "the mixture has curdled"
    }

    override func run() throws {
        for line in 1...7 { print("words before the end \(line)") }
        throw Mishap()
    }
}
