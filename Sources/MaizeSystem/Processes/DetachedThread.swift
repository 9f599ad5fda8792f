internal import Glibc

/// Threads beside the one that runs the program.
package enum DetachedThread {
    /// Runs `body` on a thread of its own, for which nobody waits.
    ///
    /// - Parameters:
    ///   - stackSize: Bytes for its stack; nil for the usual 8 MiB of address space.
    ///   - body: What it does.
    /// - Throws: When the machine gives no thread.
    package static func run(stackSize: Int? = nil, _ body: @escaping @Sendable () -> Void) throws(SystemError) {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        if let stackSize { pthread_attr_setstacksize(&attributes, stackSize) }
        defer { pthread_attr_destroy(&attributes) }
        var thread = pthread_t()
        let work = Unmanaged.passRetained(Work(body))
        let number = pthread_create(
            &thread,
            &attributes,
            { context in
                guard let context else { return nil }
                Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
                return nil
            },
            work.toOpaque()
        )
        guard number != 0 else { return }
        work.release()
        throw SystemError("pthread_create", number)
    }

    private final class Work: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
}
