import Dispatch
import Logging
import Maize
import MaizeLogging

/// A library's own logger, made once, by whichever node comes first.
enum SharedLibrary {
    static let log = Logger(label: "shared")
}

final class SharedLogNode: Node {
    let out = Output<Int>(optional: true)

    override func run() throws {
        for number in 0..<20 { SharedLibrary.log.info("\(name) \(number)") }
    }
}

final class TaskLogNode: Node {
    private let own = Logger(label: "own")
    let out = Output<Int>(optional: true)

    override func run() throws {
        let path = nodePath.description
        let own = own
        let done = DispatchSemaphore(value: 0)
        Task {
            SharedLibrary.log.info("task of \(path)")
            done.signal()
        }
        done.wait()
        Task.detached {
            own.info("detached task of \(path)")
            done.signal()
        }
        done.wait()
    }
}

final class LevelLogNode: Node {
    private let log = Logger(label: "levels")
    let out = Output<Int>(optional: true)

    override func run() throws {
        log.log(level: log.logLevel, "least \(log.logLevel)")
        var loud = log
        loud.logLevel = .debug
        loud.debug("asked for")
    }
}
