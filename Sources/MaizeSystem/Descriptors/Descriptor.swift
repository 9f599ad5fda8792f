internal import CMaizeSystem
internal import Glibc

/// The owner of a file descriptor, which is closed when the owner goes.
package struct Descriptor: ~Copyable, Sendable {
    /// The number, to be passed to calls while the owner lives; never stored elsewhere.
    package let number: Int32

    /// Takes over `number`, which nobody else closes from now on.
    package init(owning number: Int32) {
        self.number = number
    }

    deinit { Glibc.close(number) }

    /// Gives the number up without closing it.
    package consuming func release() -> Int32 {
        let kept = number
        discard self
        return kept
    }

    /// Reads at most `buffer.count` bytes; 0 is end-of-file, nil that nothing is there now.
    package borrowing func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int? {
        while true {
            let count = Glibc.read(number, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            switch errno {
            case EINTR: continue
            case EAGAIN: return nil
            default: throw SystemError("read", errno)
            }
        }
    }

    /// Reads until the end of the file, or of what comes through a pipe.
    package borrowing func readToEnd() throws -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while true {
            // Only a descriptor that does not block can have nothing now; it ends there.
            let count = try buffer.withUnsafeMutableBytes { try read(into: $0) } ?? 0
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
    }

    /// Writes what fits; nil means that nothing does now.
    package borrowing func write(_ bytes: UnsafeRawBufferPointer) throws(SystemError) -> Int? {
        while true {
            let count = Glibc.write(number, bytes.baseAddress, bytes.count)
            if count >= 0 { return count }
            switch errno {
            case EINTR: continue
            case EAGAIN: return nil
            default: throw SystemError("write", errno)
            }
        }
    }

    /// Writes all of `bytes`, however long that takes.
    package borrowing func writeAll(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
        var rest = bytes
        while !rest.isEmpty {
            guard let count = try write(rest) else {
                _ = try waitForRoom(milliseconds: nil)
                continue
            }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }

    /// Sends all of `bytes` through a blocking socket; a peer that is gone gives `EPIPE`, never a signal.
    package borrowing func sendAll(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
        var rest = bytes
        while !rest.isEmpty {
            let count = try checked("send") { maize_send(number, rest.baseAddress, UInt(rest.count)) }
            rest = UnsafeRawBufferPointer(rebasing: rest[Int(count)...])
        }
    }

    /// As `sendAll(_:)` on a socket that does not block, waiting for room until `deadline`.
    ///
    /// - Throws: `EAGAIN` when the deadline passed; when bytes were sent before, the rest is missing then.
    package borrowing func sendAll(
        _ bytes: UnsafeRawBufferPointer,
        until deadline: MonotonicTime
    ) throws(SystemError) {
        var rest = bytes
        while !rest.isEmpty {
            do {
                let count = try checked("send") { maize_send(number, rest.baseAddress, UInt(rest.count)) }
                rest = UnsafeRawBufferPointer(rebasing: rest[Int(count)...])
            } catch {
                guard error.wouldBlock, try waitForRoom(milliseconds: deadline.millisecondsFromNow) else { throw error }
            }
        }
    }

    /// Waits until something can be written; false when the time was up.
    private borrowing func waitForRoom(milliseconds: Int32?) throws(SystemError) -> Bool {
        var set = PollSet()
        set.add(number, .writable)
        return try set.wait(milliseconds: milliseconds) > 0
    }

    /// From now on no read or write waits: see `read(into:)` and `write(_:)`.
    package borrowing func setNonBlocking() throws(SystemError) {
        _ = try checked("fcntl") { maize_set_nonblocking(number) }
    }

    /// A second owner of the same open file.
    package borrowing func duplicate() throws(SystemError) -> Descriptor {
        Descriptor(owning: try checked("fcntl") { fcntl(number, F_DUPFD_CLOEXEC, 0) })
    }

    /// How many descriptors this process has open.
    package static func countOpen() throws -> Int {
        try Directory.entries(of: "/proc/self/fd").count - 1
    }
}
