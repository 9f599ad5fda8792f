internal import Glibc

/// The descriptors that one wait looks at, reused from wait to wait.
package struct PollSet: ~Copyable {
    package struct Interest: OptionSet, Sendable {
        package let rawValue: Int16
        package init(rawValue: Int16) { self.rawValue = rawValue }
        package static let readable = Interest(rawValue: Int16(POLLIN))
        package static let writable = Interest(rawValue: Int16(POLLOUT))
        /// The peer is gone, or the descriptor is broken; always reported, never asked for.
        package static let hangup = Interest(rawValue: Int16(POLLHUP | POLLERR | POLLNVAL))
    }

    private var entries: [pollfd] = []

    package init() {}

    package mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

    /// Adds a descriptor and gives its place, by which `events(at:)` finds it after a wait.
    @discardableResult
    package mutating func add(_ number: Int32, _ interest: Interest) -> Int {
        entries.append(pollfd(fd: number, events: interest.rawValue, revents: 0))
        return entries.count - 1
    }

    /// Waits until a descriptor is ready or `milliseconds` have passed (nil: for ever); how many are ready.
    package mutating func wait(milliseconds: Int32?) throws(SystemError) -> Int {
        let deadline = milliseconds.map { MonotonicTime.now.advanced(bySeconds: Double($0) / 1000) }
        var left = milliseconds ?? -1
        while true {
            let count = poll(&entries, nfds_t(entries.count), left)
            if count >= 0 { return Int(count) }
            guard errno == EINTR else { throw SystemError("poll", errno) }
            if let deadline { left = deadline.millisecondsFromNow }
        }
    }

    package var count: Int { entries.count }

    package func events(at place: Int) -> Interest { Interest(rawValue: entries[place].revents) }
}
