import MaizeDocuments
import MaizeWire
import SeededRandom
import Testing

@testable import MaizeCore

/// What is shown of a value can be given as an option again.
@Suite struct WordRoundTripTests {
    private func comesBack<Value: Codable & Sendable & Equatable>(_ value: Value) throws -> Bool {
        let parameter = Parameter<Value>()
        let words = ParameterWords.words(of: value)
        try parameter.setWords(words)
        if parameter.wrappedValue != value { Issue.record("\(value) became \(parameter.wrappedValue) by \(words)") }
        return parameter.wrappedValue == value
    }

    @Test func `values of every kind come back`() throws {
        #expect(try comesBack(-3) && comesBack(0.1) && comesBack(Float(0.1)) && comesBack(Double.infinity))
        #expect(try comesBack(true) && comesBack(UInt64.max) && comesBack(Shape.square) && comesBack(Grade.high))
        #expect(try comesBack(File("a b")) && comesBack([File("x")]) && comesBack(Marker(left: 2, name: "x=y")))
        #expect(try comesBack(["a": [1, 2]]) && comesBack(["a=b": "c"]) && comesBack([String: Int]()))
        #expect(
            try comesBack([[1], []]) && comesBack([Int]()) && comesBack(Set([1, 2])) && comesBack([Int?.some(1), nil])
        )
        #expect(try comesBack(Wordless.left) && comesBack([Wordless.right(by: 1)]))
        for text in ["1", "true", "null", "x", "[", "{}", "\"", "", "1e3", "-", ".5"] {
            #expect(try comesBack(JSONValue.string(text)) && comesBack([JSONValue.string(text)]))
        }
    }

    @Test func `random texts come back alone, in lists and in dictionaries`() throws {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededGenerator(seed: seed)
        let letters = Array("ab=,[]{}\"'\\ -\n\té1.")
        func text() -> String {
            String(
                (0..<Int.random(in: 0...4, using: &random)).map { _ in letters.randomElement(using: &random) ?? "a" }
            )
        }
        for _ in 0..<500 {
            let texts = (0..<Int.random(in: 0...3, using: &random)).map { _ in text() }
            #expect(try comesBack(texts), "seed \(seed)")
            #expect(try comesBack(Dictionary(texts.map { ($0, $0) }) { first, _ in first }), "seed \(seed)")
            #expect(try texts.allSatisfy { try comesBack($0) && comesBack(JSONValue.string($0)) }, "seed \(seed)")
        }
    }

    @Test(arguments: [
        (["a b", ""], "'a b' ''"), (["it's"], #"'it'\''s'"#), (["a\nb"], #"$'a\nb'"#),
        (["\u{1B}[1m"], #"$'\u001b[1m'"#),
        (["Köln"], "Köln"), (["a=1"], "a=1"), ([], "'[]'"),
    ])
    func `words are in quotes where a shell needs them`(value: [String], text: String) {
        #expect(ParameterWords.text(of: value) == text)
    }
}
