import Foundation
import MaizeSystem
import Testing

/// One of the package's executables, running as a program of its own.
///
/// Everything that it starts carries the program's mark in its environment, so that what is left of it can be found,
/// and makes its folders below one that belongs to the test.
final class Program {
    /// How a program ended, and what it wrote.
    struct Finished {
        let end: ProcessEnd
        let output: String
        let errors: String
        /// Seconds from the call that waited to the end.
        let waited: Double
    }

    struct Overdue: Error, CustomStringConvertible {
        let description: String
    }

    /// `NAME=value`, in the environment of the program and of all that it starts.
    let mark = "TEST_MARK=\(UUID().uuidString)"
    /// Below this the program makes its runs' folders.
    let scratch: String
    private let process: ChildProcess
    private let streams: [ProgramOutput]

    /// Starts `name`, a product of this package or a path.
    ///
    /// - Parameters:
    ///   - name: The executable.
    ///   - fault: What `FaultyNodes` is to do.
    ///   - arguments: Its words after the first.
    ///   - environment: Changes to the environment of the tests.
    ///   - wrapper: Words that are put before it, such as `["/usr/bin/env", "-i"]`.
    /// - Throws: When it cannot be started.
    init(
        _ name: String = "FaultyNodes",
        fault: String? = nil,
        _ arguments: [String] = [],
        environment: [String: String] = [:],
        through wrapper: [String] = []
    ) throws {
        scratch = try Directory.makeUnique(prefix: "/tmp/maize-test-")
        chmod(scratch, 0o777)  // the program may run as another user
        var environment = environment
        if let fault { environment["FAULT"] = fault }
        let own = ["TMPDIR", "TEST_MARK"] + environment.keys
        let words = wrapper + [name.hasPrefix("/") ? name : Program.folder + "/" + name] + arguments
        var request = SpawnRequest(
            executable: words[0],
            arguments: words,
            environment: OwnProcess.environment().filter { word in !own.contains { word.hasPrefix($0 + "=") } }
                + environment.map { "\($0.key)=\($0.value)" } + [mark, "TMPDIR=\(scratch)"]
        )
        var output = try MaizeSystem.Pipe()
        var errors = try MaizeSystem.Pipe()
        let outputEnd = output.takeWriteEnd()
        let errorsEnd = errors.takeWriteEnd()
        request.standardOutput = outputEnd.number
        request.standardError = errorsEnd.number
        process = try request.start()
        streams = [try ProgramOutput(output.takeReadEnd()), try ProgramOutput(errors.takeReadEnd())]
    }

    deinit {
        if ProcessTable.isAlive(process.identifier) { process.signal(SIGKILL) }
        ProcessTable.killAll(withEnvironmentWord: mark)
        _ = Result { try Directory.remove(scratch) }  // the test is over whether or not this works
    }

    /// Where this package's products are: beside the test runner.
    static var folder: String {
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().path
    }

    /// The processes that the program started, and itself, as long as they live.
    var processes: [pid_t] { ProcessTable.processes(withEnvironmentWord: mark) }

    /// The process among them with this name (`argv[0]`).
    func process(named name: String) -> pid_t? {
        processes.first { process in Program.name(of: process) == name }
    }

    static func name(of process: pid_t) -> String? {
        FileContents.bytes(of: "/proc/\(process)/cmdline")?.split(separator: 0).first.map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// The folders of runs that are still there.
    var folders: [String] { (try? Directory.entries(of: scratch))?.filter { $0.hasPrefix("maize-") } ?? [] }

    func signal(_ number: Int32) { process.signal(number) }

    /// Kills the logger of the program's run.
    func killLogger() throws {
        guard let logger = process(named: "maize-logger") else {
            throw Overdue(description: "the program has no logger")
        }
        kill(logger, SIGKILL)
    }

    /// Nobody reads what the program writes from now on.
    func closeOutput() {
        for stream in streams { stream.close() }
    }

    // MARK: Waiting

    /// Waits until standard error holds `text`, `count` times.
    func waitForErrors(_ text: String, count: Int = 1, within seconds: Double = 20) throws {
        var isThere: Bool { streams[1].text.ranges(of: text).count >= count }
        try follow(within: seconds) { isThere }
        let lived = ProcessTable.isAlive(process.identifier) ? "" : "ended and "
        guard isThere else { throw overdue(lived + "did not write '\(text)'", seconds) }
    }

    /// Lets the program go on for so long, and takes in what it writes meanwhile.
    func runOn(seconds: Double) throws { try follow(within: seconds) { false } }

    /// Waits for the end.
    func wait(within seconds: Double = 30) throws -> Finished {
        let started = MonotonicTime.now
        try follow(within: seconds) { false }
        guard let end = process.reapIfEnded() else { throw overdue("did not end", seconds) }
        // Whatever was written before the end is in the pipes; somebody else may hold them open.
        for stream in streams { stream.read() }
        return Finished(
            end: end,
            output: streams[0].text,
            errors: streams[1].text,
            waited: MonotonicTime.now.seconds(since: started)
        )
    }

    /// What of the program still lives after `seconds`; waits no longer than it has to.
    func leftovers(after seconds: Double) -> [String] {
        Program.wait(within: seconds) { processes.isEmpty }
        return processes.map { "\($0) \(Program.name(of: $0) ?? "")" }
    }

    /// The folders of runs that are still there after `seconds`.
    func folders(after seconds: Double) -> [String] {
        Program.wait(within: seconds) { folders.isEmpty }
        return folders
    }

    /// The ends of processes that are no children of ours, and of folders, are no events here.
    private static func wait(within seconds: Double, until isReached: () -> Bool) {
        let deadline = MonotonicTime.now.advanced(bySeconds: seconds)
        while deadline > .now, !isReached() { usleep(10_000) }
    }

    /// Reads what comes until `isReached`, the end of the process, or the deadline.
    private func follow(within seconds: Double, until isReached: () -> Bool) throws {
        let deadline = MonotonicTime.now.advanced(bySeconds: seconds)
        while !isReached(), deadline > .now {
            var set = PollSet()
            let end = process.endNumber.map { set.add($0, .readable) }
            for stream in streams where !stream.hasEnded { set.add(stream.number, .readable) }
            _ = try set.wait(milliseconds: deadline.millisecondsFromNow)
            for stream in streams { stream.read() }
            if let end, !set.events(at: end).isEmpty { return }
        }
    }

    private func overdue(_ what: String, _ seconds: Double) -> Overdue {
        process.signal(SIGKILL)
        let written = streams.map(\.text).joined(separator: "\n")
        return Overdue(description: "the program \(what) within \(seconds) s; it wrote:\n\(written)")
    }
}
