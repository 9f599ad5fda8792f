internal import CMaizeSystem

/// Many descriptors watched at once at a cost that does not grow with their number (epoll).
package struct EventQueue: ~Copyable {
    /// One ready descriptor, by the token that it was added with.
    package struct Event: Sendable {
        package let token: UInt64
        package let isReadable: Bool
        package let isHungUp: Bool
    }

    /// Events that one wait gives at most.
    package static let mostEvents = 64

    private let descriptor: Descriptor

    package init() throws(SystemError) {
        descriptor = Descriptor(owning: try checked("epoll_create1") { maize_epoll_create() })
    }

    /// Reports `watched` with `token` while it can be read or its peer is gone.
    package borrowing func add(_ watched: borrowing Descriptor, token: UInt64) throws(SystemError) {
        try add(number: watched.number, token: token)
    }

    /// As `add(_:token:)`, for an owner that cannot be lent.
    package borrowing func add(number: Int32, token: UInt64) throws(SystemError) {
        _ = try checked("epoll_ctl") { maize_epoll_add(descriptor.number, number, MAIZE_EVENT_READABLE, UInt(token)) }
    }

    /// Stops watching; must be called before the descriptor is closed when it has duplicates elsewhere.
    package borrowing func remove(_ watched: borrowing Descriptor) {
        _ = maize_epoll_remove(descriptor.number, watched.number)
    }

    /// Waits for events until `deadline` (nil: for ever); empty when it passed or a signal came.
    package borrowing func wait(until deadline: MonotonicTime?) -> [Event] {
        withUnsafeTemporaryAllocation(of: UInt.self, capacity: 64) { tokens in
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { events in
                let count = maize_epoll_wait(
                    descriptor.number,
                    tokens.baseAddress,
                    events.baseAddress,
                    64,
                    deadline?.millisecondsFromNow ?? -1
                )
                guard count > 0 else { return [] }
                return (0..<Int(count)).map { index in
                    Event(
                        token: UInt64(tokens[index]),
                        isReadable: events[index] & MAIZE_EVENT_READABLE != 0,
                        isHungUp: events[index] & MAIZE_EVENT_HANGUP != 0
                    )
                }
            }
        }
    }
}
