internal import CMaizeSystem
internal import Glibc

extension Descriptor {
    /// Opens a file for appending, made with the usual permissions where it is missing.
    ///
    /// Never waits: a pipe that nobody reads is refused (`ENXIO`).
    package static func appending(to path: String) throws(SystemError) -> Descriptor {
        let flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
        return Descriptor(owning: try checked("open", path: path) { open(path, flags, 0o666) })
    }

    /// A second owner of this process's standard error.
    package static func standardError() throws(SystemError) -> Descriptor {
        Descriptor(owning: try checked("fcntl") { fcntl(2, F_DUPFD_CLOEXEC, 0) })
    }

    /// A second owner of this process's standard output.
    package static func standardOutput() throws(SystemError) -> Descriptor {
        Descriptor(owning: try checked("fcntl") { fcntl(1, F_DUPFD_CLOEXEC, 0) })
    }

    /// Whether the descriptor is a terminal.
    package borrowing func isTerminal() -> Bool { isatty(number) == 1 }
}

/// The size of a terminal, in characters.
package struct TerminalSize: Equatable, Sendable {
    package var rows: Int
    package var columns: Int

    package init(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
    }
}

extension Descriptor {
    /// The size of the terminal; nil where the descriptor is none, or one that does not know its size.
    package borrowing func terminalSize() -> TerminalSize? {
        var rows: Int32 = 0
        var columns: Int32 = 0
        guard maize_terminal_size(number, &rows, &columns) == 0, rows > 0, columns > 0 else { return nil }
        return TerminalSize(rows: Int(rows), columns: Int(columns))
    }
}
