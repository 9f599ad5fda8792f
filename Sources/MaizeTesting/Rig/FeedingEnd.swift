internal import MaizeCore

/// Sends what a test feeds: all of it before the first node starts.
final class FeedingEnd<Item: Codable & Sendable>: Node, TestEnd, FedStream {
    let out = Output<Item>()
    var items: [Item] = []
    var end = StreamEnd.finished
    private(set) var unreadCount = 0

    func begin(on channel: Int, of network: MemoryNetwork, host: MemoryHost) throws {
        context = host
        let sender = MemorySender(channel: channel, port: out.label, network: network, host: host)
        out.attach(sender)
        for (place, item) in items.enumerated() {
            do {
                try out.send(item)
            } catch {
                throw WorkflowError(.value, "item \(place + 1) of what is fed to '\(peer)' cannot be sent: \(error)")
            }
        }
        if let reason = end.reason { sender.close(reason) }
    }

    func finish(_ channel: MemoryChannel) {
        unreadCount = channel.lostCount
        // The run is over; what it was made of can go before the result does.
        out.sender = nil
        context = nil
    }

    private var peer: String { out.channel?.receiver.location ?? out.label }
}

/// What is left of a fed stream, whatever its items are.
protocol FedStream: AnyObject {
    /// Items that nobody received.
    var unreadCount: Int { get }
}
