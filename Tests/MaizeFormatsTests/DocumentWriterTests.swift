import SeededRandom
import Testing

@testable import MaizeDocuments
@testable import MaizeFormats

/// Documents as text, and what the readers make of them.
@Suite struct DocumentWriterTests {
    private static let flow = DocumentValue.mapping([
        "name": .text("counts"),
        "nodes": .list([
            .mapping([
                "name": .text("read"), "type": .text("ReadLines"), "parameters": .mapping(["path": .text("./a.txt")]),
            ]),
            .mapping([
                "name": .text("limits"), "type": .text("LoadData<[String: Double]>"),
                "parameters": .mapping(["data": .mapping(["low": .number(1), "high": .number(2)])]),
            ]),
            .mapping([
                "type": .text("Command"),
                "parameters": .mapping([
                    "command": .list(
                        ["awk", "{print $1}", "-F", ",", "a much longer word than others have in such a place"]
                            .map { .text($0) }
                    ),
                    "script": .text("set -e\necho \"$1\"\n"), "shell": .bool(true),
                ]),
            ]),
        ]),
        "numbers": .list([.number(1), .number(2), .number(3)]),
        "parameters": .list([.mapping(["name": .text("text"), "map": .list([.mapping(["read": .text("path")])])])]),
    ])

    @Test func `YAML has a line for what is short`() throws {
        #expect(
            try DocumentFormat.yaml.text(of: DocumentWriterTests.flow) == """
                name: counts
                nodes:
                - {name: read, type: ReadLines, parameters: {path: ./a.txt}}
                - {name: limits, type: "LoadData<[String: Double]>", parameters: {data: {low: 1, high: 2}}}
                - type: Command
                  parameters:
                    command: [awk, "{print $1}", -F, ",", a much longer word than others have in such a place]
                    script: |
                      set -e
                      echo "$1"
                    shell: true
                numbers: [1, 2, 3]
                parameters:
                - {name: text, map: [{read: path}]}

                """
        )
    }

    @Test func `TOML has tables in the order of the document`() throws {
        let toml = try DocumentFormat.toml.text(of: DocumentWriterTests.flow)
        #expect(
            toml == """
                name = "counts"
                nodes = [
                  {name = "read", type = "ReadLines", parameters = {path = "./a.txt"}},
                  {name = "limits", type = "LoadData<[String: Double]>", parameters = {data = {low = 1, high = 2}}},
                  {type = "Command", parameters = {command = ["awk", "{print $1}", "-F", ",", "a much longer word than \
                others have in such a place"], script = '''
                set -e
                echo "$1"
                ''', shell = true}},
                ]
                numbers = [1, 2, 3]

                [[parameters]]
                name = "text"
                map = [{read = "path"}]

                """
        )
    }

    @Test func `keys before tables leave those their headers`() throws {
        let entries = DocumentValue.mapping([
            "name": .text("x"), "empty": .mapping([]), "numbers": .list([]),
            "a b": .mapping([
                "c": .mapping([
                    "d": .text(String(repeating: "long ", count: 20)), "e": .list([.mapping([]), .mapping([])]),
                ])
            ]),
            "list": .list([.mapping([]), .mapping(["f": .bool(false), "g": .text("a\\b \"c\"")])]),
        ])
        #expect(
            try DocumentFormat.toml.text(of: entries) == """
                name = "x"
                empty = {}
                numbers = []

                ["a b".c]
                d = "\(String(repeating: "long ", count: 20))"
                e = [{}, {}]

                [[list]]

                [[list]]
                f = false
                g = 'a\\b "c"'

                """
        )
    }

    @Test func `JSON has a line for what is short`() throws {
        #expect(
            try DocumentFormat.json.text(of: DocumentWriterTests.flow).hasPrefix(
                """
                {
                  "name": "counts",
                  "nodes": [
                    {"name": "read", "type": "ReadLines", "parameters": {"path": "./a.txt"}},
                    {
                      "name": "limits",
                      "type": "LoadData<[String: Double]>",
                      "parameters": {"data": {"low": 1, "high": 2}}
                    },

                """
            )
        )
    }

    @Test(arguments: [
        ("1", "1"), ("+5", "5"), ("007", "7"), ("-0", "-0"), ("0x1F", "31"), ("0o17", "15"), (".5", "0.5"),
        ("5.", "5.0"),
        ("1e5", "1.0e+5"), ("1E-5", "1.0e-5"), ("1.50e+05", "1.50e+05"),
        (
            "123456789012345678901234567890",
            "123456789012345678901234567890"
        ), ("0.1000000000000000055511151231257827", "0.1000000000000000055511151231257827"),
    ])
    func `numbers keep their digits, in a form that every tool reads`(word: String, written: String) throws {
        let value = DocumentValue(content: .scalar(word, .literal), position: .start)
        #expect(try DocumentFormat.yaml.text(of: .list([value])) == "[\(written)]\n")
        #expect(try DocumentFormat.json.text(of: .list([value])) == "[\(written)]\n")
        #expect(try Format.yaml.read("[\(written)]").text == "[\(written)]")
    }

    @Test func `what a format cannot say is told with all of its places`() throws {
        let value = DocumentValue.mapping([
            "a": .list([DocumentValue(content: .null, position: .start), .number(1)]),
            "b": .mapping(["c": DocumentValue(content: .scalar("-.inf", .literal), position: .start)]),
            "d": DocumentValue(content: .scalar("99999999999999999999", .literal), position: .start),
        ])
        #expect(throws: Never.self) { try DocumentFormat.yaml.text(of: value) }
        #expect {
            _ = try DocumentFormat.toml.text(of: value)
        } throws: { error in
            (error as? DocumentWritingError)?.problems == [
                "a[0]: TOML has no null; leave the value out, or write YAML or JSON",
                "d: TOML has no whole numbers of more than 64 bits, as 99999999999999999999 is one",
            ]
        }
        #expect {
            _ = try DocumentFormat.json.text(of: value)
        } throws: { error in
            (error as? DocumentWritingError)?.problems == ["b.c: JSON has no number -inf; write YAML or TOML"]
        }
        #expect(throws: DocumentWritingError.self) { try DocumentFormat.toml.text(of: .list([])) }
    }

    @Test(arguments: DocumentFormat.allCases, 0..<10 as Range<UInt64>)
    func `what was written is read again`(format: DocumentFormat, seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<20 {
            let value = RandomDocument.writable(depth: 5, hasNull: format != .toml, using: &generator).value
            let text = try format.text(of: value)
            let again = try DocumentValue.read(SourceText(bytes: Array(text.utf8)), as: format)
            #expect(again.canonical == value.canonical, "seed \(seed):\n\(text)")
            #expect(try format.text(of: again) == text, "seed \(seed)")
        }
    }
}

extension DocumentValue {
    /// What it says, whatever the format: numbers by their digits.
    var canonical: String {
        switch content {
        case .null: "null"
        case .scalar(let text, let style): "\(WrittenScalar(text, style))"
        case .list(let values): "[" + values.map(\.canonical).joined(separator: ", ") + "]"
        case .mapping(let entries):
            "{" + entries.map { "\($0.key.debugDescription): \($0.value.canonical)" }.joined(separator: ", ") + "}"
        }
    }
}
