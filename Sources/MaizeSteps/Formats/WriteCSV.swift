public import MaizeCore
internal import MaizeWire

/// Writes each item as a row of comma-separated values to a file, which appears at its path only when it is complete.
///
///     inp ─▶ WriteCSV ─▶ path
///                       │  name,mass,remark
///                       │  caffeine,194.19,
///                       │  glucose,180.16,"sweet, ""white"""
///
/// The first line has the names of the properties of the items' type, in their order; of a dictionary, those of the first
/// item in alphabetical order. `columns` says which ones are written, and in which order. A list makes a row without names. A
/// value is a text, a number or a truth value; what is missing is an empty field, and an empty text stands in quotes; where there is one column, so does what is
/// missing. A list
/// or an object inside of an item is an error, and so is an item with a field that the first line does not have.
///
/// Fields with a separator, a quote or a line's end in them stand in quotes, as RFC 4180 has it; lines end with `\n`.
/// `ReadCSV` with the same type reads what this wrote, every number to the last digit.
///
/// The file appears once the input has ended; an empty stream makes an empty file, with the names if `columns` has them. If
/// the run fails or is stopped, or the stream is cut short, what was at the path before stays as it was. To a pipe with a
/// name or a device lines are written as they come. See `WriteLines`.
///
///     let read = try flow.add(ReadCSV<[String: String]>.self) { $0.path = "molecules.csv" }
///     let write = try flow.add(WriteCSV<[String: String]>.self) {
///         $0.path = "molecules.tsv"
///         $0.separator = "\t"
///     }
///     try flow.connect(read.out, to: write.inp)
public final class WriteCSV<Item: Codable & Sendable>: Node {
    /// The file.
    @Parameter(isPath: true, help: "the file to write") public var path: String
    /// What stands between fields, one ASCII character: a comma, a semicolon, a tab.
    @Parameter(rule: .separator, help: "what stands between fields") public var separator = ","
    /// Whether the first line has the names of the columns.
    @Parameter(help: "the first line has the names of the columns") public var header = true
    /// The fields that are written, in this order; all of them unless it is given.
    @Parameter(rule: .ifGiven(.columns), help: "the fields that are written, in their order")
    public var columns: [String]?
    /// The rows.
    public let inp = Input<Item>()

    /// Refuses columns that items of this type do not have, and a value in place of a channel.
    override public func validate() throws {
        if let stranger = columns?.first(where: { FieldProbe.lacks($0, Item.self) }) {
            throw WorkflowError(.value, "columns names '\(stranger)', but items of \(Item.self) have no such field")
        }
        try inp.refuseEndlessValue()
    }

    /// Writes until the input has ended, then lets the file appear.
    override public func run() throws {
        let sink = try LineSink(path, context: context)
        let separator = separator.utf8.first ?? UInt8(ascii: ",")
        var rows = CSVLines(path: path, separator: separator, columns: columns, header: header)
        if columns != nil { rows.appendNames(to: sink.lines) }
        while try inp.nextEncoded({ try rows.append($0.bytes, to: sink.lines) }) != nil {
            try sink.flush(moreIsWaiting: inp.hasItem)
        }
        try sink.finish()
    }
}

extension WriteCSV: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type { WriteCSV<Other>.self }
}

extension Rule where Value == [String] {
    /// Names of columns.
    fileprivate static var columns: Rule {
        Rule("names at least one column, and none twice") { !$0.isEmpty && Set($0).count == $0.count }
    }
}
