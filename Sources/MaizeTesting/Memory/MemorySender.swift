internal import MaizeCore
internal import MaizeWire

/// The sending end of a channel in memory.
final class MemorySender: ItemSender {
    private let channel: Int
    private let port: String
    private let network: MemoryNetwork
    private let encoder = ItemEncoder()
    private let buffer = ByteBuffer()
    private var isClosed = false
    /// Knows what cut a stream of the node short, and is told of it.
    private unowned let host: MemoryHost

    init(channel: Int, port: String, network: MemoryNetwork, host: MemoryHost) {
        self.channel = channel
        self.port = port
        self.network = network
        self.host = host
    }

    func send<Value: Encodable>(_ item: Value) throws {
        try refuseIfClosed()
        buffer.removeAll()
        try encoder.encode(item, into: buffer)
        try put(Array(buffer.bytes))
    }

    func send<Value: Encodable>(contentsOf items: [Value]) throws {
        for item in items { try send(item) }
    }

    func send(encoded bytes: UnsafeRawBufferPointer) throws {
        try refuseIfClosed()
        try put(Array(bytes))
    }

    func send(_ batch: TextBatch) throws {
        for place in 0..<batch.count { try send(encoded: batch.item(place)) }
    }

    private func put(_ item: [UInt8]) throws {
        try host.noteShutdown { try network.put(item, on: channel, port: port) }
    }

    private func refuseIfClosed() throws {
        if isClosed { throw WorkflowError(.usage, "output '\(port)' was closed, so nothing can be sent") }
        // What a node makes of a stream that was cut short is sent to nobody, even if its code ignored the error.
        if !network.isShutDown, let broken = host.brokenStream { throw broken }
    }

    var isActive: Bool { !isClosed && !network.look(at: channel).receiverIsGone }
    var sentCount: Int { network.look(at: channel).sentCount }

    func close(_ reason: CloseReason) {
        guard !isClosed else { return }
        isClosed = true
        network.finish(channel, reason)
    }
}
