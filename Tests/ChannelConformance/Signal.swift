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

    package func wait() { while sem_wait(semaphore) != 0 {} }  // a handler of a signal may end the call early
}
