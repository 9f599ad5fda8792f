import MaizeWire
import Testing

/// JSON as values of types.
@Suite struct JSONDecodingTests {
    struct Molecule: Codable, Equatable {
        var name: String
        var mass: Double
        var charge: Int?
        var tags: [String] = []
    }

    enum Shape: Codable, Equatable {
        case point
        case circle(radius: Double)
    }

    enum Unit: String, Codable { case metre, second }

    class Base: Codable { var first = 1 }

    final class Derived: Base {
        var second = 2
        private enum Key: String, CodingKey { case second }
        init(first: Int, second: Int) {
            super.init()
            self.first = first
            self.second = second
        }
        required init(from decoder: any Decoder) throws {
            second = try decoder.container(keyedBy: Key.self).decode(Int.self, forKey: .second)
            try super.init(from: decoder)
        }
        override func encode(to encoder: any Encoder) throws {
            try super.encode(to: encoder)
            var fields = encoder.container(keyedBy: Key.self)
            try fields.encode(second, forKey: .second)
        }
    }

    @Test func `names are properties, in any order, and others are passed over`() throws {
        let text = #"{"tags":["a","b"],"more":{"x":[1]},"charge":-2,"mass":1e2,"name":"caf\u00e9\n"}"#
        let expected = Molecule(name: "café\n", mass: 100, charge: -2, tags: ["a", "b"])
        #expect(try JSON.decode(Molecule.self, text) == expected)
        #expect(try JSON.decode(Molecule.self, #"{"name":"","mass":1,"charge":null,"tags":[]}"#).charge == nil)
        #expect(try JSON.decode([String: Double].self, #"{"b":1,"a":2.5}"#) == ["a": 2.5, "b": 1])
        #expect(try JSON.decode([Int: [Int?]].self, #"{"7":[1,null]}"#) == [7: [1, nil]])
        #expect(try JSON.decode([Unit].self, #"["metre"]"#) == [.metre])
    }

