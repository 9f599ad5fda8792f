internal import MaizeCommands
internal import MaizeSystem
internal import MaizeWire

/// A compiled program that is given where a workflow is wanted.
struct CompiledProgram {
    /// As the user wrote it, or where a package's build put it.
    let path: String
    /// Whether it is known to be a workflow's: it takes its words from where nobody else sees them.
    private let takesHandover: Bool

    /// A program that a package has made.
    init(path: String, takesHandover: Bool) {
        self.path = path
        self.takesHandover = takesHandover
    }

    /// The file at `path`, if it starts as a program does: ELF, or a script's first line.
    init?(at path: String) {
        // A pipe is not even opened: what is read of it here would be missing later.
        guard FileContents.isRegular(path),
            case .success(let start) = Result(catching: { try FileContents.beginning(of: path, limit: 4) }),
            start.bytes == Array("\u{7F}ELF".utf8) || start.bytes.starts(with: Array("#!".utf8))
        else { return nil }
        self.init(path: path, takesHandover: false)
    }

    /// Becomes the program, with these words after its name.
    func replaceProcess(with words: [String]) -> Never {
        if takesHandover { CommandHandover.become(program: path, words: words) }
        let error = OwnProcess.replace(program: Directory.absolute(path), arguments: [path] + words)
        Console.end(ExitStatus.machine, message(about: error))
    }

    /// Runs the program to its end, on the same standard output and error.
    ///
    /// - Returns: Its exit status; 128 plus the number of a signal that ended it.
    func statusOfRun(with words: [String]) -> Int32 {
        let request = SpawnRequest(
            executable: Directory.absolute(path),
            arguments: [path] + words,
            environment: OwnProcess.environment()
        )
        do {
            switch try request.start().reap() {
            case .exited(let status): return status
            case .signalled(let signal): return 128 + signal
            case .unknown: return ExitStatus.machine
            }
        } catch {
            Console.say(message(about: error))
            return ExitStatus.machine
        }
    }

    /// Whether the program has types of nodes of all these names.
    func knows(_ names: [String]) -> Bool {
        let lines = outputOrExit(with: ["--list", "--json"]).split(separator: UInt8(ascii: "\n"))
        let known = lines.compactMap { line in
            // Other lines are no answer.
            line.withUnsafeBytes { try? JSONItemDecoder("type").decode(KnownType.self, from: $0).name.lowercased() }
        }
        return names.allSatisfy { name in
            known.contains { name.lowercased() == $0 || name.lowercased().hasPrefix($0 + "<") }
        }
    }

    private struct KnownType: Decodable {
        let name: String
    }

    /// What the program writes to standard output; where it fails, so does this command, as the program has said why.
    func outputOrExit(with words: [String]) -> [UInt8] {
        var request = SpawnRequest(
            executable: Directory.absolute(path),
            arguments: [path] + words,
            environment: OwnProcess.environment()
        )
        do {
            var pipe = try Pipe()
            let reader = pipe.takeReadEnd()
            let process: ChildProcess
            do {
                // Closed here as soon as the program has it, or its end would never be seen.
                let writer = pipe.takeWriteEnd()
                request.standardOutput = writer.number
                process = try request.start()
            }
            let output = try reader.readToEnd()
            switch process.reap() {
            case .exited(let status) where status != ExitStatus.done: Console.end(status)
            case .signalled(let signal): Console.end(128 + signal)
            case .exited, .unknown: return output
            }
        } catch let error as SystemError {
            Console.end(ExitStatus.machine, message(about: error))
        } catch {
            Console.end(ExitStatus.machine, "\(path): error: \(error)")
        }
    }

    private func message(about error: SystemError) -> String {
        "\(path): error: the program cannot be started: \(error.reason)"
    }
}
