internal import Glibc
internal import MaizeSystem
internal import MaizeWire
internal import Synchronization

/// The socket between a node's process and the coordinator.
///
/// One small thread blocks on it, so that the process ends with its coordinator even while the node computes.
final class HostControl: Sendable {
    private let socket: Descriptor
    private let writing = Mutex<Void>(())

    init(_ socket: consuming Descriptor) {
        self.socket = socket
    }

    /// Tells the coordinator; a coordinator that is gone is noticed by the thread.
    func send(_ message: HostMessage) {
        do {
            let frame = try MessageFraming.frame(message)
            try writing.withLock { _ in try frame.withUnsafeBytes { try socket.sendAll($0) } }
        } catch let error as SystemError where error.isBrokenPipe {
            HostControl.coordinatorIsGone()
        } catch {
            // Only a result of over a gigabyte cannot be framed: its node must not seem completed.
            OwnProcess.end(status: 70)
        }
    }

    /// Starts the thread that reads what the coordinator says.
    ///
    /// - Throws: When the machine gives no thread.
    func listen(_ waiter: NodeWaiter) throws(SystemError) {
        // Of the waiter the thread uses what is made for it: the shutdown and the growth.
        nonisolated(unsafe) let waiter = waiter
        try DetachedThread.run(stackSize: 256 * 1024) { [self] in
            receive { message in
                switch message {
                case .shutdown: waiter.shutDown()
                case .grow(let channel, let credits, let bytes):
                    waiter.grow(.init(channel: channel, credits: credits, bytes: bytes))
                }
            }
            HostControl.coordinatorIsGone()
        }
    }

    /// Reads until the coordinator is gone.
    private func receive(_ handle: (CoordinatorMessage) -> Void) {
        let buffer = FrameBuffer(capacity: 4096)
        let read = Result {
            while let count = try buffer.fill({ room throws(SystemError) in try socket.read(into: room) }), count > 0 {
                while let message = try MessageFraming.next(CoordinatorMessage.self, from: buffer) { handle(message) }
            }
        }
        // A coordinator that talks nonsense is as good as gone.
        _ = read
    }

    /// Nothing of a run outlives its coordinator: whatever this node started goes first.
    static func coordinatorIsGone() -> Never {
        ProcessTable.killDescendants()
        OwnProcess.endAtOnce(status: 0)
    }
}
