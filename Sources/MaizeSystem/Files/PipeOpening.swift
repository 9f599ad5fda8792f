internal import Glibc
internal import Synchronization

/// Opens a named pipe for writing on a thread of its own: that waits for a reader, and nothing else tells of one, since a
/// reader that waits for a writer has not opened the pipe yet as far as the kernel tells anybody.
package final class PipeOpening: Sendable {
    private let path: String
    private let done: WakeEvent
    /// The descriptor, or the error's number below zero; nil until there is either.
    private let result = Mutex<Int32?>(nil)

    /// Begins to open what is at `path`.
    package init(_ path: String) throws(SystemError) {
        self.path = path
        done = try WakeEvent()
        try DetachedThread.run { [self] in open() }
    }

    deinit {
        // Opened too late for anybody to want it.
        if let number = result.withLock({ $0 }), number >= 0 { close(number) }
    }

    /// The descriptor that is readable once the pipe is open, or cannot be opened.
    package var number: Int32 { done.descriptor.number }

    /// The open pipe, to be taken once; nil while it has no reader.
    package func take() throws(SystemError) -> Descriptor? {
        let number = result.withLock { result in
            defer { if result ?? -1 >= 0 { result = nil } }
            return result
        }
        guard let number else { return nil }
        if number < 0 { throw SystemError("open", -number, path: path) }
        let pipe = Descriptor(owning: number)
        try pipe.setNonBlocking()
        return pipe
    }

    /// Lets the thread go: a reader that comes and goes is enough for it.
    package func abandon() {
        let number = Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        if number >= 0 { close(number) }
    }

    private func open() {
        var number: Int32
        repeat { number = Glibc.open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY) } while number < 0 && errno == EINTR
        let answer = number >= 0 ? number : -errno
        result.withLock { $0 = answer }
        done.signal()
    }
}
