internal import MaizeCore
internal import MaizeRuntime
internal import MaizeWire

/// The sending end of a channel in memory.
final class MemorySender: ItemSender {
    let channel: Int
    private let port: String
    private let network: MemoryNetwork
    private let encoder: ItemEncoder
    private let fileSender: FileSender
    private let buffer = ByteBuffer()
    private var isClosed = false
    /// What each item ends with on a numbered channel; nil on others.
    var itemNumber: (() -> Int)?
    /// Knows what cut a stream of the node short, and is told of it.
    private unowned let host: MemoryHost

    init(channel: Int, port: String, network: MemoryNetwork, host: MemoryHost) {
        self.channel = channel
        self.port = port
        self.network = network
        self.host = host
        fileSender = FileSender(
            inbox: network.files.inboxes[channel],
            mode: network.files.modes[channel],
            port: port,
            node: host.files
        )
        encoder = ItemEncoder(userInfo: fileSender.userInfo)
    }

    var receivedFiles: ReceivedFilesUse {
        get { fileSender.receivedFiles }
        set { fileSender.receivedFiles = newValue }
    }

    func send<Value: Encodable>(_ item: Value) throws {
        fileSender.files.forget()  // of an item that could not be sent
        try refuseIfClosed()
        try encode(item)
        if fileSender.files.isEmpty { return try put(Array(buffer.bytes)) }
        try host.noteShutdown { try network.waitForRoom(on: channel, port: port) }
        try fileSender.deliver {
            try encode(item)
        } put: {
            try put(Array(buffer.bytes), hasFiles: true)
        }
    }

    private func encode<Value: Encodable>(_ item: Value) throws {
        buffer.removeAll()
        try encoder.encode(item, into: buffer)
        appendNumber()
    }

    private func appendNumber() {
        if let itemNumber { buffer.append(fixed: ItemNumber.word(itemNumber())) }
    }

    func send<Value: Encodable>(contentsOf items: [Value]) throws {
        for item in items { try send(item) }
    }

    func send(encoded bytes: UnsafeRawBufferPointer) throws {
        try refuseIfClosed()
        buffer.removeAll()
        buffer.append(bytes)
        appendNumber()
        try put(Array(buffer.bytes))
    }

    func send(_ batch: TextBatch) throws {
        for place in 0..<batch.count { try send(encoded: batch.item(place)) }
    }

    private func put(_ item: [UInt8], hasFiles: Bool = false) throws {
        let item = MemoryItem(bytes: item, hasFiles: hasFiles)
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
