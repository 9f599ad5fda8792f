internal import MaizeCommands
internal import MaizeSystem

/// A compiled program that is given where a workflow is wanted.
struct CompiledProgram {
    /// As the user wrote it.
    let path: String

    /// Becomes the program, with these words after its name.
    func replaceProcess(with words: [String]) -> Never {
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

    private func message(about error: SystemError) -> String {
        "\(path): error: the program cannot be started: \(error.reason)"
    }
}
