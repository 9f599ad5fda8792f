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
    func value() throws -> Value {
        end.wait()
        guard let result = outcome.withLock({ $0 }) else { preconditionFailure("the end comes after the outcome") }
        return try result.get()
    }

    /// What it has come to so far; nil while it still goes on.
    var hasEnded: Bool { outcome.withLock { $0 != nil } }
}
