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
    let process: ChildProcess
    let streams: [ProgramOutput]

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
        // What whoever runs the tests has written down for this machine is no part of them.
        if environment["MAIZE_CONFIG"] == nil { environment["MAIZE_CONFIG"] = "/dev/null" }
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
        // By the mark, not by its number: that may belong to somebody else when the program has been reaped.
        ProcessTable.killAll(withEnvironmentWord: mark)
        _ = process.reapIfEnded()
        _ = Result { try Directory.remove(scratch) }  // the test is over whether or not this works
    }

    /// Where this package's products are: beside the test runner.
    static var folder: String {
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().path
    }

    /// The path of a product in the release build whose folder `MAIZE_RELEASE_PROGRAMS` names, else the product beside
    /// the test runner: for what would take too long in a debug build.
    static func released(_ name: String) -> String {
        (releaseFolder ?? folder) + "/" + name
    }

    /// Where a release build is, if the environment names one.
    static let releaseFolder = ProcessInfo.processInfo.environment["MAIZE_RELEASE_PROGRAMS"]

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
}
