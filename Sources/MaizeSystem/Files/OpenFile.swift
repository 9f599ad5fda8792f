internal import Glibc

extension Descriptor {
    /// Opens a file for appending, made with the usual permissions where it is missing.
    package static func appending(to path: String) throws(SystemError) -> Descriptor {
        Descriptor(
            owning: try checked("open", path: path) { open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666) }
        )
    }

    /// A second owner of this process's standard error.
    package static func standardError() throws(SystemError) -> Descriptor {
        Descriptor(owning: try checked("fcntl") { fcntl(2, F_DUPFD_CLOEXEC, 0) })
    }

    /// Whether the descriptor is a terminal.
    package borrowing func isTerminal() -> Bool { isatty(number) == 1 }
}
