import MaizeDocuments
import Testing

@testable import MaizeFormats

/// TOML by the cases of its standard, version 1.0.0.
@Suite struct TOMLReaderTests {
    @Test(arguments: [
        ("0", "0"), ("+99", "+99"), ("-17", "-17"), ("-0", "-0"), ("1_000", "1000"), ("1_2_3", "123"),
        ("0xDEAD_beef", "0xDEADbeef"), ("0o0755", "0o0755"), ("0b1101_0110", "0xd6"), ("0b1", "0x1"),
        ("1.0", "1.0"), ("-0.01", "-0.01"), ("5e+22", "5e+22"), ("1e06", "1e06"), ("6.626e-34", "6.626e-34"),
        ("224_617.445_991_228", "224617.445991228"), ("1_0e1_0", "10e10"), ("inf", ".inf"), ("+inf", ".inf"),
        ("-inf", "-.inf"), ("nan", ".nan"), ("-nan", ".nan"), ("true", "true"), ("false", "false"),
        ("9223372036854775807", "9223372036854775807"), ("-9223372036854775808", "-9223372036854775808"),
        ("18446744073709551615", "18446744073709551615"),
    ])
    func `numbers and Booleans are literals without what groups digits`(word: String, value: String) throws {
        #expect(try Format.toml.read("a = \(word)").text == "{a: #\(value)}")
        #expect(try Format.toml.read("a=[\(word),{b=\(word)}]#c").text == "{a: [#\(value), {b: #\(value)}]}")
    }

    @Test(arguments: [
        "1979-05-27T07:32:00Z", "1979-05-27T00:32:00-07:00", "1979-05-27T00:32:00.999999+07:00", "1979-05-27 07:32:00Z",
        "1979-05-27t07:32:00z", "1979-05-27T07:32:00", "1979-05-27", "07:32:00", "00:32:00.5", "2024-02-29",
        "2000-02-29", "2016-12-31T23:59:60Z",
    ])
    func `dates and times are texts as they stand`(date: String) throws {
        let value = try Format.toml.read("a = \(date) # now\nb = [\(date), 1]")
        #expect(value.text == "{a: \(date), b: [\(date), #1]}")
        #expect(try DocumentDecoder(value).decode([String: JSONOrList].self)["a"] == .text(date))
    }

    @Test(arguments: [
        (#""""#, ""), (#""a b""#, "a b"), (#""\b\t\n\f\r\"\\""#, "\u{8}\t\n\u{C}\r\"\\"),
        (#""\u00e4\U0001F33D""#, "ä🌽"), ("\"tab\there\"", "tab\there"), ("''", ""), (#"'C:\new'"#, #"C:\new"#),
        ("'\"'", "\""), ("\"\"\"\"\"\"", ""), ("\"\"\"\na\nb\"\"\"", "a\nb"), ("\"\"\"\r\na\r\nb\"\"\"", "a\nb"),
        ("\"\"\"a \\\n   \n  b \\  \n c\"\"\"", "a b c"), (#""""a "quoted" ""b"""""#, #"a "quoted" ""b""#),
        (#""""a"""""#, #"a""#), (#""""a""""""#, #"a"""#), (#""""\"""""""#, #"""""#), ("'''\nI'm \\n\n'''", "I'm \\n\n"),
        ("'''''a'''''", "''a''"), ("\"é\u{301}\u{10FFFF}\"", "é\u{301}\u{10FFFF}"), (#""\\n""#, "\\n"),
    ])
    func `texts of four kinds`(text: String, value: String) throws {
        #expect(try Format.toml.read("a = \(text)\n").text == "{a: '\(value)'}")
    }

    @Test(arguments: [
        ("", "{}"), ("# only\r\n\n \t\n", "{}"), ("a=1\r\nb=2\r\n", "{a: #1, b: #2}"),
        ("1234 = 1\n-_a = 2\n\"\" = 3\n'q \"' = 4", "{1234: #1, -_a: #2, : #3, q \": #4}"),
        ("a . b = 1\na.'c.d'.e = 2", "{a: {b: #1, c.d: {e: #2}}}"), ("3.14 = 1", "{3: {14: #1}}"),
        ("a = [\n 1, # one\n\n 2\n , 3, ]", "{a: [#1, #2, #3]}"), ("a = [[], [[]], {}]", "{a: [[], [[]], {}]}"),
        ("a = {b.c = 1, b.d = 2, e = {}}", "{a: {b: {c: #1, d: #2}, e: {}}}"), ("a = { }", "{a: {}}"),
        ("a = {b = [\n1,\n]}", "{a: {b: [#1]}}"),
        ("[a]\nx = 1\n[b.c]\ny = 2\n[b]\nz = 3", "{a: {x: #1}, b: {c: {y: #2}, z: #3}}"),
        ("[ a . 'b' ] # c\nx = 1", "{a: {b: {x: #1}}}"), ("[a]\n[a.b]\n[c]\n[a.d]", "{a: {b: {}, d: {}}, c: {}}"),
        ("x.y = 1\n[x.z]\na = 2", "{x: {y: #1, z: {a: #2}}}"), ("[a]\nb.c = 1\nb.d = 2", "{a: {b: {c: #1, d: #2}}}"),
        ("[[a]]\nx = 1\n[[a]]\n[[a]]\nx = 2", "{a: [{x: #1}, {}, {x: #2}]}"),
        ("[[a]]\n[a.b]\nx = 1\n[[a.c]]\n[[a]]\n[a.b]", "{a: [{b: {x: #1}, c: [{}]}, {b: {}}]}"),
        ("[a.b.c]\n[a]\nb.d = 1", "{a: {b: {c: {}, d: #1}}}"),
    ])
    func `keys, tables and lists of tables`(text: String, value: String) throws {
        #expect(try Format.toml.read(text).text == value)
    }

    @Test(arguments: ["\n", "\r\n"])
    func `a value stands where it begins`(end: String) throws {
        let text =
            "\u{FEFF}ä = 1".replacing("ä", with: "\"ä\"") + end + "b.c  = ['🌽', {d = true}]" + end + "[e]" + end
            + " [[ f . g ]]" + end + "h = '''" + end + "'''" + end + "i = 2"
        #expect(
            try Format.toml.read(text).places == [
                "{@1:1", "ä@1:1", "1@1:7", "b@2:1", "{@2:1", "c@2:3", "[@2:8", "🌽@2:9", "{@2:14", "d@2:15", "true@2:19",
                "e@3:2", "{@3:2", "f@4:5", "{@4:5", "g@4:9", "[@4:9", "{@4:9", "h@5:1", "@5:5", "i@7:1", "2@7:5",
            ]
        )
    }

    @Test func `a table that a header below makes stands where its own header does`() throws {
        #expect(
            try Format.toml.read("[a.b]\n[a]\nc = 1").places == [
                "{@1:1", "a@1:2", "{@2:2", "b@1:4", "{@1:4", "c@3:1", "1@3:5",
            ]
        )
    }
}

/// A value of TOML as the decoder gives it.
private enum JSONOrList: Decodable, Equatable {
    case text(String)
    case list

    init(from decoder: any Decoder) throws {
        if case .success(let text) = Result(catching: { try decoder.singleValueContainer().decode(String.self) }) {
            self = .text(text)
        } else {
            self = .list
        }
    }
}
