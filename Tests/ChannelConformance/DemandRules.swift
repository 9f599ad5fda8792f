import MaizeCore
import MaizeWire

/// What a channel owes its nodes that gives room on demand only.
extension ChannelRule {
    package static let onDemand = [
        ChannelRule("there is no room until the receiver waits for an item") { make in
            let pair = try make(1)
            let sending = try Partner {
                for number in 1...3 { try pair.sender.send(number) }
            }
            for number in 1...3 {
                try pair.senderWaits.wait(for: "send \(number), which has to wait")
                try demand(pair.sender.sentCount, is: number - 1, "items that nobody asked for were sent")
                try demand(pair.next(), is: number, "the item")
            }
            try sending.value()
        },
        ChannelRule("a look whether an item is there asks for one") { make in
            let pair = try make(1)
            try demand(!pair.receiver.isReady, "an item is ready that was not sent")
            try pair.sender.send(1)
            try demand(pair.receiver.isReady, "the item is not ready that was asked for")
            try demand(pair.next(), is: 1, "the item")
        },
        ChannelRule("what is asked for once is given once, however often it is asked for") { make in
            let pair = try make(1)
            for _ in 1...3 { try demand(!pair.receiver.isReady, "an item is ready that was not sent") }
            try pair.sender.send(1)
            let sending = try Partner { try pair.sender.send(2) }
            try pair.senderWaits.wait(for: "a second send, which has to wait")
            try demand(pair.sender.sentCount, is: 1, "items that were sent")
            try demand(pair.next(), is: 1, "the item")
            try demand(pair.next(), is: 2, "the item")
            try sending.value()
        },
        ChannelRule("a capacity of several items is asked for at once") { make in
            let pair = try make(3)
            _ = pair.receiver.isReady
            try pair.sender.send(contentsOf: [1, 2, 3])
            let sending = try Partner {
                try pair.sender.send(4)
                pair.sender.close(.finished)
            }
            try pair.senderWaits.wait(for: "a fourth send, which has to wait")
            try demand(pair.rest(), is: [1, 2, 3, 4], "the items")
            try sending.value()
        },
        ChannelRule("an end needs no room, and comes after the items") { make in
            let pair = try make(1)
            pair.sender.close(.finished)
            try demand(pair.next() as Int? == nil, "there is an item after the end")
            let other = try make(1)
            _ = other.receiver.isReady
            try other.sender.send(1)
            other.sender.close(.finished)
            try demand(other.rest(), is: [1], "the items")
        },
        ChannelRule("a receiver that leaves, and the run's shutdown, end a wait for a demand") { make in
            let pair = try make(1)
            let sending = try Partner { try pair.sender.send(1) }
            try pair.senderWaits.wait(for: "a send that has to wait")
            pair.receiver.close()
            try demand(Stop(.receiverGone(port: pair.outputName)), "a send to nobody") { try sending.value() }
            let other = try make(1)
            let last = try Partner { try other.sender.send(1) }
            try other.senderWaits.wait(for: "a send that has to wait")
            other.shutDown()
            try demand(Stop(.shutdown), "a send that waits") { try last.value() }
        },
    ]
}
