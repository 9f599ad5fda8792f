public import MaizeCore
internal import MaizeWire

/// Sends the rows of a file of comma-separated values.
///
///     path ─▶ ReadCSV ─▶ out
///      │  name,mass,remark
///      │  caffeine,194.19,
///      │  glucose,180.16,"sweet, ""white"""
///
/// The first line has the names of the columns: those of the properties of the items' type, in any order; columns that the
/// type does not have are passed over. An item may also be a dictionary or, where `header` is false, a list. A field is what
/// the type takes it for; a number may have spaces around it. An empty field is nil for an optional property; in a file of one column so are two quotes. For
/// `JSONValue`, which stands for an open type in a workflow file, a row is an object whose values are texts; with `numbers`
/// those that are written like numbers are numbers, but `007` stays a text.
///
/// The file is as RFC 4180 has it: fields may stand in double quotes, a quote inside of them is written twice, and separators
/// and line ends inside of them belong to the field. Lines end with `\n` or `\r\n`. Empty lines are passed over, unless
/// there is one column only; a file without rows sends nothing. All rows have the same number of fields. The file may be of
/// any size, and also a pipe with a name or a device; a row may have 64 MiB. Errors name the file, the line and the column of
/// text.
///
///     struct Molecule: Codable, Sendable {
///         var name: String
///         var mass: Double
///         var remark: String?
///     }
///
///     static func workflow() throws -> Workflow {
///         let flow = Workflow("molecules")
///         let read = try flow.add(ReadCSV<Molecule>.self) { $0.path = "molecules.csv" }
///         try flow.connect(read.out, to: flow.add(LogResult<Molecule>.self).inp)
///         return flow
///     }
public final class ReadCSV<Item: Codable & Sendable>: Node {
    /// The file.
    @Parameter(isPath: true, mustExist: true, help: "the file to read") public var path: String
    /// What stands between fields, one ASCII character: a comma, a semicolon, a tab.
    @Parameter(rule: .separator, help: "what stands between fields") public var separator = ","
    /// Whether the first line has the names of the columns.
    @Parameter(help: "the first line has the names of the columns") public var header = true
    /// Whether items of an open type have numbers where fields are written like numbers.
    @Parameter(help: "fields of items of an open type may be numbers") public var numbers = false
    /// The rows.
    public let out = Output<Item>()

    /// Sends rows to the end of the file.
    override public func run() throws {
        var rows = CSVRows(path: path, row: CSVRow(separator: separator.utf8.first ?? 0x2C, numbers: numbers))
        rows.hasNames = header
        var batch: [Item] = []
        try LineSource(path, context: context).read(
            otherwise: "",
            { line, _ in
                do {
                    if let row = try rows.row(endingWith: line) { batch.append(try rows.decode(Item.self, of: row)) }
                } catch let failure as FileFailure {
                    // What was sound is sent first, as if it had come alone.
                    try out.send(contentsOf: batch)
                    throw failure
                }
            },
            flush: {
                try out.send(contentsOf: batch)
                batch.removeAll(keepingCapacity: true)
            }
        )
        try rows.end()
    }
}

extension ReadCSV: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type { ReadCSV<Other>.self }
}

extension Rule where Value == String {
    /// What can part the fields of CSV.
    static var separator: Rule {
        Rule("is one ASCII character, and neither a quote nor a line's end") { text in
            text.utf8.count == 1 && text.utf8.allSatisfy { $0 < 0x80 && ![0x22, 0x0A, 0x0D].contains($0) }
        }
    }
}
