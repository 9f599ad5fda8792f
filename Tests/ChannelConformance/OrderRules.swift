import MaizeCore
import MaizeWire
import SeededRandom

/// What comes out is what went in.
extension ChannelRule {
    static let order = [
        ChannelRule("items come out unchanged and in their order, whatever their size") { make in
            let pair = try make(4)
            let sizes = [0, 1, 7, 8, 511, 512, 4095, 65_535, 65_536, 65_537, 1_000_000, 5 << 20, 0, 3]
            let items = sizes.enumerated().map { place, size in [UInt8](repeating: UInt8(place), count: size) }
            let sending = try Partner {
                for item in items { try pair.sender.send(item) }
                pair.sender.close(.finished)
            }
            for item in items {
                try demand(pair.next([UInt8].self) == item, "an item of \(item.count) bytes is another")
            }
            try demand(pair.next([UInt8].self) == nil, "there is more than was sent")
            try sending.value()
        },
        ChannelRule("whatever way items are sent, none is lost, doubled or moved, and all are counted") { make in
            for seed in UInt64(1)...8 { try checkMixedSends(seed: seed, make) }
        },
        ChannelRule("items that are encoded already travel as they are") { make in
            let pair = try make(4)
            let forms: [[UInt8]] = [[], [1], Array(0...255), Array(repeating: 9, count: 70_000)]
            let sending = try Partner {
                for form in forms { try form.withUnsafeBytes { try pair.sender.send(encoded: $0) } }
            }
            for form in forms {
                let payload = try pair.receiver.nextPayload()
                try demand(payload.map(Array.init) == form, "an encoded item of \(form.count) bytes is another")
                pair.receiver.removePayload()
            }
            try sending.value()
        },
        ChannelRule("an item is lent until it is taken") { make in
            let pair = try make(4)
            try pair.sender.send(contentsOf: ["first", "second"])
            for text in ["first", "second"] {
                let once = try pair.receiver.nextPayload().map(Array.init)
                try pair.sender.send("more")
                let twice = try pair.receiver.nextPayload().map(Array.init)
                try demand(once == twice && once == ItemCoder.encodeItem(text), "what is lent is not '\(text)'")
                pair.receiver.removePayload()
            }
        },
        ChannelRule("an item that cannot be encoded is not sent, and those after it are") { make in
            let pair = try make(4)
            try pair.sender.send(1)
            try demand(Unsendable(), "an item that cannot be encoded") { try pair.sender.send(Unsendable()) }
            try demand(Unsendable(), "a batch of them") { try pair.sender.send(contentsOf: [Unsendable()]) }
            try pair.sender.send(2)
            pair.sender.close(.finished)
            try demand(pair.rest(), is: [1, 2], "the items beside it")
            try demand(pair.sender.sentCount, is: 2, "items counted as sent")
        },
    ]

    private static func checkMixedSends(seed: UInt64, _ make: Make) throws {
        var random = SeededGenerator(seed: seed)
        let capacity = Int.random(in: 1...70, using: &random)
        let pair = try make(capacity)
        var plan: [(way: Int, items: [String])] = []
        var next = 0
        for _ in 0..<100 {
            let items = (0..<Int.random(in: 0...9, using: &random)).map { _ in
                next += 1
                return "\(next):" + String(repeating: "x", count: Int.random(in: 0...300, using: &random))
            }
            plan.append((Int.random(in: 0..<4, using: &random), items))
        }
        let expected = plan.flatMap(\.items)
        let steps = plan
        let sending = try Partner {
            for (way, items) in steps { try send(items, in: way, by: pair) }
            pair.sender.close(.finished)
            return pair.sender.sentCount
        }
        let found = try pair.rest(String.self)
        try demand(found == expected, "seed \(seed): \(found.count) items of \(expected.count), or in another order")
        try demand(sending.value(), is: expected.count, "seed \(seed): items counted as sent")
        try demand(pair.receiver.receivedCount, is: expected.count, "seed \(seed): items counted as received")
    }

    private static func send(_ items: [String], in way: Int, by pair: ChannelPair) throws {
        switch way {
        case 0: for item in items { try pair.sender.send(item) }
        case 1: try pair.sender.send(contentsOf: items)
        case 2:
            for item in items { try ItemCoder.encodeItem(item).withUnsafeBytes { try pair.sender.send(encoded: $0) } }
        default:
            let batch = TextBatch()
            for item in items { try batch.append(item) }
            try pair.sender.send(batch)
        }
    }
}

/// An item that cannot be encoded, and the error that says so.
struct Unsendable: Error, Equatable, Encodable {
    func encode(to encoder: any Encoder) throws { throw self }
}
