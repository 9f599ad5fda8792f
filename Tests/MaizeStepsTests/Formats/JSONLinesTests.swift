import Glibc
import Maize
import MaizeSystem
import MaizeTesting
import MaizeWire
import SeededRandom
import Testing

/// `ReadJSON` and `WriteJSON`.
@Suite(.timeLimit(.minutes(10))) struct JSONLinesTests {
    struct Molecule: Codable, Equatable, Sendable {
        var name: String
        var mass: Double
        var charge: Int?
    }

    let files: TestRun

    init() throws { files = try TestRun() }

    private func read<Item: Codable & Sendable>(_ type: Item.Type = Item.self, _ text: String) throws -> NodeRigResult<
        ReadJSON<Item>
    > {
        try read(type, Array(text.utf8))
    }

    private func read<Item: Codable & Sendable>(_ type: Item.Type, _ bytes: [UInt8]) throws -> NodeRigResult<
        ReadJSON<Item>
    > {
        let path = try files.write(bytes, to: "in.jsonl")
        return try NodeRig(ReadJSON<Item>.self) { $0.path = path }.runToEnd()
    }

    private func problem<Item: Codable & Sendable>(_ type: Item.Type, _ bytes: [UInt8]) throws -> String? {
        let result = try read(type, bytes)
        return (result.error as? FileFailure)?.message
    }

    private func write<Item: Codable & Sendable>(_ items: [Item], then end: StreamEnd = .finished) throws
        -> NodeRigResult<WriteJSON<Item>>
    {
        let path = files.file("out.jsonl")
        return try NodeRig(WriteJSON<Item>.self) { $0.path = path }.feed(\.inp, items, then: end).runToEnd()
    }

    @Test func `each line is a value`() throws {
        let text =
            "\u{FEFF}{\"mass\": 194.19, \"name\": \"caffeine\"}\r\n\n  \t\n{\"name\":\"e\",\"mass\":1,\"charge\":-1}"
        let expected = [Molecule(name: "caffeine", mass: 194.19), Molecule(name: "e", mass: 1, charge: -1)]
        #expect(try read(Molecule.self, text).items(of: \.out) == expected)
        #expect(try read(JSONValue.self, "1\n\"a\"\nnull\n{}\n").items(of: \.out) == [1, "a", .null, [:]])
        #expect(try read([Double].self, "[1,2.5]\n[]\n").items(of: \.out) == [[1, 2.5], []])
        for text in ["", "\n", " \n\n"] { #expect(try read(Int.self, text).end(of: \.out) == .finished) }
    }

    @Test(arguments: [
        ("1\nx\n", "line 2, column 1: no sound JSON: a value was expected; texts stand in double quotes"),
        ("1\n\"é\" 2\n", "line 2, column 5: no sound JSON: the end of the line was expected"),
        ("\"a\"\n", "line 1, column 1: a whole number is expected, not the text \"a\""),
        (
            "[\n1]\n",
            "line 1, column 2: no sound JSON: a value was expected, and the line ends; each line is one value, as jq -c writes it"
        ),
        ("1\n2\n\"\\ud800\"", "line 3, column 2: no sound JSON: half of a surrogate pair"),
    ])
    func `errors name the line and the column`(text: String, message: String) throws {
        #expect(try problem(Int.self, Array(text.utf8)) == message)
    }

    @Test func `what came before an error was sent, and the stream ends broken`() throws {
        let result = try read(Int.self, "1\n2\nx\n4\n")
        #expect(result.items(of: \.out) == [1, 2])
        #expect(result.end(of: \.out) != .finished)
        #expect("\(try #require(result.error))".contains("file '\(files.file("in.jsonl"))': line 3"))
    }

    @Test func `what is not UTF-8 is an error`() throws {
        let message = try problem(JSONValue.self, Array("1\n\"ab".utf8) + [0xFF] + Array("\"\n".utf8))
        #expect(message == "line 2, column 4: a byte that is not UTF-8; save the file in that encoding")
    }

    @Test func `a file that is not there is found before the run`() throws {
        let problem = NodeRig(ReadJSON<Int>.self) { $0.path = "/none/x.jsonl" }.problem
        #expect(problem?.contains("there is no file or folder '/none/x.jsonl'") == true, "\(problem ?? "")")
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `lines of rubbish are refused, and nothing worse`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "{\"a\":", "}", "[", "]", ",", "\"", "\\u", "\\", "1e", "-", "\n", "é", "null", "\u{0}", "1", " ",
        ]
        for _ in 0..<20 {
            var bytes: [UInt8] = []
            for _ in 0..<random.number(0...40) {
                bytes += pieces[random.number(0...(pieces.count - 1))].utf8
                if random.once(in: 20) { bytes.append(UInt8(truncatingIfNeeded: random.next())) }
            }
            let result = try read(JSONValue.self, bytes)
            #expect(result.error == nil || result.error is FileFailure, "seed \(seed)")
        }
    }

    @Test func `each item is written as a line, and read again`() throws {
        let items = [Molecule(name: "a\"\n", mass: 0.1), Molecule(name: "", mass: 1e300, charge: .min)]
        #expect(try write(items).outcome == .completed)
        #expect(
            files.text(of: "out.jsonl") == #"{"name":"a\"\n","mass":0.1}"# + "\n"
                + #"{"name":"","mass":1e+300,"charge":-9223372036854775808}"# + "\n"
        )
        let path = files.file("out.jsonl")
        let again = try NodeRig(ReadJSON<Molecule>.self) { $0.path = path }.run()
        #expect(again.items(of: \.out) == items)
        #expect(try write([Int]()).outcome == .completed)
        #expect(files.text(of: "out.jsonl") == "")
    }

    @Test func `the same dictionary always makes the same line`() throws {
        let names = (0..<50).map { "n\($0)" }
        _ = try write([Dictionary(uniqueKeysWithValues: names.map { ($0, 1) })])
        let expected = names.sorted().map { "\"\($0)\":1" }.joined(separator: ",")
        #expect(files.text(of: "out.jsonl") == "{\(expected)}\n")
    }

    @Test func `a number that JSON lacks is an error with the item`() throws {
        let result = try write([1, .nan])
        #expect("\(try #require(result.error))".contains("item 2 cannot be written: JSON has no number nan"))
        #expect(files.text(of: "out.jsonl") == nil)
    }

    @Test func `a broken stream leaves what was there`() throws {
        try files.write("old", to: "out.jsonl")
        #expect(try write([1], then: .broken).outcome.word == "stopped")
        #expect(files.text(of: "out.jsonl") == "old")
        #expect(try files.names(startingWith: ".out").isEmpty)
    }

    @Test func `a pipe is read as its lines come`() throws {
        // The reader gets the second line only when it has answered to the first.
        #expect(mkfifo(files.file("pipe"), 0o600) == 0)
        let flow = Workflow("pipe")
        let path = files.file("pipe")
        let read = try flow.add(ReadJSON<Int>.self) { $0.path = path }
        let answer = try flow.add(Acknowledging.self) { $0.path = files.file("answer") }
        try flow.connect(read.out, to: answer.inp)
        #expect(mkfifo(files.file("answer"), 0o600) == 0)
        try flow.add(Command.self) {
            $0.command = ["sh", "-c", "exec > '\(path)'; echo 1; read line < '\(files.file("answer"))'; echo 2"]
        }
        #expect(try TestRun.of(flow).status == .completed)
    }
}

extension JSONValue: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral,
    ExpressibleByDictionaryLiteral
{
    init(integerLiteral value: Int) { self = .integer(value) }
    init(stringLiteral value: String) { self = .string(value) }
    init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(Dictionary(elements) { first, _ in first })
    }
}

/// Writes a line to a pipe for the first item.
final class Acknowledging: Node {
    @Parameter var path: String
    let inp = Input<Int>()

    override func run() throws {
        guard try inp.next() != nil else { return }
        let answer = Descriptor(owning: open(path, O_WRONLY | O_CLOEXEC))
        try Array("seen\n".utf8).withUnsafeBytes { try answer.writeAll($0) }
        while try inp.next() != nil {}
    }
}
