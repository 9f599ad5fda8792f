import MaizeDocuments
import Testing

@testable import MaizeFormats

/// What is no TOML, with its place and what was expected there.
@Suite struct TOMLRefusalTests {
    @Test(arguments: [
        "01", "-01", "00", "1.", ".5", "1e", "1e+", "1.e1", "_1", "1_", "1__0", "1_.0", "1._0", "1e_1", "0x", "0xG",
        "0x_1", "0x1_", "+0x1", "-0x1", "0X1", "0b2", "0o8", "NaN", "Infinity", "True", "FALSE", "null", "yes", "a",
        "1 2", "--1", "1-", "0x1p3", "1,5", "٣", "é", "$1", "1e5.5", "0.0.1", "inf1", "infinity",
        "1979-13-01", "1979-00-01", "1979-02-29", "1900-02-29", "1979-05-32", "1979-5-27", "1979-05-27T", "24:00:00",
        "07:60:00", "07:32:61", "07:32", "1979-05-27T07:32", "07:32:00.", "1979-05-27T07:32:00+25:00",
        "1979-05-27T07:32:00+0700", "1979-05-27T07:32:00ZZ", "07:32:00Z", "1979-05-27  07:32:00", "1979-05-27_07:32:00",
        "9223372036854775808999", "-9223372036854775809", "0x1FFFFFFFFFFFFFFFF",
    ])
    func `other words are refused`(word: String) throws {
        let problem = try #require(try Format.toml.problem("a = \(word)"))
        #expect(problem.hasPrefix("1:5: no sound TOML: ") || problem.contains("the end of the line was expected"))
        #expect(try Format.toml.problem("a = [\(word)]")?.contains("no sound TOML: ") ?? (word == "1,5"))
    }

    @Test(arguments: [
        ("a", "1:2: no sound TOML: '=' was expected after the key 'a'"),
        ("a: 1", "1:2: no sound TOML: '=' was expected after the key 'a'"),
        ("a b = 1", "1:3: no sound TOML: '=' was expected after the key 'a'"),
        (
            " = 1",
            "1:2: no sound TOML: a key was expected; one of other characters than letters, digits, - and _ stands in"
                + " quotes"
        ),
        (
            "a. = 1",
            "1:4: no sound TOML: a key was expected after '.'; one of other characters than letters, digits, - and _"
                + " stands in quotes"
        ),
        (
            "[]",
            "1:2: no sound TOML: a key was expected after '['; one of other characters than letters, digits, - and _"
                + " stands in quotes"
        ),
        (
            "[[a.]]",
            "1:5: no sound TOML: a key was expected after '.'; one of other characters than letters, digits, - and _"
                + " stands in quotes"
        ),
        ("a = ", "1:5: no sound TOML: a value was expected; a text stands in quotes"),
        ("a =\n1", "1:4: no sound TOML: a value was expected; a text stands in quotes"),
        ("a = hello", "1:5: no sound TOML: a value was expected; a text stands in quotes"),
        ("a = True", "1:5: no sound TOML: 'True' is no value; true and false are written in lower case"),
        ("a = null", "1:5: no sound TOML: 'null' is no value; for nothing, leave the key out"),
        (
            "a = 010",
            "1:5: no sound TOML: a value was expected; a number is written like 10, 1_000, -0.5, 1e-3 or 0x1F, and a text"
                + " stands in quotes"
        ),
        (
            "a = 2023-02-30",
            "1:5: no sound TOML: this is no date or time; one is written 1979-05-27, 07:32:00 or"
                + " 1979-05-27T07:32:00Z"
        ),
        (
            "a = 99999999999999999999",
            "1:5: no sound TOML: this is too large for a whole number"
        ),
        ("a = 1 b = 2", "1:7: no sound TOML: the end of the line was expected; each key has a line of its own"),
        ("[a] b = 2", "1:5: no sound TOML: the end of the line was expected; each key has a line of its own"),
        ("[a", "1:3: no sound TOML: ']' was expected"),
        ("[[a]", "1:5: no sound TOML: ']]' was expected"),
        ("[[a] ]", "1:5: no sound TOML: ']]' was expected"),
        ("[a]]", "1:4: no sound TOML: the end of the line was expected; each key has a line of its own"),
        ("a = [1 2]", "1:8: no sound TOML: ',' or ']' was expected"),
        ("a = [1", "1:7: no sound TOML: ',' or ']' was expected"),
        ("a = [,1]", "1:6: no sound TOML: a value was expected; a text stands in quotes"),
        ("a = {b = 1", "1:11: no sound TOML: '}' was expected: what stands in braces stands on one line"),
        ("a = {\nb = 1}", "1:6: no sound TOML: '}' was expected: what stands in braces stands on one line"),
        (
            "a = {b = 1, }",
            "1:13: no sound TOML: a key was expected after ','; nothing stands behind the last value but '}'"
        ),
        ("a = {b = 1 c = 2}", "1:12: no sound TOML: ',' or '}' was expected"),
        ("a = \"b", "1:5: no sound TOML: a text does not end on its line; one of several lines stands in three quotes"),
        (
            "a = 'b\n'",
            "1:5: no sound TOML: a text does not end on its line; one of several lines stands in three quotes"
        ),
        ("a = \"\"\"b\n\"\"", "1:5: no sound TOML: a text does not end"),
        ("a = \"\\x41\"", "1:6: no sound TOML: an unknown escape; in single quotes a backslash stands for itself"),
        ("a = \"\\", "1:6: no sound TOML: an unknown escape; in single quotes a backslash stands for itself"),
        ("a = \"\\u12\"", "1:6: no sound TOML: 4 hexadecimal digits were expected in an escape"),
        ("a = \"\\ud83c\"", "1:6: no sound TOML: an escape of no character"),
        ("a = \"\\U00110000\"", "1:6: no sound TOML: an escape of no character"),
        (
            "a = \"\u{1}\"",
            "1:6: no sound TOML: a control character inside of a text; write it as an escape, in double quotes"
        ),
        (
            "a = '\u{7F}'",
            "1:6: no sound TOML: a control character inside of a text; write it as an escape, in double quotes"
        ),
        ("# \u{1}", "1:3: no sound TOML: a control character inside of a comment"),
        (
            "a = 1\rb = 2",
            "1:6: no sound TOML: a carriage return that ends no line; write it as \\r in a text in double quotes"
        ),
        ("\"\"\"a\"\"\" = 1", "1:3: no sound TOML: '=' was expected after the key ''"),
        (
            "a = \"\"\"b\"\"\"\"\"\"",
            "1:14: no sound TOML: the end of the line was expected; each key has a line of its own"
        ),
    ])
    func `unsound lines are refused with their place`(text: String, problem: String) throws {
        #expect(try Format.toml.problem(text) == problem)
    }

