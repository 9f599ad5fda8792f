internal import Glibc

extension SystemError {
    /// The reader of a pipe or socket is gone.
    package var isBrokenPipe: Bool { number == EPIPE || number == ECONNRESET }
    /// A pipe with a name that was opened for writing has no reader.
    package var isWithoutReader: Bool { number == ENXIO }
    /// Nothing is at the path.
    package var isMissing: Bool { number == ENOENT }
    /// Somebody else holds it, or nothing is there now.
    package var wouldBlock: Bool { number == EAGAIN }
}
