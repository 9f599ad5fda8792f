public import MaizeCore

/// Sends every item to its first output, and every n-th item to the others as well.
///
///                                          ╭ out[0] ─▶ 1, 2, 3, 4
///     1, 2, 3, 4 ─▶ CopyEveryNIter(freq: 2)┤
///                                          ╰ out[1] ─▶ 2, 4
///
/// With a `freq` of -1 the others get the first item only, and their streams end then. An output whose receiver has
/// ended is left out; when none is left, the node ends. When the input ends, all of its streams do.
///
///     let read = try flow.add(ReadLines.self) { $0.path = "measured.txt" }
///     let copy = try flow.add(CopyEveryNIter<String>.self) { $0.freq = 1000 }
///     let write = try flow.add(WriteLines.self) { $0.path = "copy.txt" }
///     let log = try flow.add(LogResult<String>.self)
///     try flow.connect(read.out, to: copy.inp)
///     try flow.connect(copy.out, to: write.inp)
///     try flow.connect(copy.out, to: log.inp)
public final class CopyEveryNIter<Item: Codable & Sendable>: Node, ItemPassing {
    /// How often the others get an item: 2 is every second one, -1 only the very first.
    @Parameter(
        rule: Rule("is at least 1, or -1") { $0 >= 1 || $0 == -1 },
        help: "every n-th item goes to all outputs; -1: only the first"
    ) public var freq = 1
    /// The items.
    public let inp = Input<Item>()
    /// All of them on the first output, some on the others.
    public let out = MultiOutput<Item>()

    /// Passes items on until the input has ended.
    override public func run() throws {
        let freq = freq
        var number = 1
        while try inp.nextEncoded({ try send($0, toAll: freq == -1 ? number == 1 : number.isMultiple(of: freq)) })
            != nil
        {
            // The others get nothing any more, and need not wait for it.
            if freq == -1, number == 1 { for output in out.dropFirst() { output.close() } }
            number += 1
        }
    }

    private func send(_ item: EncodedItem<Item>, toAll: Bool) throws {
        try out.sendToEach(item, of: 0..<(toAll ? out.count : 1))
    }
}

extension CopyEveryNIter: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type {
        CopyEveryNIter<Other>.self
    }
}
