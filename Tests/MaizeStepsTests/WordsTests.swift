@testable import MaizeSteps
import Maize
import MaizeTesting
import Testing

@Suite(.timeLimit(.minutes(10))) struct WordsTests {
    private func words(of text: String, _ configure: @escaping (Words) -> Void = { _ in }) throws -> [String] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return try NodeRig(Words.self, configure: configure).feed(\.inp, lines).run().items(of: \.out)
    }

    @Test(arguments: [
        ("", []), ("   ", []), (" to  be\tor\u{0B}not\u{0C}\r", ["to", "be", "or", "not"]),
        ("don't été\u{A0}x", ["don't", "été\u{A0}x"]), ("a\0b c", ["a\0b", "c"]),
    ])
    func `words are parted by ASCII white space`(text: String, expected: [String]) throws {
        #expect(try words(of: text) == expected)
    }

    @Test(arguments: [(false, false), (true, false), (false, true), (true, true)])
    func `they are what tr makes of a text`(letters: Bool, lower: Bool) throws {
        let files = try TestRun()
        let text = SampleText.make(seed: 11, lines: 3000)
        let path = try files.write(text, to: "text")
        let cut = letters ? "tr -cs A-Za-z '\\n'" : "tr -s '[:space:]' '\\n'"
        let change = lower ? "tr A-Z a-z" : "cat"
        let expected = try Shell.output("\(cut) < \(path) | \(change)").split(separator: "\n").map(String.init)
        let found = try words(of: text) {
            $0.letters = letters
            $0.lower = lower
        }
        #expect(found == expected)
    }

    @Test func `parts are disjoint, and all of them together are the whole`() throws {
        let text = SampleText.make(seed: 5, lines: 500)
        let all = try words(of: text)
        let parts = try (0..<3).map { part in
            try words(of: text) {
                $0.part = part
                $0.parts = 3
            }
        }
        #expect(parts.allSatisfy { $0.count > all.count / 10 })
        #expect(parts.flatMap(\.self).sorted() == all.sorted())
        let sets = parts.map { Set($0) }
        #expect(
            sets[0].isDisjoint(with: sets[1]) && sets[1].isDisjoint(with: sets[2]) && sets[0].isDisjoint(with: sets[2])
        )
    }

    /// The vectors of the hash's authors.
    @Test(arguments: [("", 0xCBF2_9CE4_8422_2325), ("a", 0xAF63_DC4C_8601_EC8C), ("foobar", 0x8594_4171_F739_67E8)])
    func `the hash is FNV-1a`(text: String, hash: UInt64) {
        #expect(Array(text.utf8).withUnsafeBytes { StableHash.of($0) } == hash)
    }

    @Test(arguments: [(0, 0, "'is at least 1'"), (3, 3, "part is 3"), (-1, 2, "part is -1")])
    func `a part that there is not is refused before the run`(part: Int, parts: Int, message: String) throws {
        let error = #expect(throws: NodeRigError.self) {
            try words(of: "") {
                $0.part = part
                $0.parts = parts
            }
        }
        #expect(error?.code == .invalid)
        #expect(error?.message.contains(message) == true)
    }
}
