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

extension SystemError {
    /// The ends of a `rename` or `link` are on two file systems.
    package var isOtherDevice: Bool { number == EXDEV }

    /// No second name can be given there, but a copy can be made: another file system, one without such names, a file
    /// that has as many as it can have, somebody else's.
    package var isLinkUnsupported: Bool {
        [EXDEV, EPERM, EMLINK, EOPNOTSUPP, ENOSYS].contains(number)
    }

    /// The kernel does not copy between these two files.
    var isCopyUnsupported: Bool {
        [EXDEV, EINVAL, EOPNOTSUPP, ENOSYS, EPERM].contains(number)
    }

    /// The disk, or the user's part of it, is full.
    package var isOutOfSpace: Bool { number == ENOSPC || number == EDQUOT }

    /// Something is there already.
    package var isTaken: Bool { number == EEXIST }

    /// A file has fewer bytes than were written to it.
    package static func cutShort(_ call: String) -> SystemError { SystemError(call, EIO) }
}
