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

    private var entries: UnsafeMutablePointer<pollfd>
    private var room = 8
    package private(set) var count = 0

    package init() {
        entries = .allocate(capacity: room)
    }

    deinit { entries.deallocate() }

    package mutating func removeAll() { count = 0 }

    /// Adds a descriptor and gives its place, by which `events(at:)` finds it after a wait.
    @discardableResult
    package mutating func add(_ number: Int32, _ interest: Interest) -> Int {
        if count == room { grow() }
        entries[count] = pollfd(fd: number, events: interest.rawValue, revents: 0)
        count += 1
        return count - 1
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<pollfd>.allocate(capacity: room * 2)
        larger.update(from: entries, count: count)
        entries.deallocate()
        entries = larger
        room *= 2
    }

    /// Waits until a descriptor is ready or `milliseconds` have passed (nil: for ever); how many are ready.
    package mutating func wait(milliseconds: Int32?) throws(SystemError) -> Int {
        var deadline: MonotonicTime?
        var left = milliseconds ?? -1
        while true {
            let ready = poll(entries, nfds_t(count), left)
            if ready >= 0 { return Int(ready) }
            guard errno == EINTR else { throw SystemError("poll", errno) }
            // Rare: a signal came. The time that it took is not known, so the wait starts again, once.
            guard let milliseconds else { continue }
            let end = deadline ?? MonotonicTime.now.advanced(bySeconds: Double(milliseconds) / 1000)
            deadline = end
            left = end.millisecondsFromNow
        }
    }

    package func events(at place: Int) -> Interest { Interest(rawValue: entries[place].revents) }
}
