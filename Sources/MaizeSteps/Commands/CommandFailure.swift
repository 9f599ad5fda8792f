internal import MaizeSystem

/// A command that could not be started, or did not end as it should.
///
///     try flow.add(Command.self, name: "convert", options: NodeOptions(failOK: true)) { $0.command = ["convert", "a.png"] }
///     let outcome = try flow.execute()["convert"]?.outcome
///     if case .tolerated(let error) = outcome, error.kind == "CommandFailure" { print(error.message) }
public struct CommandFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// The command, what happened, and what it said last.
    public let message: String

    /// Makes an error.
    public init(_ message: String) {
        self.message = message
    }

    /// The message.
    public var description: String { message }
}

/// A command's words and what counts as its success.
struct CommandLineWords {
    let words: [String]

    /// The words for a message: quoted, so that one can see where each ends, and not too many of them.
    var text: String {
        let arguments = words.dropFirst().map { word in
            word.count > 80 ? word.prefix(80).debugDescription + "…" : word.debugDescription
        }
        let shown = arguments.prefix(8).joined(separator: " ")
        let more = arguments.count > 8 ? " and \(arguments.count - 8) more" : ""
        return "program '\(words[0])'" + (arguments.isEmpty ? "" : " with \(shown)\(more)")
    }

    /// An error that arose while the command ran, with the command's name where it is about its output.
    func failure(_ error: any Error) -> any Error {
        guard let error = error as? LineError else { return error }
        return CommandFailure("the output of \(text): \(error.text(or: "set encoding to latin1"))")
    }

    /// What is wrong with the end of the command; nil if its status is one of `accepted`.
    func failure(_ end: ProcessEnd, accepted: [Int], lastWords: [String]) -> CommandFailure? {
        let what: String
        switch end {
        case .exited(let status) where accepted.contains(Int(status)): return nil
        case .exited(let status):
            let list = accepted.map(String.init).joined(separator: ", ")
            what = "ended with status \(status)" + (accepted == [0] ? "" : ", accepted are \(list)")
        case .signalled(let signal): what = "was ended by \(Signals.name(signal))"
        case .unknown: what = "ended, but how is not known: somebody else in this process took its status"
        }
        let said = lastWords.isEmpty ? "" : "; it said last: " + lastWords.joined(separator: " | ")
        return CommandFailure("\(text) \(what)\(said)")
    }
}
