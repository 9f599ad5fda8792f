import MaizeCore
import MaizeWire

/// How a stream ends, as its receiver sees it.
extension ChannelRule {
    static let ends = [
        ChannelRule("what was sent before the end is received, and then the end, again and again") { make in
            let pair = try make(4)
            try pair.sender.send(contentsOf: [1, 2])
            pair.sender.close(.finished)
            try demand(!pair.sender.isActive, "a closed output is active")
            for number in 1...2 {
                try demand(pair.receiver.isReady && pair.receiver.isActive, "item \(number) is not ready after the end")
                try demand(pair.next(), is: number, "the item")
            }
            for _ in 0..<3 { try demand(pair.next() == nil, "there is more than was sent") }
            try demand(pair.receiver.hasEnded && !pair.receiver.isActive, "an ended stream counts as open")
        },
        ChannelRule("a stream may end before anything was sent") { make in
            for reason in [CloseReason.finished, .broken(by: "source")] {
                let pair = try make(4)
                pair.sender.close(reason)
                try demandEnd(reason, of: pair)
                try demand(!pair.receiver.isReady, "an item is ready that nobody sent")
                try demand(pair.sender.sentCount + pair.receiver.receivedCount, is: 0, "items counted")
            }
        },
        ChannelRule("a stream that was cut short is told after its last item, to whoever asks") { make in
            let pair = try make(4)
            try pair.sender.send(1)
            pair.sender.close(.broken(by: "a/b"))
            try demand(pair.next(), is: 1, "the item before the end")
            try demand(pair.receiver.isActive, "a broken end that nobody has met counts as an end")
            for _ in 0..<2 { try demandEnd(.broken(by: "a/b"), of: pair) }
            try demand(!pair.receiver.isActive, "a broken end that was met counts as open")
        },
        ChannelRule("the first reason for the end counts") { make in
            for (first, second) in [(CloseReason.finished, CloseReason.broken(by: "x")), (.broken(by: "y"), .finished)]
            {
                let pair = try make(4)
                pair.sender.close(first)
                pair.sender.close(second)
                try demandEnd(first, of: pair)
            }
        },
        ChannelRule("nothing can be sent after the end") { make in
            let pair = try make(4)
            pair.sender.close(.finished)
            do {
                try pair.sender.send(1)
            } catch let error as WorkflowError {
                try demand(error.message.contains("'\(pair.outputName)'"), "the port is not named: \(error)")
                return try demandEnd(.finished, of: pair)
            }
            throw Broken(description: "a send after the end was taken")
        },
        ChannelRule("a full channel can be closed") { make in
            let pair = try make(2)
            try pair.sender.send(contentsOf: [1, 2])
            pair.sender.close(.finished)
            try demand(pair.rest(), is: [1, 2], "the items")
        },
    ]

    /// Throws unless the next thing at the receiver is this end.
    private static func demandEnd(_ reason: CloseReason, of pair: ChannelPair) throws {
        switch reason {
        case .finished: try demand(pair.next() == nil, "a finished stream has an item")
        case .broken(let culprit):
            let error = StreamBroken(port: pair.inputName, culprit: culprit)
            try demand(error, "a broken end") { _ = try pair.next() as Int? }
        }
    }
}
