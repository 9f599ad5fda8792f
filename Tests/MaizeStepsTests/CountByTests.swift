@testable import MaizeSteps
import Maize
import MaizeTesting
import Testing

@Suite(.timeLimit(.minutes(10))) struct CountByTests {
    private func counts(of items: [String]) throws -> [String] {
        try NodeRig(CountBy.self).feed(\.inp, items).run().items(of: \.out)
    }

    @Test(arguments: [
        ([], []), ([""], ["      1 "]), (["b", "a", "b"], ["      1 a", "      2 b"]),
        // Equal as strings of Swift, but not as bytes.
        (["\u{E9}", "e\u{301}"], ["      1 e\u{301}", "      1 \u{E9}"]),
        (["a", "ab", "", "a"], ["      1 ", "      2 a", "      1 ab"]),
    ])
    func `equal items are counted, in the order of their bytes`(items: [String], lines: [String]) throws {
        #expect(try counts(of: items).map { Array($0.utf8) } == lines.map { Array($0.utf8) })
    }

    @Test func `the lines are those of uniq`() throws {
        let files = try TestRun()
        let text = SampleText.make(seed: 13, lines: 4000)
        let path = try files.write(text, to: "text")
        // By scalars: a `\r\n` is one character.
        let items = text.unicodeScalars.split(whereSeparator: { $0 == "\n" || $0 == " " }).map { String($0) }
        let expected = try Shell.output("tr ' ' '\\n' < \(path) | grep . | sort | uniq -c")
        #expect(try counts(of: items).joined(separator: "\n") + "\n" == expected)
    }

    @Test func `many distinct texts are told apart`() throws {
        let counts = TextCounts()
        for round in 1...2 {
            for number in 0..<50_000 where round == 1 || number % 2 == 0 {
                Array("text \(number)".utf8).withUnsafeBytes { counts.add($0) }
            }
        }
        #expect(counts.count == 50_000)
        var seen: [String] = []
        counts.forEachInOrder { text, count in
            let text = String(decoding: text, as: UTF8.self)
            seen.append(text)
            #expect(count == 2 - (Int(text.dropFirst(5)) ?? 0) % 2)
        }
        #expect(seen == (0..<50_000).map { "text \($0)" }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }
}
