public import MaizeCore
internal import MaizeSystem
internal import MaizeWire

/// Runs an external program between streams of lines: items become lines of its standard input, lines of its standard
/// output become items.
///
///     inp ─▶ Command(command: ["sort", "-n"]) ─▶ out
///
/// The words go to the program as they are: no shell takes them apart unless `command` names one
/// (`["sh", "-c", "…"]`). A program without a slash in its name is one that the configuration names, or is looked up in
/// `PATH`, before the run; with one it is a path, from the folder in which the run was started. Its current folder is
/// the node's own, its environment the node's.
///
/// - Without a channel at `inp` the program's input is empty; without one at `out` its output goes to the log (info).
/// - What it writes to its standard error goes to the log (warning), and the last of it into the error of a failure.
/// - A program that ends with a status that is not in `statuses`, or by a signal, fails the node.
/// - A program that stops reading, as `head` does, stops who sends to it in good order; its status decides.
/// - Once the program has ended, what it left in the background is ended too; what that prints later is lost.
/// - If the node is stopped, the program gets SIGTERM, and SIGKILL a second later. Its input stays open until it has
///   ended, so that it cannot take a stream that was cut short for a whole one.
///
///     let sort = try flow.add(Command.self) { $0.command = ["sort", "-k1,1nr"] }
///     let write = try flow.add(WriteLines.self) { $0.path = "sorted.txt" }
///     try flow.connect(sort.out, to: write.inp)
public final class Command: Node {
    /// The program and its arguments.
    @Parameter(pathRule: .program, help: "the program and its arguments, a list of words") public var command: [String]
    /// The statuses that count as success.
    @Parameter(help: "exit statuses that count as success") public var statuses = [0]
    /// How the bytes of the program's output are read as text.
    @Parameter(help: "of the output: utf8 or latin1") public var encoding = TextEncoding.utf8
    /// Lines for its standard input.
    public let inp = Input<String>(optional: true)
    /// Lines of its standard output.
    public let out = Output<String>(optional: true)

    /// Refuses a command that no program could be given.
    override public func validate() throws {
        if command.first ?? "" == "" { throw refusal("command is empty; give a program and its arguments as a list") }
        if command.contains(where: { $0.utf8.contains(0) }) {
            throw refusal("a word of command holds a zero byte, which no program can be given")
        }
    }

    private func refusal(_ message: String) -> WorkflowError {
        WorkflowError(.value, path: nodePath.description, message)
    }

    /// Runs the program to its end.
    override public func run() throws {
        guard let context else { throw refusal("a command runs as part of a workflow only") }
        let words = CommandLineWords(words: command)
        let process = try start(words)
        var pump = try CommandPump(process, of: self, context: context)
        do {
            try pump.run()
        } catch {
            try pump.stop()
            throw words.failure(error)
        }
        let end = process.endGroup()
        if let failure = words.failure(end, accepted: statuses, lastWords: pump.errors.last) { throw failure }
    }

    private func start(_ words: CommandLineWords) throws -> CommandProcess {
        // The words of the run and of the node stay: by them the coordinator finds what a killed node leaves behind.
        let environment = OwnProcess.environment().filter { !$0.hasPrefix("MAIZE_ROLE=") }
        let starting: [String]
        do {
            starting = try runnable(command[0])
        } catch let error as WorkflowError {
            throw CommandFailure(error.message)
        }
        let path = starting[0]
        // A program that was found by its name is told that name, as by a shell.
        let start = path.hasSuffix("/\(command[0])") ? [command[0]] + starting.dropFirst() : starting
        do {
            return try CommandProcess(
                start + command.dropFirst(),
                path: path,
                environment: environment,
                folder: workDirectory,
                takesInput: inp.isSet
            )
        } catch let error as SystemError {
            let hint = error.isMissing ? ": the interpreter that its first line names is missing" : ""
            throw CommandFailure("\(words.text), found as \(path), cannot be started: \(error.reason)\(hint)")
        }
    }
}

extension Command: ProgramChoosing {
    /// The program, unless it is a path: what is there may be made by another node first.
    package var chosenPrograms: [String] {
        guard $command.hasValue, let program = command.first, !program.isEmpty,
            !program.utf8.contains(UInt8(ascii: "/"))
        else {
            return []
        }
        return [program]
    }
}
