public import MaizeCore

/// Sends every item to each of its outputs.
///
///                  ╭ out[0] ─▶ 1, 2
///     1, 2 ─▶ Copy ┤
///                  ╰ out[1] ─▶ 1, 2
///
/// Each receiver has a copy of its own, of files too. The slowest one sets the pace, once its channel is full. An output
/// whose receiver has ended is left out; when none is left, the node ends. When the input ends, so do all outputs.
///
///     let read = try flow.add(ReadLines.self) { $0.path = "measured.txt" }
///     let copy = try flow.add(Copy<String>.self)
///     let count = try flow.add(CountBy.self)
///     let write = try flow.add(WriteLines.self) { $0.path = "copy.txt" }
///     try flow.connect(read.out, to: copy.inp)
///     try flow.connect(copy.out, to: count.inp)
///     try flow.connect(copy.out, to: write.inp)
public final class Copy<Item: Codable & Sendable>: Node, ItemPassing {
    /// The items.
    public let inp = Input<Item>()
    /// The same items, on each.
    public let out = MultiOutput<Item>()

    /// Passes items on until the input has ended.
    override public func run() throws {
        while try inp.nextEncoded({ try out.sendToEach($0) }) != nil {}
    }
}

extension Copy: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type { Copy<Other>.self }
}
