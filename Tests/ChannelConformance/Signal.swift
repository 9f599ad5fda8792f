import Glibc

/// Something that happens on one thread and is waited for on another; each happening ends one wait.
package final class Signal: @unchecked Sendable {
    // Unchecked: the pointer never changes, and what it points to is made for being used by many threads.
    private let semaphore: UnsafeMutablePointer<sem_t>

    package init() {
        semaphore = .allocate(capacity: 1)
        sem_init(semaphore, 0, 0)
    }

    deinit {
        sem_destroy(semaphore)
        semaphore.deallocate()
    }

    package func signal() { sem_post(semaphore) }

    /// Waits for it, for a minute at most: whoever waits longer would wait for ever.
    package func wait(for what: @autoclosure () -> String) throws {
        var deadline = timespec()
        clock_gettime(CLOCK_REALTIME, &deadline)
        deadline.tv_sec += 60
        while sem_timedwait(semaphore, &deadline) != 0 {
            // A handler of a signal may end the call early.
            if errno != EINTR { throw ChannelRule.Broken(description: "nothing came of \(what())") }
        }
    }
}
