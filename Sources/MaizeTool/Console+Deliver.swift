internal import MaizeCommands
internal import MaizeSystem

extension Console {
    /// Gives what a verb has made to who asked for it, and ends the process.
    ///
    /// A file appears whole or not at all; without one, the text goes to standard output. The text ends with a line's end.
    static func deliver(_ text: String, named what: String, to path: String?) -> Never {
        guard let path else {
            show([String(text.dropLast())])
            end(ExitStatus.done)
        }
        do {
            try PartialFile.publish(text, at: path)
        } catch {
            end(ExitStatus.machine, "\(path): error: \(what) cannot be written: \(error.reason)")
        }
        end(ExitStatus.done)
    }
}
