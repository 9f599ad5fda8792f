import MaizeCore
import MaizeWire
import Synchronization

/// How much is under way, and what is known of it.
extension ChannelRule {
    static let room = [
        ChannelRule("an item is ready right after its send") { make in
            let pair = try make(4)
            try demand(!pair.receiver.isReady && pair.receiver.isActive, "a fresh channel is not merely open")
            for number in 1...3 {
                try pair.sender.send(number)
                try demand(pair.receiver.isReady, "item \(number) was sent and is not ready")
                try demand(pair.receiver.hasItem && pair.receiver.isActive, "item \(number) is ready and not there")
                try demand(pair.next(), is: number, "the item")
                try demand(!pair.receiver.isReady, "an item is ready that was taken")
            }
        },
        ChannelRule("as many items as its capacity are under way, and no more") { make in
            for capacity in [1, 2, 3, 64] {
                try checkCapacity(capacity, make) { pair, number in try pair.sender.send(number) }
                try checkCapacity(capacity, make) { pair, number in
                    if number % 10 == 0 { try pair.sender.send(contentsOf: Array(number..<number + 10)) }
                }
            }
        },
        ChannelRule("with room for one item, each send waits until the one before was taken") { make in
            let pair = try make(1)
            let sent = Mutex(0)
            let sending = try Partner {
                for number in 1...3 {
                    try pair.sender.send(number)
                    sent.withLock { $0 = number }
                }
            }
            for number in 1...3 {
                if number < 3 { try pair.senderWaits.wait(for: "a send that has to wait") }
                try demand(sent.withLock { $0 } == number, "at item \(number), \(sent.withLock { $0 }) were sent")
                try demand(pair.next(), is: number, "the item")
                if number == 2 { try sending.value() }
            }
        },
        ChannelRule("what was sent and not received is known from the counts of both ends") { make in
            let pair = try make(8)
            try pair.sender.send(contentsOf: [1, 2, 3, 4, 5])
            _ = try pair.next()
            _ = try pair.next()
            pair.receiver.close()
            try demand(pair.sender.sentCount - pair.receiver.receivedCount, is: 3, "items that are lost")
        },
    ]

    /// Sends 200 items on one thread while nobody takes any, and then takes them all.
    private static func checkCapacity(
        _ capacity: Int,
        _ make: Make,
        send: @escaping (ChannelPair, Int) throws -> Void
    ) throws {
        let pair = try make(capacity)
        let sending = try Partner {
            for number in 0..<200 { try send(pair, number) }
            pair.sender.close(.finished)
        }
        try pair.senderWaits.wait(for: "a send that has to wait")
        try demand(pair.sender.sentCount, is: capacity, "items for which there was room")
        try demand(pair.rest(), is: Array(0..<200), "the items")
        try sending.value()
    }
}
