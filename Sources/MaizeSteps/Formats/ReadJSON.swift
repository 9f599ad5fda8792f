public import MaizeCore
internal import MaizeWire

/// Sends the values of a file that has one JSON value a line.
///
///     path ─▶ ReadJSON ─▶ out
///      │  {"name": "caffeine", "mass": 194.19}
///      │  {"name": "glucose",  "mass": 180.16}
///
/// The type of the items says what a value must be: numbers, texts, lists, dictionaries, or a struct whose properties are
/// the names in an object. Nothing is converted: a number is no text. A whole number is exact, or an error where the type
/// cannot hold it. Names that the type does not have are passed over, one that it needs and that is missing is an error,
/// and so is a name that an object has twice. `JSONValue`, which stands for an open type in a workflow file, takes any
/// value.
///
/// Lines without a value are passed over; a file without any sends nothing. The file may be of any size: a line may have 64
/// MiB, lists and objects may be 256 deep. It may also be a pipe with a name or a device: a value is then sent as soon as
/// its line is there. Errors name the file, the line and the column.
///
///     struct Molecule: Codable, Sendable {
///         var name: String
///         var mass: Double
///     }
///
///     static func workflow() throws -> Workflow {
///         let flow = Workflow("molecules")
///         let read = try flow.add(ReadJSON<Molecule>.self) { $0.path = "molecules.jsonl" }
///         try flow.connect(read.out, to: flow.add(LogResult<Molecule>.self).inp)
///         return flow
///     }
public final class ReadJSON<Item: Codable & Sendable>: Node {
    /// The file.
    @Parameter(isPath: true, mustExist: true, help: "the file to read, one JSON value a line") public var path: String
    /// The values.
    public let out = Output<Item>()

    /// Sends values to the end of the file.
    override public func run() throws {
        var place = RowPlace(path: path)
        let decoder = JSONItemDecoder("line")
        var batch: [Item] = []
        try LineSource(path, context: context).read(
            otherwise: "",
            { line, _ in
                let text = try place.text(of: line)
                guard text.contains(where: { !RowPlace.isSpace($0) }) else { return }
                do {
                    batch.append(try decoder.decode(Item.self, from: text))
                } catch let problem as JSONProblem {
                    // What was sound is sent first, as if it had come alone.
                    try out.send(contentsOf: batch)
                    throw place.failure(ReadJSON.message(problem, in: text), at: problem.offset, of: text)
                }
            },
            flush: {
                try out.send(contentsOf: batch)
                batch.removeAll(keepingCapacity: true)
            }
        )
    }

    private static func message(_ problem: JSONProblem, in text: UnsafeRawBufferPointer) -> String {
        guard problem.offset == text.count else { return problem.message }
        return problem.message + "; each line is one value, as jq -c writes it"
    }
}

extension ReadJSON: GenericComponent {
    /// The node for items of another type.
    public static func taking<Other: Codable & Sendable>(_ item: Other.Type) -> Component.Type { ReadJSON<Other>.self }
}
