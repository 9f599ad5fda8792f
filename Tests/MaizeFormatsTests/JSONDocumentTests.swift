import Testing

@testable import MaizeFormats
import MaizeDocuments

/// JSON by the cases of RFC 8259.
@Suite struct JSONDocumentTests {
    @Test(arguments: [
        "0", "-0", "1", "-1", "10", "1.5", "0.0", "1e5", "1E5", "1e+5", "1e-5", "0e0", "-1.25e-3",
        "123456789012345678901234567890", "true", "false",
    ])
    func `numbers and Booleans are taken as they are written`(word: String) throws {
        #expect(try Format.json.read(word).text == "#" + word)
        #expect(try Format.json.read(" [ \(word) ] ").text == "[#\(word)]")
    }

    @Test(arguments: [
        "01", "-01", "00", "1.", ".5", "-.5", "-", "+1", "1e", "1e+", "1.e1", "0x10", "1_000", "NaN", "nan", "Infinity",
        "-Infinity", "True", "TRUE", "FALSE", "Null", "nul", "truefalse", "true1", "'a'", "a", "１", "1 2", "--1", "1-",
        "undefined", "// c\n1", "/* c */ 1",
    ])
    func `other words are refused`(word: String) throws {
        #expect(try Format.json.problem(word)?.contains(": no sound JSON: ") == true)
        #expect(try Format.json.problem("{\"a\": \(word)}")?.contains(": no sound JSON: ") == true)
    }

    @Test(arguments: [
        (#""""#, "''"), (#""a""#, "'a'"), (#""\"\\\/\b\f\n\r\t""#, "'\"\\/\u{8}\u{C}\n\r\t'"),
        (#""\u0041\u00e4\u00E4""#, "'Aää'"), (#""\u0000""#, "'\0'"), (#""\ud83c\udf3d""#, "'🌽'"),
        (#""\uDBFF\uDFFF""#, "'\u{10FFFF}'"), ("\"\u{7F}ä🌽\u{2028}\"", "'\u{7F}ä🌽\u{2028}'"),
        (#""\uFFFF""#, "'\u{FFFF}'"),
    ])
    func `texts are what they escape`(text: String, value: String) throws {
        #expect(try Format.json.read(text).text == value)
    }

    @Test(arguments: [
        (#""a"#, "1:1: no sound JSON: a text does not end"),
        ("{\"a\":\n \"b}\n", "2:5: no sound JSON: a control character inside of a text; write it as an escape"),
        (#""a\"#, "1:1: no sound JSON: a text does not end"),
        (#""a\x""#, #"1:3: no sound JSON: an unknown escape"#),
        (#""\u12""#, "1:2: no sound JSON: an unknown escape"),
        (#""\u12G4""#, "1:2: no sound JSON: an unknown escape"),
        (#""\ud83c""#, "1:2: no sound JSON: half of a surrogate pair"),
        (#""\udf3d\ud83c""#, "1:2: no sound JSON: half of a surrogate pair"),
        (#""\ud83c\u0041""#, "1:2: no sound JSON: half of a surrogate pair"),
        (#""\ud83cx""#, "1:2: no sound JSON: half of a surrogate pair"),
        ("\"a\tb\"", "1:3: no sound JSON: a control character inside of a text; write it as an escape"),
        ("\"\u{1F}\"", "1:2: no sound JSON: a control character inside of a text; write it as an escape"),
    ])
    func `unsound texts are refused with their place`(text: String, problem: String) throws {
        #expect(try Format.json.problem(text) == problem)
    }

    @Test(arguments: [
        ("[]", "[]"), ("{}", "{}"), ("[ ]", "[]"), ("{ }", "{}"), ("[[],{}]", "[[], {}]"), ("null", "null"),
        ("{\"a\":[1,{\"b\":null}]}", "{a: [#1, {b: null}]}"), ("\r\n\t 1 \t\r\n", "#1"), ("{\"\":1}", "{: #1}"),
    ])
    func `lists and objects hold values`(text: String, value: String) throws {
        #expect(try Format.json.read(text).text == value)
    }

    @Test(arguments: [
        ("", "1:1: no sound JSON: the file is empty"),
        (" \n ", "2:2: no sound JSON: a value was expected, and the file ends"),
        ("[1,]", "1:4: no sound JSON: a value was expected after ','; nothing stands behind the last one but ']'"),
        ("{\"a\":1,}", "1:8: no sound JSON: a name in double quotes was expected"),
        ("[,1]", "1:2: no sound JSON: a value was expected; texts stand in double quotes"),
        ("[1 2]", "1:4: no sound JSON: ',' or ']' was expected"),
        ("[1", "1:3: no sound JSON: ',' or ']' was expected"),
        ("{\"a\" 1}", "1:6: no sound JSON: ':' was expected"),
        ("{\"a\":1 \"b\":2}", "1:8: no sound JSON: ',' or '}' was expected"),
        ("{a:1}", "1:2: no sound JSON: a name in double quotes was expected"),
        ("{1:1}", "1:2: no sound JSON: a name in double quotes was expected"),
        ("[1}", "1:3: no sound JSON: ',' or ']' was expected"),
        ("[] []", "1:4: no sound JSON: the end of the file was expected"),
        ("{\"a\":1,\n\"b\":2,\n\"a\":3}", "3:1: the key 'a' is given twice; the first time in line 1"),
        ("{\"a\":1,\"\\u0061\":3}", "1:8: the key 'a' is given twice; the first time in line 1"),
        ("[1]\u{A0}", "1:4: no sound JSON: the end of the file was expected"),
    ])
    func `unsound lists and objects are refused with their place`(text: String, problem: String) throws {
        #expect(try Format.json.problem(text) == problem)
    }

    @Test(arguments: ["\n", "\r\n"])
    func `a value stands where it begins`(end: String) throws {
        let text = "\u{FEFF}{\"ä\": \"🌽\", \"b\":" + end + "\t[1," + end + "  {\"c\" : null}]}"
        #expect(
            try Format.json.read(text).places == [
                "{@1:1", "ä@1:2", "🌽@1:7", "b@1:12", "[@2:2", "1@2:3", "{@3:3", "c@3:4", "null@3:10",
            ]
        )
    }
}
