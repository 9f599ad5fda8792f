public import MaizeCore
internal import MaizeWire

/// Writes each item as a line of JSON to a file, which appears at its path only when it is complete.
///
///     inp ─▶ WriteJSON ─▶ path
///                       │  {"name":"caffeine","mass":194.19}
///                       │  {"name":"glucose","mass":180.16}
///
/// Properties stand in the order in which their type has them, names of dictionaries in alphabetical order, so that the same
/// items always make the same file. `ReadJSON` with the same type reads what this wrote, every number to the last digit.
/// The numbers that JSON lacks, infinity and `nan`, are an error.
///
/// The file appears once the input has ended; an empty stream makes an empty file. If the run fails or is stopped, or the
/// stream is cut short, what was at the path before stays as it was. To a pipe with a name or a device
/// lines are written as they come. See `WriteLines`.
///
///     let read = try flow.add(ReadLines.self) { $0.path = "names.txt" }
///     let write = try flow.add(WriteJSON<String>.self) { $0.path = "names.jsonl" }
///     try flow.connect(read.out, to: write.inp)
public final class WriteJSON<Item: Codable & Sendable>: Node {
    /// The file.
    @Parameter(isPath: true, help: "the file to write, one JSON value a line") public var path: String
    /// The items.
    public let inp = Input<Item>()

    /// Refuses a value in place of a channel.
    override public func validate() throws { try inp.refuseEndlessValue() }

    /// Writes until the input has ended, then lets the file appear.
    override public func run() throws {
        let sink = try LineSink(path, context: context)
        var lines = ItemLines<Item>(path: path, quotesTexts: true)
        while try inp.nextEncoded({ try lines.append($0, to: sink.lines) }) != nil {
            try sink.flush(moreIsWaiting: inp.hasItem)
        }
        try sink.finish()
    }
}

extension WriteJSON: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type {
        WriteJSON<Other>.self
    }
}
