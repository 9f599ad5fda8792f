internal import Glibc

extension SystemError {
    /// The reader of a pipe or socket is gone.
    package var isBrokenPipe: Bool { number == EPIPE || number == ECONNRESET }
    /// Nothing is at the path.
    package var isMissing: Bool { number == ENOENT }
    /// Somebody else holds it, or nothing is there now.
    package var wouldBlock: Bool { number == EAGAIN }
}
