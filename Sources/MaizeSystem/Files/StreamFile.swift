internal import Glibc

/// What a path leads to, as far as reading and writing differ by it.
package enum FileKind: Sendable {
    /// A regular file: reading never waits.
    case regular
    case folder
    /// A pipe with a name, a device, a terminal: bytes come and go as the other side likes.
    case stream

    /// The kind of what is at `path`, links followed; nil where nothing is.
    package static func of(_ path: String) throws(SystemError) -> FileKind? {
        do {
            return FileKind(mode: try FileMode.of(path))
        } catch {
            if error.isMissing { return nil }
            throw error
        }
    }

    init(mode: mode_t) {
        switch mode & S_IFMT {
        case S_IFREG: self = .regular
        case S_IFDIR: self = .folder
        default: self = .stream
        }
    }
}

enum FileMode {
    static func of(_ path: String) throws(SystemError) -> mode_t {
        var status = stat()
        _ = try checked("stat", path: path) { stat(path, &status) }
        return status.st_mode
    }
}

extension Descriptor {
    /// Opens what is at `path` for reading, without ever waiting: a pipe gives its first bytes when it is readable.
    package static func reading(_ path: String) throws(SystemError) -> Descriptor {
        let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
        return Descriptor(owning: try checked("open", path: path) { open(path, flags) })
    }

    /// Opens a pipe or a device for writing; nil while a pipe has no reader.
    package static func writingStream(_ path: String) throws(SystemError) -> Descriptor? {
        let flags = O_WRONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
        do {
            return Descriptor(owning: try checked("open", path: path) { open(path, flags) })
        } catch {
            if error.number == ENXIO { return nil }
            throw error
        }
    }

    /// What the descriptor leads to.
    package borrowing func kind() throws(SystemError) -> FileKind {
        var status = stat()
        _ = try checked("fstat") { fstat(number, &status) }
        return FileKind(mode: status.st_mode)
    }
}
