internal import CMaizeSystem
package import Glibc

/// How a process ended.
package enum ProcessEnd: Hashable, Sendable {
    case exited(status: Int32)
    case signalled(Int32)
    /// Somebody else in this program had reaped it first.
    case unknown
}

/// A process that this one started and has not reaped yet.
package struct ChildProcess: ~Copyable, Sendable {
    package let identifier: pid_t
    private let endEvent: Descriptor?
    /// The descriptor that is readable once the process has ended; nil where the kernel gave none.
    package var endNumber: Int32? {
        switch endEvent {
        case .some(let descriptor): descriptor.number
        case .none: nil
        }
    }

    init(identifier: pid_t) {
        self.identifier = identifier
        let number = maize_pidfd_open(identifier)
        endEvent = number < 0 ? nil : Descriptor(owning: number)
    }

    /// Whether the process has ended, reaped or not.
    package borrowing func hasEnded() -> Bool {
        guard let endNumber else { return true }  // without a descriptor only reaping can tell
        var set = PollSet()
        set.add(endNumber, .readable)
        return (try? set.wait(milliseconds: 0)) != 0  // an end that cannot be looked at is left to reaping
    }

    /// Reaps the process if it has ended; nil while it runs.
    package borrowing func reapIfEnded() -> ProcessEnd? { reap(waiting: false) }

    /// Waits for the end.
    package borrowing func reap() -> ProcessEnd { reap(waiting: true) ?? .unknown }

    private borrowing func reap(waiting: Bool) -> ProcessEnd? {
        var signalled: Int32 = 0
        var value: Int32 = 0
        switch maize_wait(identifier, waiting ? 0 : 1, &signalled, &value) {
        case 0: return nil
        case 1: return signalled != 0 ? .signalled(value) : .exited(status: value)
        default: return .unknown
        }
    }

    /// Signals the process and its whole group; a group that is gone is no error.
    package borrowing func signalGroup(_ signal: Int32) {
        kill(-identifier, signal)
        // One that has moved to another group is meant all the same; by its descriptor, since a number may be reused.
        if let endNumber, getpgid(identifier) != identifier { _ = maize_pidfd_signal(endNumber, signal) }
    }

    /// Signals the process alone.
    package borrowing func signal(_ signal: Int32) { kill(identifier, signal) }
}
