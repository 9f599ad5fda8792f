internal import CMaizeSystem
internal import Glibc

/// A flag that wakes a `poll` from another thread: an event descriptor.
package struct WakeEvent: ~Copyable, Sendable {
    package let descriptor: Descriptor

    package init() throws(SystemError) {
        descriptor = Descriptor(owning: try checked("eventfd") { maize_event_descriptor() })
    }

    /// Makes the descriptor readable until `clear()`.
    package borrowing func signal() {
        var one: UInt64 = 1
        // A counter at its maximum is readable already, so a refused write loses nothing.
        _ = Glibc.write(descriptor.number, &one, 8)
    }

    /// Takes all signals back.
    package borrowing func clear() {
        var count: UInt64 = 0
        _ = Glibc.read(descriptor.number, &count, 8)
    }
}
