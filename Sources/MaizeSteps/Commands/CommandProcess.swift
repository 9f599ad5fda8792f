internal import MaizeCore
internal import MaizeSystem

/// A running command: its process, which leads a group of its own, and our ends of its three pipes.
final class CommandProcess {
    private let process: ChildProcess
    let input: PipeEnd
    let output: PipeEnd
    let errors: PipeEnd
    /// The descriptor that is readable once the process has ended.
    let endNumber: Int32
    private var wasReaped = false

    /// Starts `words`, whose program is the file at `path`.
    ///
    /// The command holds descriptors 0 to 2 and no other: all of ours close on exec. Its signals are the default ones,
    /// SIGPIPE too, which does nothing in this process.
    init(_ words: [String], path: String, environment: [String], folder: String, takesInput: Bool) throws {
        var request = SpawnRequest(executable: path, arguments: words, environment: environment)
        request.folder = folder
        var inputPipe = try Pipe()
        var outputPipe = try Pipe()
        var errorPipe = try Pipe()
        let theirInput = inputPipe.takeReadEnd()
        let theirOutput = outputPipe.takeWriteEnd()
        let theirErrors = errorPipe.takeWriteEnd()
        // Ours do not block; theirs are open files of their own, which stay as the command expects them.
        input = try PipeEnd(takesInput ? inputPipe.takeWriteEnd() : nil)
        output = try PipeEnd(outputPipe.takeReadEnd())
        errors = try PipeEnd(errorPipe.takeReadEnd())
        request.standardInput = takesInput ? theirInput.number : nil
        request.standardOutput = theirOutput.number
        request.standardError = theirErrors.number
        process = try request.start()
        guard let endNumber = process.endNumber else {
            process.signalGroup(Signals.kill)
            _ = process.reap()
            throw CommandFailure("the kernel gave no descriptor for a process (pidfd_open)")
        }
        self.endNumber = endNumber
    }

    deinit {
        // On every way out of the node's code: nothing of the command's group outlives it.
        if !wasReaped { _ = endGroup() }
    }

    /// Ends what is left of the command's group, and gives the end of the command itself.
    ///
    /// The group's number cannot be another's before the command is reaped, so it is signalled first.
    func endGroup() -> ProcessEnd {
        process.signalGroup(Signals.kill)
        wasReaped = true
        return process.reap()
    }

    /// Asks the command's group to end.
    func askToEnd() { process.signalGroup(Signals.terminate) }
}
