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

    init(channel: Int, port: String, network: MemoryNetwork) {
        self.channel = channel
        self.port = port
        self.network = network
    }

    func send<Value: Encodable>(_ item: Value) throws {
        try refuseIfClosed()
        buffer.removeAll()
        try encoder.encode(item, into: buffer)
        try network.put(Array(buffer.bytes), on: channel, port: port)
    }

    func send<Value: Encodable>(contentsOf items: [Value]) throws {
        for item in items { try send(item) }
    }

    func send(encoded bytes: UnsafeRawBufferPointer) throws {
        try refuseIfClosed()
        try network.put(Array(bytes), on: channel, port: port)
    }

    private func refuseIfClosed() throws {
        if network.isShutDown { throw Stop(.shutdown) }
        if isClosed { throw WorkflowError(.usage, "output '\(port)' was closed, so nothing can be sent") }
    }

    var isActive: Bool { !isClosed && !network.look(at: channel).receiverIsGone }
    var sentCount: Int { network.look(at: channel).sentCount }

    func close(_ reason: CloseReason) {
        guard !isClosed else { return }
        isClosed = true
        network.finish(channel, reason)
    }
}
