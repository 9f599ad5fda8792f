import Foundation
import SeededRandom
import Testing

@testable import MaizeDocuments
@testable import MaizeFormats
import MaizeWire

private enum Figure: Codable, Equatable {
    case circle(radius: Double)
    case polygon([Place2D])
    case nothing
}

private struct Place2D: Codable, Hashable {
    var x: Double
    var y: Float = 0.1
    var label: String?
}

private enum Colour: String, Codable, CodingKeyRepresentable { case red, green }

private struct Everything: Codable, Equatable {
    var small: Int8 = -128
    var large: UInt64 = .max
    var bytes: [UInt8] = [0, 255]
    var numbers: [Double] = [0.1, 1e300, .leastNonzeroMagnitude, -0.0, .infinity]
    var text = "no: 'x' \u{0} 🌽\n"
    var flag = true
    var missing: Int?
    var shapes: [Figure] = [.circle(radius: 1), .polygon([Place2D(x: 1), Place2D(x: 2, label: "1e3")]), .nothing]
    var byName: [String: [Int]] = ["b": [1], "a": []]
    var byNumber: [Int: String] = [2: "two", 1: "one"]
    var byColour: [Colour: Int] = [.red: 1, .green: 2]
    var json: JSONValue = .object(["a": .array([.null, .integer(1), .number(2.5), .string("3")])])
    var data = Data([1, 2])
    var date = Date(timeIntervalSinceReferenceDate: 1.25)
    var link = URL(string: "https://example.org/a")
}

/// Values of any type as documents, in every format.
@Suite struct DocumentEncoderTests {
    private func roundTrip<Value: Codable & Equatable>(_ value: Value, as format: DocumentFormat) throws -> Value {
        let text = try format.text(of: DocumentEncoder.encode(["value": value]))
        let document = try DocumentValue.read(SourceText(bytes: Array(text.utf8)), as: format)
        return try #require(try DocumentDecoder(document).decode([String: Value].self)["value"])
    }

    @Test(arguments: DocumentFormat.allCases)
    func `a value is the same after it was written and read`(format: DocumentFormat) throws {
        var value = Everything()
        if format == .json { value.numbers.removeLast() }
        if format == .toml { value.json = .array([.integer(1)]) }
        #expect(try roundTrip(value, as: format) == value)
    }

    @Test func `names of dictionaries have an order, fields that of their type`() throws {
        let text = try DocumentFormat.yaml.text(of: DocumentEncoder.encode(["d": ["z": 1, "a": 2, "m": 3]]))
        #expect(text == "d: {a: 2, m: 3, z: 1}\n")
        #expect(
            try DocumentFormat.yaml.text(of: DocumentEncoder.encode(Place2D(x: 2, label: "yes")))
                == "x: 2.0\n\"y\": 0.1\nlabel: \"yes\"\n"
        )
    }

    @Test(arguments: 0..<10 as Range<UInt64>)
    func `numbers keep their value`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let doubles = (0..<200).map { _ in Double(bitPattern: UInt64.random(in: 0...UInt64.max, using: &generator)) }
            .filter(\.isFinite)
        let floats = (0..<200).map { _ in Float(bitPattern: UInt32.random(in: 0...UInt32.max, using: &generator)) }
            .filter(\.isFinite)
        for format in DocumentFormat.allCases {
            #expect(try roundTrip(doubles, as: format) == doubles, "seed \(seed)")
            #expect(try roundTrip(floats, as: format) == floats, "seed \(seed)")
        }
    }
}
