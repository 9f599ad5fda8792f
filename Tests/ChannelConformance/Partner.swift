import MaizeSystem
import Synchronization

/// What the other thread of a check does, and what came of it.
final class Partner<Value: Sendable>: Sendable {
    private let outcome = Mutex<Result<Value, any Error>?>(nil)
    private let end = Signal()

    /// Starts the thread.
    ///
    /// The ends of a channel are for one thread each, and so not `Sendable`: each check gives one of both away.
    init(_ body: @escaping () throws -> Value) throws {
        nonisolated(unsafe) let work = Work(body)
        try DetachedThread.run { [self] in
            // As in a node's process.
            OwnProcess.blockBrokenPipesInThread()
            let result = Result { try work.carryOut() }
            outcome.withLock { $0 = result }
            end.signal()
        }
    }

    /// What is to be done, forgotten once it is: who waits for it finds nothing kept alive by the thread.
    private final class Work {
        private var body: (() throws -> Value)?

        init(_ body: @escaping () throws -> Value) { self.body = body }

        func carryOut() throws -> Value {
            guard let body else { preconditionFailure("a partner works once") }
            self.body = nil
            return try body()
        }
    }

    /// Waits for the thread's end; what it gave or threw.
    ///
    /// A thread that hangs is left behind.
    func value() throws -> Value {
        try end.wait(for: "what the other thread does")
        guard let result = outcome.withLock({ $0 }) else { preconditionFailure("the end comes after the outcome") }
        return try result.get()
    }
}
