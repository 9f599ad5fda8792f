import Testing

@testable import MaizeFormats
import MaizeDocuments

/// What a sound YAML file says.
@Suite struct YAMLReaderTests {
    private func read(_ text: String) throws -> DocumentValue { try Format.yaml.read(text) }

    @Test(arguments: [
        ("a: 1", "{a: 1}"),
        ("a: '1'", "{a: '1'}"),
        ("a: \"1\"", "{a: '1'}"),
        ("a: |\n  x\n  y\n", "{a: 'x\ny\n'}"),
        ("a: >\n  x\n  y\n", "{a: 'x y\n'}"),
        ("- a\n- [b, c]\n- {d: e}\n", "[a, [b, c], {d: e}]"),
        ("a: [1, 2,]", "{a: [1, 2]}"),
        ("? a\n: 1", "{a: 1}"),
        ("a:\n  - x: 1\n    y: 2\n", "{a: [{x: 1, y: 2}]}"),
        ("# a comment\na: b # another\n", "{a: b}"),
        ("%YAML 1.1\n---\na\n", "a"),
        ("--- a\n...\n", "a"),
        ("a: \"\\x41\\u00e4\\U0001F33D\\n\"", "{a: 'Aä🌽\n'}"),
        ("a: b c d", "{a: b c d}"),
        ("{\"a\":1}", "{a: 1}"),
    ])
    func `values keep what is in quotes apart from what is not`(text: String, value: String) throws {
        #expect(try read(text).text == value)
    }

    @Test(arguments: ["", "~", "null", "Null", "NULL"])
    func `nothing is written in five ways`(word: String) throws {
        #expect(try read("a: \(word)\nb: 1").text == "{a: null, b: 1}")
    }

    @Test(arguments: ["'null'", "\"~\"", "''", "nULL", "none"])
    func `in quotes, or in other letters, the same is a text`(word: String) throws {
        #expect(!(try read("a: \(word)").text.contains(": null}")))
    }

    @Test func `a value stands where it begins`() throws {
        let text = "name: ä\nnodes:\n  - {name: 🌽x, type: 'T'}\n   \n  - type:   U\nchannels: []\n"
        #expect(
            try read(text).places == [
                "{@1:1", "name@1:1", "ä@1:7", "nodes@2:1", "[@3:3", "{@3:5", "name@3:6", "🌽x@3:12", "type@3:16",
                "T@3:22", "{@5:5", "type@5:5", "U@5:13", "channels@6:1", "[@6:11",
            ]
        )
    }

    @Test(arguments: ["\n", "\r\n"])
    func `lines may end as those of Windows, and a byte-order mark takes no column`(end: String) throws {
        let text = "\u{FEFF}a: 1" + end + "b:" + end + "  c: x" + end
        let value = try read(text)
        #expect(value.places == ["{@1:1", "a@1:1", "1@1:4", "b@2:1", "{@3:3", "c@3:3", "x@3:6"])
    }

    @Test func `an alias repeats a value, and stands where that does`() throws {
        let value = try read("a: &x [1, {b: &y 2}]\nc: *x\nd: *y")
        #expect(value.text == "{a: [1, {b: 2}], c: [1, {b: 2}], d: 2}")
        #expect(value.places.suffix(2) == ["d@3:1", "2@1:15"])
    }

    @Test func `an anchor may stand at a key, and be given anew`() throws {
        #expect(try read("&k a: 1\nb: *k\nc: &k 2\nd: *k").text == "{a: 1, b: a, c: 2, d: 2}")
    }

    @Test func `a merge key fills in what a mapping does not say itself`() throws {
        let text = "base: &b {x: 1, y: 2}\nmore: &m {y: 3, z: 4}\n"
        #expect(try read(text + "a: {<<: *b, y: 5}").text.hasSuffix("a: {y: 5, x: 1}}"))
        #expect(try read(text + "a: {<<: [*b, *m]}").text.hasSuffix("a: {x: 1, y: 2, z: 4}}"))
        #expect(try read(text + "a: {'<<': *b}").text.hasSuffix("a: {<<: {x: 1, y: 2}}}"))
    }

    @Test(arguments: [
        ("a: {<<: 1}", "1:9: '<<' takes a mapping, not 1"),
        ("a: {<<: [{b: 1}, x]}", "1:18: '<<' takes a mapping, not x"),
    ])
    func `a merge key takes mappings`(text: String, problem: String) throws {
        #expect(try Format.yaml.problem(text) == problem)
    }
}
