internal import MaizeCore
internal import MaizeWire

/// The receiving end of a channel in memory.
final class MemoryReceiver: ItemReceiver {
    /// The channel's number.
    let channel: Int
    private let port: String
    private let peer: String
    private let network: MemoryNetwork
    private var lent: UnsafeMutableRawBufferPointer?
    private var brokenWasThrown = false
    /// Told of the first broken stream that the node meets.
    private let noteBroken: (String) -> Void

    init(
        channel: Int,
        port: String,
        peer: String,
        network: MemoryNetwork,
        noteBroken: @escaping (String) -> Void
    ) {
        self.channel = channel
        self.port = port
        self.peer = peer
        self.network = network
        self.noteBroken = noteBroken
    }

    deinit { lent?.deallocate() }

    func nextPayload() throws -> UnsafeRawBufferPointer? {
        switch try network.take(from: channel) {
        case .item(let bytes):
            // What is lent must stay in its place until it is given back, which an array does not promise.
            let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
            copy.copyBytes(from: bytes)
            lent = copy
            return UnsafeRawBufferPointer(copy)
        case .ended(.finished): return nil
        case .ended(.broken(let culprit)):
            brokenWasThrown = true
            noteBroken(culprit)
            throw StreamBroken(port: port, culprit: culprit)
        }
    }

    func removePayload() {
        lent?.deallocate()
        lent = nil
    }

    var peerName: String { peer }

    var isReady: Bool { hasItem }
    var hasItem: Bool { network.look(at: channel).hasItem }
    var hasEnded: Bool { network.look(at: channel).hasEnded }
    var receivedCount: Int { network.look(at: channel).receivedCount }

    var isActive: Bool {
        let seen = network.look(at: channel)
        if seen.hasItem { return true }
        // A broken end that the node has not met yet must be met, at its next receive.
        if seen.isBroken { return !brokenWasThrown }
        return !seen.hasEnded
    }

    func close() { network.leave(channel) }
}
