import MaizeCore
import MaizeWire
import Testing

enum Shape: String, Codable, CaseIterable, Sendable { case round, square }
enum Grade: Int, Codable, CaseIterable, Sendable { case low = 1, high = 2 }
/// Its cases are written with named parts, so that no word stands for one.
enum Wordless: Codable, CaseIterable, Sendable { case left, right }
struct Pair: Codable, Sendable {
    var left = 1
    var right = 2
}

@Suite struct ParameterTextTests {
    private func decode<Value: Decodable>(_ type: Value.Type, _ text: String) -> Value? {
        try? ParameterText.decode(type, from: text)
    }

    @Test func `numbers are read whole or not at all`() {
        #expect(decode(Int.self, "-12") == -12)
        #expect(decode(UInt8.self, "255") == 255)
        #expect(decode(Double.self, "1e3") == 1000)
        #expect(decode(Float.self, "0.5") == 0.5)
        for text in ["", " 1", "1 ", "1.0", "1e3", "0x10", "one", "9223372036854775808"] {
            #expect(decode(Int.self, text) == nil, "\(text)")
        }
        #expect(decode(UInt8.self, "256") == nil)
        #expect(decode(UInt.self, "-1") == nil)
        #expect(decode(Double.self, "1,5") == nil)
    }

    @Test func `where any kind will do, digits are a number and truth has one word`() {
        let kinds: [(String, JSONValue)] = [
            ("1", .integer(1)), ("0", .integer(0)), ("-2.5", .number(-2.5)), ("1e3", .number(1000)),
            ("true", .bool(true)),
            ("false", .bool(false)), ("yes", .string("yes")), ("nan", .string("nan")), ("0x1p3", .string("0x1p3")),
            ("", .string("")), ("e", .string("e")), ("a,b", .string("a,b")),
        ]
        for (text, value) in kinds { #expect(decode(JSONValue.self, text) == value, "\(text)") }
        #expect(decode([JSONValue].self, "1,on") == [.integer(1), .string("on")])
        #expect(decode(JSONValue?.self, "1") == .integer(1))
    }

    @Test func `Booleans have four words each, in any case`() {
        for text in ["true", "YES", "on", "1"] { #expect(decode(Bool.self, text) == true) }
        for text in ["False", "no", "off", "0"] { #expect(decode(Bool.self, text) == false) }
        for text in ["", "2", "t"] { #expect(decode(Bool.self, text) == nil) }
    }

    @Test func `a text is taken as it is`() {
        for text in ["", " a ", "a,b", "1"] { #expect(decode(String.self, text) == text) }
    }

    @Test func `enums are read by their raw values`() {
        #expect(decode(Shape.self, "square") == .square)
        #expect(decode(Grade.self, "2") == .high)
        #expect(decode(Shape.self, "Square") == nil)
        #expect(decode(Grade.self, "3") == nil)
    }

    @Test func `lists have commas`() {
        #expect(decode([Int].self, "1,2,3") == [1, 2, 3])
        #expect(decode([String].self, "a,,b") == ["a", "", "b"])
        #expect(decode([Int].self, "") == [])
        #expect(decode([Shape].self, "round") == [.round])
        #expect(decode(Set<Int>.self, "3,3") == [3])
        #expect(decode([Int].self, "1,,2") == nil)
        #expect(decode([Int].self, "1,x") == nil)
    }

    @Test func `an optional is read as what it wraps`() {
        #expect(decode(Int?.self, "4") == .some(4))
        #expect(decode([Double?].self, "1,2") == [1, 2])
    }

    @Test func `what has no form as one text says so`() {
        for body in [
            { _ = try ParameterText.decode(Pair.self, from: "1") },
            { _ = try ParameterText.decode([[Int]].self, from: "1,2") },
            { _ = try ParameterText.decode([String: Int].self, from: "a") },
        ] {
            let error = #expect(throws: ParameterText.Mismatch.self) { try body() }
            #expect(error?.detail?.contains("unsupported") == true)
        }
    }

    @Test func `an enum without raw values has no choices, and how to give it some is told`() {
        #expect(ParameterText.choices(of: Wordless.self) == [])
        #expect(ParameterText.choices(of: [Wordless?].self) == [])
        #expect(ParameterText.typeDescription(of: Wordless.self) == "a value of type Wordless")
        let error = #expect(throws: ParameterText.Mismatch.self) {
            try ParameterText.decode(Wordless?.self, from: "left")
        }
        #expect(error?.detail == "unsupported: its cases have no texts; declare it as `enum Wordless: String`")
    }

    @Test func `types are named in words`() {
        #expect(ParameterText.typeDescription(of: Int.self) == "a whole number")
        #expect(ParameterText.typeDescription(of: UInt8?.self) == "a whole number")
        #expect(ParameterText.typeDescription(of: Double.self) == "a number")
        #expect(ParameterText.typeDescription(of: Bool.self) == "true or false")
        #expect(ParameterText.typeDescription(of: String.self) == "a text")
        #expect(ParameterText.typeDescription(of: Shape.self) == "one of round, square")
        #expect(ParameterText.typeDescription(of: Grade.self) == "one of 1, 2")
        #expect(ParameterText.typeDescription(of: Pair.self) == "a value of type Pair")
        #expect(ParameterText.typeDescription(of: [String: Double].self) == "a value of type [String: Double]")
    }

    @Test func `a value's text is read back as the value`() {
        #expect(decode(Double.self, ParameterText.text(of: 0.1)) == 0.1)
        #expect(decode([Int].self, ParameterText.text(of: [1, 2])) == [1, 2])
        #expect(decode([Shape].self, ParameterText.text(of: [Shape.round, .square])) == [.round, .square])
        #expect(decode(Grade.self, ParameterText.text(of: Grade.high)) == .high)
        #expect(decode(Int?.self, ParameterText.text(of: Int?.some(3))) == 3)
        #expect(ParameterText.text(of: Shape?.some(.round)) == "round")
    }
}
