public import MaizeCore

/// Makes lists of one item from each input: the first of each, then the second of each, and so on.
///
///     1, 2, 3 ─▶ inp[0] ┐
///                       ├ Zip ─▶ [1, 10], [2, 20]
///     10, 20  ─▶ inp[1] ┘
///
/// A list is sent as soon as each input has an item. It ends with the first input that ends, so an empty stream makes an
/// empty one; what the others still have then is not taken, and the run's summary counts it as undelivered. When one of the
/// streams is cut short, it is stopped.
///
///     let left = try flow.add(ReadLines.self, name: "left") { $0.path = "left.txt" }
///     let right = try flow.add(ReadLines.self, name: "right") { $0.path = "right.txt" }
///     let zip = try flow.add(Zip<String>.self)
///     try flow.connect(left.out, to: zip.inp)
///     try flow.connect(right.out, to: zip.inp)
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

extension Zip: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type { Zip<Other>.self }
}
