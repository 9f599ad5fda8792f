import Foundation
import Logging
import MaizeCommands

final class SayingEverything: Node {
    /// Made with the node's instance, before `prepare()`.
    private let library = Library()
    let out = Output<Int>(optional: true)

    override func run() throws { library.sayEverything() }
}

/// Lets threads of its own and tasks speak.
final class SayingOnThreads: Node {
    private let library = Library()
    let out = Output<Int>(optional: true)

    override func run() throws {
        let library = library
        let logger = logger
        let name = name
        let group = DispatchGroup()
        for number in 0..<4 {
            group.enter()
            Thread {
                for line in 0..<50 { library.log.info("thread \(number) line \(line).") }
                logger.info("\(name): thread \(number) is done")
                group.leave()
            }.start()
        }
        group.enter()
        Task.detached {
            Library().log.info("a task that belongs to nobody")
            group.leave()
        }
        group.wait()
    }
}

/// Speaks while the run is shut down, also on a thread that never stops.
final class SayingTheEnd: Node {
    private let library = Library()
    let out = Output<Int>(optional: true)

    override func run() throws {
        let library = library
        Thread {
            while true {
                library.log.debug("nobody hears this")
                library.log.info("still here")
                usleep(1_000)
            }
        }.start()
        defer { library.log.warning("cleaning up") }
        try pause(seconds: 600)
    }
}

final class Ending: Node {
    let out = Output<Int>(optional: true)

    override func run() throws {
        try pause(seconds: 0.1)
        requestShutdown()
    }
}

/// Says more than fits a frame, and no more than fits a pipe: the logger may be slow.
final class SayingMuch: Node {
    private let library = Library()
    let out = Output<Int>(optional: true)

    override func run() throws {
        let text = String(repeating: "é", count: 10_000)
        library.log.info("\(text)")
        library.log.info("a rest", metadata: ["long": "\(text)"])
    }
}

/// Speaks until it has said enough, then leaves a file for the test.
final class SayingForLong: Node {
    private let library = Library()
    let out = Output<Int>(optional: true)

    override func run() throws {
        library.log.info("it begins")
        for number in 0..<20_000 {
            library.log.info("number \(number)")
            // Long enough for a test to strike in the middle.
            if number == 100 { try pause(seconds: 0.5) }
        }
        if let path = getenv("DONE_FILE"), let file = fopen(path, "w") { fclose(file) }
    }
}
