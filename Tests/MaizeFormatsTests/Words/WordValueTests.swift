import MaizeCore
import MaizeDocuments
import MaizeWire
import Testing

enum Shape: String, Codable, CaseIterable, Sendable { case round, square }
enum Grade: Int, Codable, CaseIterable, Sendable { case low = 1, high = 2 }
/// Its cases are written with named parts, so that no word stands for one.
enum Wordless: Codable, Sendable, Equatable { case left, right(by: Int) }
struct Marker: Codable, Sendable, Equatable {
    var left = 1
    var name: String?
}

/// Words of a command line as values of parameters.
@Suite struct WordValueTests {
    private func decode<Value: Codable & Sendable>(_ type: Value.Type, _ words: [String]) -> Value? {
        let parameter = Parameter<Value?>()
        return if case .success = Result(catching: { try parameter.setWords(words) }) { parameter.wrappedValue } else {
            nil
        }
    }

    private func decode<Value: Codable & Sendable>(_ type: Value.Type, _ word: String) -> Value? {
        decode(type, [word])
    }

    private func problem<Value: Codable & Sendable>(_ type: Value.Type, _ words: String...) -> String? {
        let parameter = Parameter<Value>()
        do {
            try parameter.setWords(words)
            return nil
        } catch {
            return error.message
        }
    }

    @Test func `numbers are written as in files`() {
        #expect(decode(Int.self, "-12") == -12)
        #expect(decode(Int.self, "0x1F") == 31 && decode(Int.self, "0o17") == 15)
        #expect(decode(UInt8.self, "255") == 255)
        #expect(decode(Double.self, "1e3") == 1000 && decode(Double.self, "-.inf") == -.infinity)
        #expect(decode(Float.self, "0.5") == 0.5)
        #expect(problem(Int.self, "") == "a whole number is expected, not \"\"")
        #expect(problem(Int.self, "1.0") == "a whole number is expected, not \"1.0\"")
        #expect(problem(Int.self, "1e3") == "a whole number is expected, not \"1e3\"")
        #expect(problem(UInt8.self, "256") == "a whole number from 0 to 255 is expected, not \"256\"")
        #expect(problem(UInt.self, "-1")?.hasPrefix("a whole number from 0 to 18446744073709551615 is") == true)
        #expect(problem(Double.self, "1,5") == "a number is expected, not \"1,5\"")
    }

    @Test func `a text is taken as it is`() {
        for text in ["", " a ", "a,b", "1", "null", "[x", "{", "\"", "--x", "a=b"] {
            #expect(decode(String.self, text) == text)
        }
    }

    @Test func `truth has three words each, in any case`() {
        for text in ["true", "YES", "on"] { #expect(decode(Bool.self, text) == true) }
        for text in ["False", "no", "off"] { #expect(decode(Bool.self, text) == false) }
        #expect(problem(Bool.self, "2") == "true or false is expected, not \"2\"")
    }

    @Test func `choices are the raw values of an enum, and the nearest one is told`() {
        #expect(decode(Shape.self, "square") == .square)
        #expect(decode(Grade.self, "2") == .high)
        #expect(
            problem(Shape.self, "squaer") == "one of round, square is expected, not \"squaer\"; did you mean 'square'?"
        )
        #expect(problem(Grade.self, "3")?.hasPrefix("one of 1, 2 is expected, not \"3\"") == true)
    }

    @Test func `a list takes a word for each element, or one word of JSON`() {
        #expect(decode([Int].self, ["1", "-2", "3"]) == [1, -2, 3])
        #expect(decode([Int].self, "[1, 2]") == [1, 2] && decode([Int].self, "[]") == [])
        #expect(decode([String].self, ["a,b", "", "[c", "d"]) == ["a,b", "", "[c", "d"])
        #expect(decode([String].self, #"["[c"]"#) == ["[c"])
        #expect(decode(Set<Int>.self, ["3", "3"]) == [3])
        #expect(decode([Shape].self, "round") == [.round])
        #expect(decode([[Int]].self, ["[1]", "[2,3]"]) == [[1], [2, 3]] && decode([[Int]].self, "[[1]]") == [[1]])
        #expect(decode([UInt8].self, ["0x48", "105"]) == [0x48, 105])
        #expect(
            problem([Int].self, "1,2")
                == "a whole number is expected, not \"1,2\"; write a word for each, with blanks between"
        )
        #expect(problem([Int].self, "1", "x") == "a whole number is expected, not \"x\"")
        #expect(
            problem([Int].self, "[1,\"x\"]")?.hasPrefix("a whole number is expected, not the text \"x\" in ") == true
        )
        #expect(problem([String].self, "[c")?.hasSuffix("what begins with [ is JSON here") == true)
    }

    @Test func `a dictionary takes a word for each name, or one word of JSON`() {
        #expect(decode([String: Int].self, ["a=1", "b=-2"]) == ["a": 1, "b": -2])
        #expect(decode([String: String].self, ["a=b=c", "d="]) == ["a": "b=c", "d": ""])
        #expect(decode([String: Int].self, #"{"a": 1}"#) == ["a": 1] && decode([String: Int].self, "{}") == [:])
        #expect(decode([Int: Double].self, ["1=0.5"]) == [1: 0.5])
        #expect(decode([String: [Int]].self, ["a=[1,2]"]) == ["a": [1, 2]])
        #expect(problem([String: Int].self, "a=1", "a=2") == "'a' is given twice; each name may have one value")
        #expect(problem([String: Int].self, "a") == "name=value is expected, not \"a\"")
        #expect(problem([String: Int].self, "=1") == "name=value is expected, not \"=1\"")
        #expect(problem([String: Int].self, "a=x") == "a whole number is expected, not \"x\"")
    }

    @Test func `a type with fields takes a word for each, or one word of JSON`() {
        #expect(decode(Marker.self, ["left=3", "name=Bo=b"]) == Marker(left: 3, name: "Bo=b"))
        #expect(decode(Marker.self, #"{"left": 4}"#) == Marker(left: 4))
        #expect(decode(Wordless.self, #"{"left": {}}"#) == .left)
        #expect(decode(Wordless.self, #"right={"by":2}"#) == .right(by: 2))
        #expect(problem(Marker.self, "left=3", "nme=x") == "unknown key 'nme'")
        #expect(problem(Marker.self, "name=x") == "the key 'left' is missing")
    }

    @Test func `where any kind will do, digits are a number and JSON is JSON`() {
        let kinds: [(String, JSONValue)] = [
            ("1", .integer(1)), ("-2.5", .number(-2.5)), ("1e3", .number(1000)), ("true", .bool(true)),
            ("yes", .string("yes")), ("nan", .string("nan")), ("", .string("")), ("a,b", .string("a,b")),
            ("[1, null]", .array([.integer(1), .null])), ("\"1\"", .string("1")), ("{}", .object([:])),
        ]
        for (text, value) in kinds { #expect(decode(JSONValue.self, text) == value, "\(text)") }
        #expect(decode([JSONValue].self, ["1", "on"]) == [.integer(1), .string("on")])
        #expect(decode(JSONValue?.self, "1") == .integer(1))
        // Of something optional, no value.
        #expect(decode(JSONValue.self, "null") == nil)
    }

    @Test func `a secret value is in no message`() {
        let token = Parameter<[String: Int]>(secret: true)
        for words in [["canary"], ["a=canary"], ["canary=1", "canary=2"], ["{canary"]] {
            let error = #expect(throws: WorkflowError.self) { try token.setWords(words) }
            #expect(error?.message.contains("canary") == false)
            #expect(error?.message.contains("is expected; the value is secret and not shown") == true)
        }
    }
}
