internal import Glibc
internal import MaizeSystem

/// One lock with a number of seats to sleep on: who holds the lock may sleep on its seat, or wake the one on another.
///
/// `Mutex` has nothing to wait on, so this is a lock and a condition for each seat, as the system has them.
final class WaitingRoom: @unchecked Sendable {
    // Unchecked: the pointers never change, and what they point to is made for being used by many threads.
    private let lock: UnsafeMutablePointer<pthread_mutex_t>
    private let seats: UnsafeMutableBufferPointer<pthread_cond_t>

    init(seats count: Int) {
        lock = .allocate(capacity: 1)
        lock.initialize(to: pthread_mutex_t())
        pthread_mutex_init(lock, nil)
        seats = .allocate(capacity: count)
        seats.initialize(repeating: pthread_cond_t())
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
        // Deadlines are moments of the clock that nobody sets.
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        for seat in seats.indices { pthread_cond_init(address(of: seat), &attributes) }
        pthread_condattr_destroy(&attributes)
    }

    deinit {
        for seat in seats.indices { pthread_cond_destroy(address(of: seat)) }
        seats.deallocate()
        pthread_mutex_destroy(lock)
        lock.deallocate()
    }

    /// Calls `body` while nobody else is inside.
    func locked<Result>(_ body: () throws -> Result) rethrows -> Result {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        return try body()
    }

    /// Leaves the lock until somebody wakes `seat` or the deadline has passed; may also return for no reason.
    func sleep(on seat: Int, until deadline: MonotonicTime? = nil) {
        guard let deadline else {
            pthread_cond_wait(address(of: seat), lock)
            return
        }
        var time = timespec(
            tv_sec: Int(deadline.nanoseconds / 1_000_000_000),
            tv_nsec: Int(deadline.nanoseconds % 1_000_000_000)
        )
        pthread_cond_timedwait(address(of: seat), lock, &time)
    }

    /// Wakes who sleeps on `seat`.
    func wake(_ seat: Int) {
        pthread_cond_signal(address(of: seat))
    }

    private func address(of seat: Int) -> UnsafeMutablePointer<pthread_cond_t> {
        guard let base = seats.baseAddress else { preconditionFailure("a room without seats has nobody in it") }
        return base + seat
    }
}
