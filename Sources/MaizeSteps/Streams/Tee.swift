public import MaizeCore

/// Passes each item on, and writes it as a line of a file: a record of what went through here.
///
///     inp ─▶ Tee ─▶ out
///             │
///             ▼
///            path
///
/// Texts are written as they are, other items as JSON. The file appears once the input has ended; an empty stream makes an
/// empty one. If the run fails or is stopped, or the stream is cut short, what was at the path before stays as it was. To a
/// pipe with a name or a device lines are written as they come. See `WriteLines`.
///
/// When its receiver wants no more, it goes on writing until its input has ended: the file then has more than was passed
/// on. Files in items go along; the line has their path here. With them it ends when its receiver does, since nobody would
/// have them.
///
///     let read = try flow.add(ReadLines.self) { $0.path = "measured.csv" }
///     let tee = try flow.add(Tee<String>.self) { $0.path = "seen.csv" }
///     try flow.connect(read.out, to: tee.inp)
public final class Tee<Item: Codable & Sendable>: Node, ItemPassing {
    /// The file.
    @Parameter(isPath: true, help: "the file to write, one item a line") public var path: String
    /// The items.
    public let inp = Input<Item>()
    /// The same items.
    public let out = Output<Item>()

    /// Refuses a value in place of a channel.
    override public func validate() throws { try inp.refuseEndlessValue() }

    /// Passes items on and writes them until the input has ended, then lets the file appear.
    override public func run() throws {
        let sink = try LineSink(path, context: context)
        var lines = ItemLines<Item>(path: path, quotesTexts: false)
        var isWanted = true
        func take(_ item: EncodedItem<Item>) throws {
            try lines.append(item, to: sink.lines)
            if isWanted || item.hasFiles { isWanted = try pass(item) }
        }
        while try inp.nextEncoded(take) != nil { try sink.flush(moreIsWaiting: inp.hasItem) }
        try sink.finish()
    }

    /// Sends an item; false when nobody wants it, which for one with files is the end.
    private func pass(_ item: EncodedItem<Item>) throws -> Bool {
        guard item.hasFiles else { return try out.offer(item) }
        try out.send(item)
        return true
    }
}

extension Tee: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type { Tee<Other>.self }
}
