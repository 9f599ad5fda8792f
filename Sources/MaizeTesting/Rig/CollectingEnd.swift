internal import MaizeCore
internal import MaizeWire

/// Receives what a tested node sends: reads it once all nodes have ended, so that none ever waits for the test.
final class CollectingEnd<Item: Codable & Sendable>: Node, TestEnd, CollectedStream {
    let inp = Input<Item>()
    /// Items after which nothing more is wanted.
    var limit: Int?
    private(set) var items: [Item] = []
    private(set) var end = StreamEnd.open
    private(set) var problem: String?

    func begin(on channel: Int, of network: MemoryNetwork, host: MemoryHost) {
        network.lobby.locked { network.channels[channel].limit = limit }
    }

    func finish(_ channel: MemoryChannel) {
        end = StreamEnd(channel.end)
        for item in channel.rest {
            do {
                items.append(try ItemCoder.decodeItem(Item.self, from: item.bytes))
            } catch {
                let sender = inp.channel?.sender.location ?? "?"
                problem = "'\(sender)' sent item \(items.count + 1), which cannot be read as \(Item.self): \(error)"
                return
            }
        }
    }
}

/// What came out of an output, whatever its items are.
protocol CollectedStream: AnyObject {
    /// How the node ended the stream.
    var end: StreamEnd { get }
    /// Why not all of the items could be read.
    var problem: String? { get }
}
