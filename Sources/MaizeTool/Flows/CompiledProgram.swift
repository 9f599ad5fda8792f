internal import MaizeCommands
internal import MaizeSystem

/// A compiled program that is given where a workflow is wanted.
struct CompiledProgram {
    /// As the user wrote it.
    let path: String

    /// Becomes the program, with these words after its name.
    func replaceProcess(with words: [String]) -> Never {
        let error = OwnProcess.replace(program: Directory.absolute(path), arguments: [path] + words)
        Console.end(ExitStatus.machine, "\(path): error: the program cannot be started: \(error.reason)")
    }
}
