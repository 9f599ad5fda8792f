import Foundation
import Maize
import MaizeRuntime
import MaizeSystem
import MaizeWire
import Synchronization

/// A run on a thread of its own, so that a test can strike at its processes meanwhile.
///
/// Its nodes are children of the test runner, found by the names that they show (`argv[0]`): names of nodes must be
/// different from those of runs beside it, which `tag` is for.
final class BackgroundRun: Sendable {
    private struct Progress {
        var events: [RunEvent] = []
        var result: Result<RunSummary, any Error>?
    }

    struct Overdue: Error, CustomStringConvertible {
        let description: String
    }

    private let progress = Mutex(Progress())
    private let news = DispatchSemaphore(value: 0)

    /// Builds a workflow and runs it.
    init(_ options: RunOptions = .quiet, _ build: @escaping @Sendable (Workflow) throws -> Void) {
        Thread.detachNewThread { [self] in
            var options = options
            options.observer = { event in
                self.progress.withLock { $0.events.append(event) }
                self.news.signal()
            }
            let result = Result {
                let flow = Workflow("background")
                try build(flow)
                return try flow.execute(options)
            }
            progress.withLock { $0.result = result }
            news.signal()
        }
    }

    var events: [RunEvent] { progress.withLock { $0.events } }

    /// The outcomes that were told of a node: one, if all is well.
    func outcomes(of path: String) -> [NodeOutcome] {
        events.compactMap { event in
            guard case .outcome(path, let outcome) = event.change else { return nil }
            return outcome
        }
    }

    /// Waits until an event is there that `isWanted`.
    func waitForEvent(within seconds: Double = 10, _ isWanted: (RunEvent.Change) -> Bool) throws {
        try wait(seconds, "event") { $0.events.contains { isWanted($0.change) } ? true : nil }
    }

    /// Waits until a node says that it is in this status.
    func wait(for path: String, toBe status: NodeStatus, within seconds: Double = 10) throws {
        try waitForEvent(within: seconds) { change in
            if case .node(path, status, _, _) = change { return true }
            return false
        }
    }

    /// Waits for the end, whichever it is.
    ///
    /// - Throws: When there is no end in time, or the run could not start.
    func summary(within seconds: Double = 20) throws -> RunSummary {
        let result = try wait(seconds, "end") { $0.result }
        do {
            return try result.get()
        } catch let error as RunError {
            guard let summary = error.summary else { throw error }
            // The folder of a run that failed is kept; nobody will look into these.
            if let folder = summary.scratch { try Directory.remove(folder) }
            return summary
        }
    }

    @discardableResult
    private func wait<Value>(_ seconds: Double, _ what: String, _ find: (borrowing Progress) -> Value?) throws -> Value
    {
        let deadline = DispatchTime.now() + seconds
        while true {
            if let value = progress.withLock({ find($0) }) { return value }
            guard news.wait(timeout: deadline) == .success else {
                let last = events.suffix(20).map { "\($0.change)" }.joined(separator: "\n")
                throw Overdue(description: "no \(what) within \(seconds) s; the last events:\n\(last)")
            }
        }
    }

    // MARK: Processes

    /// The process of a node, which must be one of the run's own nodes; nil when it has ended.
    static func process(of path: String) -> pid_t? {
        ProcessTable.childrenOfThisProcess().first { Program.name(of: $0) == path && ProcessTable.isAlive($0) }
    }

    /// Waits until a node's process is there, however little it has done yet.
    static func waitForProcess(of path: String, within seconds: Double = 10) throws -> pid_t {
        let deadline = MonotonicTime.now.advanced(bySeconds: seconds)
        while deadline > .now {
            if let process = process(of: path) { return process }
            usleep(500)
        }
        throw Overdue(description: "no process of \(path) within \(seconds) s")
    }

    /// A word of a process's environment, with its name.
    static func environmentWord(_ name: String, of process: pid_t) -> String? {
        FileContents.bytes(of: "/proc/\(process)/environ")?.split(separator: 0)
            .map { String(decoding: $0, as: UTF8.self) }.first { $0.hasPrefix(name + "=") }
    }

    /// Waits until a process is in this state (`T`: stopped, `S`: asleep), for which the kernel has no event.
    static func wait(for process: pid_t, toBe state: Character, within seconds: Double = 10) throws {
        let deadline = MonotonicTime.now.advanced(bySeconds: seconds)
        while deadline > .now {
            let text = FileContents.text(of: "/proc/\(process)/stat") ?? ""
            if text.split(separator: ") ").last?.first == state { return }
            usleep(2_000)
        }
        throw Overdue(description: "process \(process) was not in state \(state) within \(seconds) s")
    }
}

extension RunOptions {
    /// Options of runs that are meant to fail: their log would only hide that of the tests.
    static var quiet: RunOptions {
        var options = RunOptions()
        options.logFile = "/dev/null"
        return options
    }
}
