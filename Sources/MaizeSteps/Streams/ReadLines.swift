public import MaizeCore
internal import MaizeWire

/// Sends the lines of a file, of any size, one by one.
///
///     path ─▶ ReadLines ─▶ out
///
/// A line ends at `\n`, which is no part of it; `\r` is. Empty lines are items, and so is a last line without `\n`.
/// The file may also be a pipe with a name or a device: a line is then sent as soon as it is there.
///
/// Bytes that are not UTF-8 are an error that names their place, unless `encoding` is `latin1`; `ReadByteLines` takes
/// lines as they are. A line of more than 64 MiB is an error.
///
///     let read = try flow.add(ReadLines.self) { $0.path = "measured.csv" }
public final class ReadLines: Node {
    /// The file.
    @Parameter(isPath: true, mustExist: true, help: "the file to read") public var path: String
    /// How its bytes are read as text.
    @Parameter(help: "utf8 or latin1") public var encoding = TextEncoding.utf8
    /// The lines.
    public let out = Output<String>()

    /// Sends lines to the end of the file.
    override public func run() throws {
        let batch = TextBatch()
        let encoding = encoding
        try LineSource(path, context: context).read(
            otherwise: "set encoding to latin1, or read the lines as bytes with ReadByteLines",
            { line, offset in try encoding.append(line, at: offset, to: batch) },
            flush: {
                try out.send(batch)
                batch.removeAll()
            }
        )
    }
}

/// Sends the lines of a file as bytes, whatever they are: as `ReadLines`, without any encoding.
///
///     path ─▶ ReadByteLines ─▶ out
///
///     let read = try flow.add(ReadByteLines.self) { $0.path = "mixed.log" }
public final class ReadByteLines: Node {
    /// The file.
    @Parameter(isPath: true, mustExist: true, help: "the file to read") public var path: String
    /// The lines, each an array of bytes.
    public let out = Output<[UInt8]>()

    /// Sends lines to the end of the file.
    override public func run() throws {
        var batch: [[UInt8]] = []
        try LineSource(path, context: context).read(
            otherwise: "",
            { line, _ in batch.append([UInt8](line)) },
            flush: {
                try out.send(contentsOf: batch)
                batch.removeAll(keepingCapacity: true)
            }
        )
    }
}