    @Test func `any type is read as it was written`() throws {
        for shape in [Shape.point, .circle(radius: 0.1)] {
            #expect(try JSON.decode(Shape.self, JSON.encode(shape)) == shape)
        }
        let derived = try JSON.decode(Derived.self, JSON.encode(Derived(first: 7, second: 8)))
        #expect(derived.first == 7 && derived.second == 8)
        #expect(
            try JSON.encode(Molecule(name: "a\"/\\\u{1}", mass: 1)) == #"{"name":"a\"/\\\u0001","mass":1.0,"tags":[]}"#
        )
        #expect(try JSON.encode(["b": 1, "a": 2]) == #"{"a":2,"b":1}"#)
        #expect(try JSON.encode([UInt8(1), 2]) == "[1,2]")
        #expect(try JSON.encode(Int?.none) == "null")
    }

    @Test func `numbers are exact, or refused`() throws {
        #expect(try JSON.decode(Int.self, "\(Int.min)") == .min)
        #expect(try JSON.decode(Int.self, "\(Int.max)") == .max)
        #expect(try JSON.decode(UInt64.self, "\(UInt64.max)") == .max)
        #expect(try JSON.decode(Int128.self, "\(Int128.min)") == .min)
        #expect(try JSON.decode([Int].self, "[1.0, 1e3, -0, 12.5e1]") == [1, 1000, 0, 125])
        #expect(
            try JSON.decode([JSONValue].self, "[1, 1.0, \(UInt64.max)]") == [.integer(1), .number(1), .number(0x1p64)]
        )
        #expect(try JSON.decode(Float.self, "0.1") == 0.1)
        #expect(try JSON.decode(Double.self, "-0").sign == .minus)
        #expect(try JSON.problem(Int.self, "9223372036854775808")?.contains("a whole number from -9") == true)
        #expect(try JSON.problem(UInt8.self, "256") == "0: a whole number from 0 to 255 is expected, not 256")
        #expect(try JSON.problem(UInt8.self, "-1") == "0: a whole number from 0 to 255 is expected, not -1")
        #expect(try JSON.problem(Int.self, "1.5") == "0: a whole number is expected, not 1.5")
        #expect(try JSON.problem(Double.self, "1e400")?.hasPrefix("0: a number up to 1.79") == true)
        #expect(try JSON.problem(Float.self, "1e39")?.hasPrefix("0: a number up to 3.40") == true)
    }

    @Test(arguments: [
        (#"{"name":1,"mass":2}"#, "8: a text is expected for 'name', not 1"),
        (#"{"name":"a","mass":"2"}"#, #"19: a number is expected for 'mass', not the text "2""#),
        (#"{"name":"a"}"#, "0: the field 'mass' is missing"),
        (#"{"name":"a","mass":1,"tags":["x",{}]}"#, "33: a text is expected for 'tags[1]', not an object"),
        (#"{"name":"a","mass":1,"tags":{}}"#, "28: a list is expected for 'tags', not an object"),
        (#"[]"#, "0: an object is expected, not a list"),
        (#"{"name":"a","mass":true}"#, "19: a number is expected for 'mass', not true"),
        (#"{"name":"a","name":"b"}"#, "12: the key 'name' is given twice"),
        (#"{"name":"a","mass":1,"#, "21: no sound JSON: a name in double quotes was expected"),
    ])
    func `what does not fit is told with its place`(text: String, problem: String) throws {
        #expect(try JSON.problem(Molecule.self, text) == problem)
    }

    @Test func `what a type itself finds wrong is told with its place`() throws {
        #expect(try JSON.problem([Unit].self, #"["metre", "mile"]"#)?.hasPrefix("10: no Unit for '[1]': ") == true)
    }

    @Test func `names that occur twice are found among few and among many, however they are written`() throws {
        for count in [2, 9, 500] {
            let names = (0..<count).map { "\"n\($0)\":1" }
            #expect(try JSON.decode([String: Int].self, "{\(names.joined(separator: ","))}").count == count)
            let twice = "{\((names + [#""n1":2"#]).joined(separator: ","))}"
            #expect(try JSON.problem([String: Int].self, twice)?.contains("'n1' is given twice") == true)
            let escaped = "{\((names + [#""\u006e1":2"#]).joined(separator: ","))}"
            #expect(try JSON.problem([String: Int].self, escaped)?.contains("'n1' is given twice") == true)
        }
    }

    @Test func `deep nesting is refused, not suffered`() throws {
        let deep = String(repeating: "[", count: 5_000_000)
        #expect(try JSON.problem(JSONValue.self, deep) == "256: nested deeper than 256 levels")
        let sound = String(repeating: "[", count: 256) + String(repeating: "]", count: 256)
        #expect(try JSON.encode(JSON.decode(JSONValue.self, sound)) == sound)
    }

    /// Keeps its decoder.
    struct Keeping: Decodable {
        let decoder: any Decoder
        init(from decoder: any Decoder) throws {
            self.decoder = decoder
        }
    }

    @Test func `a decoder that is used too late throws`() throws {
        let decoder = JSONItemDecoder("line")
        let kept = try Array("[1]".utf8).withUnsafeBytes { try decoder.decode(Keeping.self, from: $0) }
        #expect(throws: JSONProblem.self) { try kept.decoder.unkeyedContainer() }
        #expect(try Array("[1]".utf8).withUnsafeBytes { try decoder.decode([Int].self, from: $0) } == [1])
        #expect(throws: JSONProblem.self) { try kept.decoder.unkeyedContainer() }
    }

    @Test func `numbers that JSON lacks are refused, or texts`() throws {
        #expect(throws: EncodingError.self) { try JSON.encode([1, Double.nan]) }
        let encoder = JSONItemEncoder(specialNumbers: .texts)
        #expect(try JSON.encode([Double.infinity, -.infinity, .nan], encoder) == #"["inf","-inf","nan"]"#)
        #expect(try JSON.encode(Float.infinity, encoder) == #""inf""#)
    }
}
