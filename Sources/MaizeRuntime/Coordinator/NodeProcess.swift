internal import MaizeSystem
internal import MaizeWire

/// What the coordinator holds of one node's process.
final class NodeProcess {
    let index: Int
    let path: String
    let process: ChildProcess
    let control: Descriptor
    let startedAt: MonotonicTime
    private let buffer = FrameBuffer(capacity: 4096)

    init(index: Int, path: String, process: consuming ChildProcess, control: consuming Descriptor) throws {
        self.index = index
        self.path = path
        self.process = process
        try control.setNonBlocking()
        self.control = control
        startedAt = .now
    }

    /// Tells the node something; a node that is gone or does not read is noticed elsewhere.
    func send(_ message: CoordinatorMessage) {
        _ = Result { try MessageFraming.frame(message).withUnsafeBytes { try control.sendAll($0) } }
    }

    /// Takes in what the node has sent.
    ///
    /// - Parameters:
    ///   - reads: How often the socket is read at most: what is left then shows in the next wait for events.
    ///   - handle: Is given each message.
    /// - Returns: False once the socket has ended.
    /// - Throws: When the node sent something that is no message.
    func receive(reads: Int = .max, _ handle: (HostMessage) throws -> Void) throws -> Bool {
        for _ in 0..<reads {
            let count: Int?
            do {
                count = try buffer.fill { room throws(SystemError) in try control.read(into: room) }
            } catch let error as SystemError where error.isBrokenPipe {
                count = 0
            }
            while let message = try MessageFraming.next(HostMessage.self, from: buffer) { try handle(message) }
            switch count {
            case nil: return true
            case 0: return false
            default: continue
            }
        }
        return true
    }
}
