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
        let listener = Listener(control: self, waiter: waiter)
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setstacksize(&attributes, 256 * 1024)
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        var thread = pthread_t()
        let context = Unmanaged.passRetained(listener).toOpaque()
        let number = pthread_create(
            &thread,
            &attributes,
            { context in
                guard let context else { return nil }
                Unmanaged<Listener>.fromOpaque(context).takeRetainedValue().run()
                return nil
            },
            context
        )
        if number != 0 {
            Unmanaged<Listener>.fromOpaque(context).release()
            throw SystemError("pthread_create", number)
        }
    }

    /// Reads until the coordinator is gone.
    fileprivate func receive(_ handle: (CoordinatorMessage) -> Void) {
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

/// What the control thread works on.
private final class Listener {
    let control: HostControl
    let waiter: NodeWaiter

    init(control: HostControl, waiter: NodeWaiter) {
        self.control = control
        self.waiter = waiter
    }

    func run() {
        control.receive { message in
            switch message {
            case .shutdown: waiter.shutDown()
            case .grow(let channel, let credits, let bytes):
                waiter.grow(.init(channel: channel, credits: credits, bytes: bytes))
            }
        }
        HostControl.coordinatorIsGone()
    }
}
