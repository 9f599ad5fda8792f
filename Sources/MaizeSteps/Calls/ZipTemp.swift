public import MaizeCore

/// temp
public final class Zip<Item: Codable & Sendable>: Node, ItemPassing {
    /// The streams.
    public let inp = MultiInput<Item>()
    /// Lists of as many items as there are streams, in the order of the connections.
    public let out = Output<[Item]>()

    /// Makes lists until one of the inputs has ended.
    override public func run() throws {
        out.useReceivedFiles(.passedOn)
        // Nothing is taken that cannot be sent.
        while try inp.allSatisfy({ try $0.hasNext() }) {
            try out.send(try inp.map { try $0.receive() })
            for input in inp { try input.removeLastFiles() }
        }
    }
}
