import MaizeCore
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
    @Test func `an enum without raw values has no choices`() {
        #expect(ParameterText.choices(of: Wordless.self) == [])
        #expect(ParameterText.choices(of: [Wordless?].self) == [])
        #expect(ParameterText.typeDescription(of: Wordless.self) == "a value of type Wordless")
    }

    @Test func `types are named in words`() {
        #expect(ParameterText.typeDescription(of: Int.self) == "a whole number")
        #expect(ParameterText.typeDescription(of: UInt8?.self) == "a whole number")
        #expect(ParameterText.typeDescription(of: Double.self) == "a number")
        #expect(ParameterText.typeDescription(of: Bool.self) == "true or false")
        #expect(ParameterText.typeDescription(of: String.self) == "a text")
        #expect(ParameterText.typeDescription(of: Shape.self) == "one of round, square")
        #expect(ParameterText.typeDescription(of: Grade.self) == "one of 1, 2")
        #expect(ParameterText.typeDescription(of: [Int].self) == "a list, each element a whole number")
        #expect(ParameterText.typeDescription(of: Pair.self) == "a value of type Pair")
        #expect(ParameterText.typeDescription(of: [String: Double].self) == "a value of type [String: Double]")
    }
}
