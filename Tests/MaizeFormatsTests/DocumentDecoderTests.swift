import MaizeWire
import Testing

@testable import MaizeFormats
import MaizeDocuments

/// Values of a file as what a parameter takes.
@Suite struct DocumentDecoderTests {
    struct Point: Codable, Equatable {
        var x: Int
        var y: Double?
        var label: String?

        enum CodingKeys: String, CodingKey, CaseIterable { case x, y, label }
    }
    struct Shape: Codable, Equatable {
        var points: [Point]
        var colour: Colour
    }
    enum Colour: String, Codable, CaseIterable { case red, green = "grün" }
    enum Level: Int, Codable { case low = 1 }
    enum Choice: Codable, Equatable {
        case none
        case some(Int)
    }

    /// The value of a text; what is wrong with it, with its place, as `1:2: …`.
    private func decode<Value: Decodable>(
        _ text: String,
        as type: Value.Type,
        _ format: Format = .yaml
    ) throws -> Value {
        try DocumentDecoder(try format.read(text)).decode(type)
    }

    private func problem<Value: Decodable>(
        _ text: String,
        as type: Value.Type,
        _ format: Format = .yaml
    ) throws -> String? {
        do {
            _ = try decode(text, as: type, format)
            return nil
        } catch let error as ValueError {
            return error.position.text + ": " + error.message
        }
    }

    @Test func `structures, lists and dictionaries nest`() throws {
        let shape = try decode("{points: [{x: 1}, {x: 2, y: 3, label: 5}], colour: grün}", as: Shape.self)
        #expect(shape == Shape(points: [Point(x: 1), Point(x: 2, y: 3, label: "5")], colour: .green))
        #expect(try decode("{a: [1, 2], b: []}", as: [String: [Int8]].self) == ["a": [1, 2], "b": []])
        #expect(try decode("{1: a, 2: b}", as: [Int: String].self) == [1: "a", 2: "b"])
        #expect(try decode("[[1, ~], []]", as: [[Int?]].self) == [[1, nil], []])
        #expect(try decode("[3, 5]", as: Range<Int>.self) == 3..<5)
        #expect(try decode("{some: {_0: 4}}", as: Choice.self) == .some(4))
        #expect(try decode("~", as: Int?.self) == nil)
    }

    @Test func `what is wrong is told with the place of the inner value`() throws {
        let text = "points:\n- {x: 1}\n- {x: two}\ncolour: red"
        #expect(try problem(text, as: Shape.self) == "3:7: a whole number is expected, not two")
        #expect(try problem("[[1],\n [2, x]]", as: [[Int]].self) == "2:6: a whole number is expected, not x")
        #expect(
            try problem("{a: 1, b: {c: 1}}", as: [String: Int].self)
                == "1:11: a whole number is expected, not a mapping"
        )
        #expect(try problem("[1, ~]", as: [Int].self) == "1:5: a whole number is expected, not null")
        #expect(try problem("[5, 3]", as: Range<Int>.self)?.hasPrefix("1:1: no Range<Int>: ") == true)
    }

    @Test func `an unknown key is refused, with the nearest where the type tells its keys`() throws {
        #expect(try problem("{x: 1, labl: a}", as: Point.self) == "1:8: unknown key 'labl'; did you mean 'label'?")
        #expect(try problem("{x: 1, q: a}", as: Point.self)?.hasPrefix("1:8: unknown key 'q'") == true)
        #expect(try problem("{points: [], colour: red, z: 1}", as: Shape.self) == "1:27: unknown key 'z'")
    }

    @Test func `a missing key is named`() throws {
        #expect(try problem("- {y: 1}", as: [Point].self) == "1:3: the key 'x' is missing")
    }

    @Test func `lists and mappings are told from single values`() throws {
        #expect(try problem("1", as: [Int].self) == "1:1: a list is expected, not 1")
        #expect(try problem("{a: 1}", as: [Int].self) == "1:1: a list is expected, not a mapping")
        #expect(try problem("[1]", as: Point.self) == "1:1: a mapping is expected, not a list")
        #expect(try problem("[1]", as: String.self) == "1:1: a text is expected, not a list")
        #expect(try problem("{a: 1}", as: Bool.self) == "1:1: true or false is expected, not a mapping")
    }

    @Test func `the values of an enumeration are listed`() throws {
        #expect(try problem("blue", as: Colour.self) == "1:1: one of red, grün is expected, not blue")
        #expect(try problem("blue", as: Colour?.self) == "1:1: one of red, grün is expected, not blue")
        #expect(try decode("1", as: Level.self) == .low)
        #expect(try problem("2", as: Level.self)?.hasPrefix("1:1: no Level: ") == true)
        #expect(try problem("{other: {}}", as: Choice.self) == "1:2: unknown key 'other'")
    }

    @Test func `a plain word of YAML is a text where one is wanted, a literal of JSON is not`() throws {
        #expect(try decode("2024", as: String.self) == "2024")
        #expect(try decode("true", as: String.self) == "true")
        #expect(try problem("2024", as: String.self, .json) == "1:1: a text is expected, not 2024")
        #expect(
            try problem("\"2024\"", as: Int.self, .json) == "1:1: a whole number is expected, not the text \"2024\""
        )
        #expect(try problem("'2024'", as: Int.self) == "1:1: a whole number is expected, not the text \"2024\"")
        #expect(try problem("'yes'", as: Bool.self) == "1:1: true or false is expected, not the text \"yes\"")
    }

    @Test func `long values are cut in messages`() throws {
        let problem = try problem("'" + String(repeating: "x", count: 1000) + "'", as: Int.self)
        #expect(problem?.hasSuffix("not the text \"" + String(repeating: "x", count: 40) + "…\"") == true)
    }

    @Test func `a value of open type is what its characters say`() throws {
        let text = "{a: 1, b: [1.5, 0x1F, yes, 'true', True, ~, .inf], c: {d: e}}"
        #expect(
            try decode(text, as: JSONValue.self)
                == .object([
                    "a": .integer(1),
                    "b": .array([
                        .number(1.5), .integer(31), .string("yes"), .string("true"), .bool(true), .null,
                        .number(.infinity),
                    ]),
                    "c": .object(["d": .string("e")]),
                ])
        )
        #expect(try decode("[1, 2.0, \"1\"]", as: [JSONValue].self, .json) == [.integer(1), .number(2), .string("1")])
    }
}
