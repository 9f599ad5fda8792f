internal import MaizeCore
internal import MaizeRuntime
internal import MaizeWire

/// The receiving end of a channel in memory.
final class MemoryReceiver: ItemReceiver {
    /// The channel's number.
    let channel: Int
    private let port: String
    let peerName: String
    private let network: MemoryNetwork
    /// The item that is lent.
    private let payload = ByteBuffer()
    private(set) var itemHasFiles = false
    private var isLending = false
    /// Where the files of items are.
    let inbox: Inbox
    var files: (any ReceivedFiles)? { inbox }
    /// The node has met the broken end.
    private(set) var brokenWasThrown = false
    /// Told of the first broken stream that the node meets.
    private unowned let host: MemoryHost

    init(
        channel: Int,
        port: String,
        peer: String,
        network: MemoryNetwork,
        host: MemoryHost
    ) {
        self.channel = channel
        self.port = port
        peerName = peer
        self.inbox = Inbox(network.files.inboxes[channel])
        self.network = network
        self.host = host
    }

    func nextPayload() throws -> UnsafeRawBufferPointer? {
        switch try host.noteShutdown({ try network.first(of: channel) }) {
        case .item(let item):
            itemHasFiles = item.hasFiles
            isLending = true
            payload.removeAll()
            item.bytes.withUnsafeBytes { payload.append($0) }
            return payload.bytes
        case .ended(.finished): return nil
        case .ended(.broken(let culprit)):
            brokenWasThrown = true
            let broken = StreamBroken(port: port, culprit: culprit)
            host.note(broken)
            throw broken
        }
    }

    func removePayload() {
        network.removeFirst(of: channel)
        isLending = false
        if itemHasFiles { inbox.take() }
    }

    var isReady: Bool { network.lookForItem(at: channel).hasItem }
    var hasItem: Bool { network.look(at: channel).hasItem }
    var hasEnded: Bool { network.look(at: channel).hasEnded }
    var receivedCount: Int { network.look(at: channel).receivedCount }

    /// Items that the node has taken or is looking at.
    var begunCount: Int { receivedCount + (isLending ? 1 : 0) }

    var isActive: Bool {
        let seen = network.look(at: channel)
        if seen.hasItem { return true }
        // A broken end that the node has not met yet must be met, at its next receive.
        if seen.isBroken { return !brokenWasThrown }
        return !seen.hasEnded
    }

    func close() { network.leave(channel) }
}
