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
        nonisolated(unsafe) let body = body
        try DetachedThread.run { [self] in
            // As in a node's process.
            OwnProcess.blockBrokenPipesInThread()
            let result = Result { try body() }
            outcome.withLock { $0 = result }
            end.signal()
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
