import MaizeCore
import MaizeWire

/// What happens when the receiver wants no more.
extension ChannelRule {
    static let departures = [
        ChannelRule("a receiver that leaves stops the sender at its next send") { make in
            let pair = try make(4)
            try pair.sender.send(1)
            try demand(pair.sender.isActive, "an open output is not active")
            pair.receiver.close()
            let stop = Stop(.receiverGone(port: pair.outputName))
            // What is on its way may be sent before the news has come.
            try demand(stop, "a send to nobody") { for number in 0..<6 { try pair.sender.send(number) } }
            try demand(!pair.sender.isActive, "an output without a receiver is active")
            for _ in 0..<2 { try demand(stop, "the next send") { try pair.sender.send(1) } }
            try demand(stop, "a batch") { try pair.sender.send(contentsOf: [1, 2]) }
            pair.sender.close(.finished)
        },
        ChannelRule("a receiver that has left gets nothing more, not even what lay ready") { make in
            let pair = try make(4)
            try pair.sender.send(contentsOf: [1, 2])
            try demand(pair.next(), is: 1, "the item")
            pair.receiver.close()
            pair.receiver.close()
            try demand(pair.next() == nil, "an item came to an input that was closed")
            try demand(!pair.receiver.isReady && !pair.receiver.isActive, "a closed input counts as open")
        },
        ChannelRule("either end may go first") { make in
            let first = try make(4)
            first.sender.close(.finished)
            first.receiver.close()
            try demand(first.next() == nil, "an item came to an input that was closed")
            let second = try make(4)
            second.receiver.close()
            second.sender.close(.broken(by: "x"))
            try demand(second.next() == nil, "an item came to an input that was closed")
            let third = try make(4)
            third.sender.close(.broken(by: "x"))
            try demand(!third.receiver.isReady, "an item is ready that nobody sent")
            third.receiver.close()
            try demand(third.next() == nil, "an input that was closed has its end still to be met")
            try demand(!third.receiver.isActive, "a closed input counts as open")
        },
    ]
}
