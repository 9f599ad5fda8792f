public import MaizeCore
internal import MaizeWire

/// Writes each item as a line of a file, which appears at its path only when it is complete.
///
///     inp ─▶ WriteLines ─▶ path
///
/// Until the input has ended the file grows under another name in the same folder, `.NAME.maize-partial-…`. If the run
/// fails or is stopped, or the stream is cut short, that one is removed, and what was at the path before stays as it
/// was. A file that is replaced leaves its permissions to the new one. A process that is killed leaves the partial file
/// behind, never half a file at the path.
///
/// An item is written as it is, with `\n` behind it; one that holds a `\n` makes several lines. To a pipe with a name or
/// a device lines are written as they come. `/dev/stdout` is the output of the node, which goes to the run's log; the
/// command prints the items of a `Return`.
///
///     let count = try flow.add(CountBy.self)
///     let write = try flow.add(WriteLines.self) { $0.path = "counts.txt" }
///     try flow.connect(count.out, to: write.inp)
public final class WriteLines: Node {
    /// The file.
    @Parameter(isPath: true, help: "the file to write") public var path: String
    /// The lines.
    public let inp = Input<String>()

    /// Refuses a value in place of a channel.
    override public func validate() throws { try inp.refuseEndlessValue() }

    /// Writes until the input has ended, then lets the file appear.
    override public func run() throws {
        let sink = try LineSink(path, context: context)
        while try inp.nextText({ sink.lines.append(line: $0) }) {
            try sink.flush(moreIsWaiting: inp.hasTextWaiting)
        }
        try sink.finish()
    }
}
