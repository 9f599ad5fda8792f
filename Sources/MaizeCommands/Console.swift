internal import MaizeSystem

/// What the command itself says, on standard error, and how it ends.
package enum Console {
    /// Writes a line; nothing happens when nobody can hear it.
    package static func say(_ text: String) {
        guard let standardError = try? Descriptor.standardError() else { return }  // closed: nobody listens
        _ = Result { try Array((text + "\n").utf8).withUnsafeBytes { try standardError.writeAll($0) } }
    }

    /// Writes lines of data to standard output; one that cannot be written ends the process, since data is missing then.
    ///
    /// Who reads no more, as `head` does, has what it wanted.
    package static func show(_ lines: [String]) {
        guard !lines.isEmpty else { return }
        do {
            let text = lines.map { $0 + "\n" }.joined()
            try Array(text.utf8).withUnsafeBytes { try Descriptor.standardOutput().writeAll($0) }
        } catch {
            if let error = error as? SystemError, error.isBrokenPipe { return }
            end(ExitStatus.machine, lossMessage(error))
        }
    }

    /// What is said of data that could not be written.
    package static func lossMessage(_ error: any Error) -> String {
        let reason = (error as? SystemError)?.reason ?? "\(error)"
        return "error: standard output cannot be written, and data is missing there: \(reason)"
    }

    /// Says a last line and ends the process.
    package static func end(_ status: Int32, _ message: String? = nil) -> Never {
        if let message { say(message) }
        OwnProcess.flushOutput()
        OwnProcess.end(status: status)
    }
}

/// What the command ends with; the statuses of a run are in `RunError` and `RunSummary`.
package enum ExitStatus {
    /// Everything was done.
    package static let done: Int32 = 0
    /// The workflow, a value or a file is invalid.
    package static let invalid: Int32 = 2
    /// The machine does not give what is needed.
    package static let machine: Int32 = 4
    /// What the statuses of a run mean, for help texts.
    package static let ofRun = """
        0 done, 1 a node failed, 2 the workflow, a value or a file is invalid, 3 deadlock, 4 the machine lacks \
        something, 64 wrong usage, 128 + n after signal n.
        """
    /// The command line is wrong.
    package static let usage: Int32 = 64
}
