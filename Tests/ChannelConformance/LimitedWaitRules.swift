import MaizeCore
import MaizeWire

/// Waiting for an item for so many seconds at most.
extension ChannelRule {
    /// Longer than any check waits: what ends such a wait is not its limit.
    private static let long = 1e6

    static let limitedWaits = [
        ChannelRule("a wait with a limit ends without an item when its time is over, and nothing is lost by it") {
            make in
            let pair = try make(4)
            for seconds in [0, -1, 0.001, .nan] {
                try demand(!pair.waitForNews(seconds), "a wait of \(seconds) s found something where nothing was")
            }
            try pair.sender.send(7)
            try demand(pair.waitForNews(0), "a look did not find what was sent")
            try demand(pair.waitForNews(long), "an item that was there was waited for")
            try demand(pair.next(), is: 7, "the item")
            try demand(!pair.waitForNews(0), "an item was found that was taken")
        },
        ChannelRule("a wait with a limit is ended by an item, and by either end") { make in
            let endings: [(what: String, act: (ChannelPair) throws -> Void)] = [
                ("a send", { try $0.sender.send(7) }), ("the end", { $0.sender.close(.finished) }),
                ("a broken end", { $0.sender.close(.broken(by: "x")) }),
            ]
            for (what, act) in endings {
                let pair = try make(4)
                let waiting = try Partner { try pair.waitForNews(long) }
                try pair.receiverWaits.wait(for: "a wait with a limit")
                try act(pair)
                try demand(waiting.value(), "\(what) ended the wait as if time had passed")
            }
        },
        ChannelRule("a stream that has ended is waited for no more") { make in
            let pair = try make(4)
            try pair.sender.send(7)
            pair.sender.close(.finished)
            try demand(pair.waitForNews(long), "an item before the end was not found")
            try demand(pair.next(), is: 7, "the item")
            try demand(pair.waitForNews(long), "the end was not found")
            try demand(pair.next() as Int? == nil, "something came after the end")
            try demand(pair.waitForNews(long), "an end that was met was waited for")
        },
        ChannelRule("the run's shutdown ends a wait with a limit") { make in
            let pair = try make(4)
            let waiting = try Partner { try pair.waitForNews(long) }
            try pair.receiverWaits.wait(for: "a wait with a limit")
            pair.shutDown()
            try demand(Stop(.shutdown), "a wait with a limit") { _ = try waiting.value() }
            try demand(Stop(.shutdown), "a look") { _ = try pair.waitForNews(0) }
        },
    ]
}