    @Test(arguments: [
        ("a = 1\n\na = 2", "3:1: the key 'a' was given in line 1 already"),
        ("a = {b = 1, 'b' = 2}", "1:13: the key 'b' was given in line 1 already"),
        ("a.b = 1\na = 2", "2:1: the key 'a' was given in line 1 already"),
        ("[a]\nb = 1\n[a]", "3:2: the table 'a' was made in line 1 already; its lines stand together"),
        ("a.b = 1\n[a]", "2:2: the table 'a' was made in line 1 already; its lines stand together"),
        ("[a]\nb.c = 1\n[a.b]", "3:4: the table 'b' was made in line 2 already; its lines stand together"),
        ("a = 1\n[a]", "2:2: 'a' has its whole value since line 1; nothing is added to it"),
        ("a = 1\na.b = 1", "2:1: 'a' has its whole value since line 1; nothing is added to it"),
        ("a = {}\n[a.b]", "2:2: 'a' has its whole value since line 1; nothing is added to it"),
        ("a = {b = {}, b.c = 1}", "1:14: 'b' has its whole value since line 1; nothing is added to it"),
        ("a = []\n[[a]]", "2:3: 'a' has its whole value since line 1; nothing is added to it"),
        ("a = [{}]\n[a.b]", "2:2: 'a' has its whole value since line 1; nothing is added to it"),
        ("[[a]]\n[a]", "2:2: 'a' is a list since line 1; another element begins with [[…]]"),
        ("[a]\n[[a]]", "2:3: 'a' is a table since line 1, and no list of tables"),
        ("[a.b]\n[[a]]", "2:3: 'a' is a table since line 1, and no list of tables"),
        ("[a.b]\n[a]\nb.c = 1", "3:1: the table 'b' was made in line 1, and only the lines there add to it"),
        (
            "[a]\nb.c = 1\n[a.d]\n[e]\n[a.b.f]\n[a.b]",
            "6:4: the table 'b' was made in line 2 already; its lines stand together"
        ),
        ("a.b = 1\n[a.c]\n[x]\n[a.c]", "4:4: the table 'c' was made in line 2 already; its lines stand together"),
        ("[[a.b]]\n[a]\nb.c = 1", "3:1: 'b' has its whole value since line 1; nothing is added to it"),
        ("[a]\nb = 1\n[a.b]", "3:4: 'b' has its whole value since line 2; nothing is added to it"),
    ])
    func `what was made whole is not made again`(text: String, problem: String) throws {
        #expect(try Format.toml.problem(text) == problem)
    }

    @Test func `limits hold for headers, dotted keys and brackets`() throws {
        let deep = Array(repeating: "a", count: 99).joined(separator: ".")
        #expect(try Format.toml.problem("[\(deep)]") == nil)
        #expect(try Format.toml.problem("\(deep).a = 1") == nil)
        #expect(try Format.toml.problem("[\(deep).a]") == "1:200: nested deeper than 100 levels")
        #expect(try Format.toml.problem("\(deep) = {a.b = 1}") == "1:202: nested deeper than 100 levels")
        #expect(try Format.toml.problem("[[\(deep)]]") == "1:199: nested deeper than 100 levels")
        let lists = String(repeating: "[", count: 99)
        #expect(try Format.toml.problem("a = " + lists + "1" + lists.replacing("[", with: "]")) == nil)
        #expect(try Format.toml.problem("a = [" + lists) == "1:104: nested deeper than 100 levels")
        let values = "a = [" + String(repeating: "1,", count: 500_000) + "]"
        #expect(try Format.toml.problem(values) == "1:1000002: more than 500000 values")
    }
}
