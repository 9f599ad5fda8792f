import Glibc
import MaizeCore
import MaizeWire

/// What ends a wait, and what it costs.
extension ChannelRule {
    static let waits = [
        ChannelRule("a receiver that waits is woken by an item, and by either end") { make in
            let endings: [(what: String, act: (ChannelPair) throws -> Void, gives: Int?)] = [
                ("a send", { try $0.sender.send(7) }, 7),
                ("a batch", { try $0.sender.send(contentsOf: [7, 8]) }, 7),
                ("the end", { $0.sender.close(.finished) }, nil),
            ]
            for (what, act, expected) in endings {
                let pair = try make(4)
                let receiving = try Partner { try pair.next() as Int? }
                try pair.receiverWaits.wait(for: "a receive that has to wait")
                try act(pair)
                try demand(receiving.value() == expected, "\(what) woke the receiver to something else")
            }
            let pair = try make(4)
            let receiving = try Partner { try pair.next() as Int? }
            try pair.receiverWaits.wait(for: "a receive that has to wait")
            pair.sender.close(.broken(by: "x"))
            let broken = StreamBroken(port: pair.inputName, culprit: "x")
            try demand(broken, "a broken end") { _ = try receiving.value() }
        },
        ChannelRule("a sender that waits is woken by room, and by a receiver that leaves") { make in
            let pair = try make(1)
            let sending = try Partner { try pair.sender.send(contentsOf: [1, 2]) }
            try pair.senderWaits.wait(for: "a send that has to wait")
            try demand(pair.next(), is: 1, "the item")
            try sending.value()
            let last = try Partner { try pair.sender.send(3) }
            try pair.senderWaits.wait(for: "a send that has to wait")
            pair.receiver.close()
            try demand(Stop(.receiverGone(port: pair.outputName)), "a send to nobody") { try last.value() }
        },
        ChannelRule("the run's shutdown ends every wait, and every call after it") { make in
            let pair = try make(1)
            try pair.sender.send(1)
            let sending = try Partner { try pair.sender.send(2) }
            try pair.senderWaits.wait(for: "a send that has to wait")
            pair.shutDown()
            try demand(Stop(.shutdown), "a send that waits") { try sending.value() }
            try demand(Stop(.shutdown), "a send") { try pair.sender.send(3) }
            try demand(Stop(.shutdown), "a receive") { _ = try pair.next() as Int? }

            let other = try make(1)
            let receiving = try Partner { try other.next() as Int? }
            try other.receiverWaits.wait(for: "a receive that has to wait")
            other.shutDown()
            try demand(Stop(.shutdown), "a receive that waits") { _ = try receiving.value() }
        },
        ChannelRule("a wait is one wait: nobody looks again and again") { make in
            let pair = try make(4)
            let receiving = try Partner {
                let before = waitsOfThread()
                _ = try pair.next() as Int?
                return waitsOfThread() - before
            }
            try pair.receiverWaits.wait(for: "a receive that has to wait")
            // Time for somebody who polls to be seen at it; nothing hangs on how much it is.
            usleep(60_000)
            try pair.sender.send(1)
            let waits = try receiving.value()
            try demand(waits < 20, "a receiver that waited for one item gave up the processor \(waits) times")
        },
    ]

    /// How often this thread has given up the processor because it had nothing to do.
    private static func waitsOfThread() -> Int {
        var usage = rusage()
        getrusage(1, &usage)  // RUSAGE_THREAD, which the module hides
        return usage.ru_nvcsw
    }
}
