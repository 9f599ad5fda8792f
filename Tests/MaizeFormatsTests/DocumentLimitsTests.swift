import Testing

@testable import MaizeFormats
import MaizeDocuments

/// Files that would cost more than they are worth.
@Suite struct DocumentLimitsTests {
    /// The formats whose whole text is one value; a TOML file's limits are those of `TOMLRefusalTests`.
    static let nesting: [Format] = [.yaml, .json]

    private func nested(_ depth: Int) -> String {
        String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }

    @Test(arguments: DocumentLimitsTests.nesting)
    func `a hundred levels are read, one more is not`(format: Format) throws {
        #expect(try format.problem(nested(100)) == nil)
        #expect(try format.problem(nested(101)) == "1:101: nested deeper than 100 levels")
        let mapping = String(repeating: "{\"a\": ", count: 101)
        #expect(try format.problem(mapping) == "1:601: nested deeper than 100 levels")
    }

    @Test(arguments: DocumentLimitsTests.nesting, ["[", "{\"a\":"])
    func `megabytes of brackets are refused at the first one too many`(format: Format, bracket: String) throws {
        let text = String(repeating: bracket, count: 10_000_000 / bracket.count)
        #expect(try format.problem(text)?.hasSuffix("nested deeper than 100 levels") == true)
    }

    @Test func `indented lists have the same limit`() throws {
        let text = String(repeating: "- ", count: 500) + "x"
        #expect(try Format.yaml.problem(text) == "1:201: nested deeper than 100 levels")
    }

    @Test func `what aliases put into each other counts as nested`() throws {
        var lines = ["- &a0 [x]"]
        for level in 1...200 { lines.append("- &a\(level) [*a\(level - 1)]") }
        let problem = try Format.yaml.problem(lines.joined(separator: "\n"))
        #expect(problem == "100:9: nested deeper than 100 levels")
    }

    @Test(arguments: DocumentLimitsTests.nesting)
    func `half a million values are read, one more is not`(format: Format) throws {
        let most = DocumentLimits.values
        let values = String(repeating: "1,", count: most - 2) + "1"
        guard case .list(let list) = try format.read("[\(values)]").content else {
            Issue.record("no list")
            return
        }
        #expect(list.count == most - 1)
        let problem = try #require(try format.problem("[\(values),1]"))
        #expect(problem.hasPrefix("1:\(2 * most): more than \(most) values"))
    }

    /// Nine lists of nine of the one before.
    private func bomb(_ levels: Int) -> String {
        var lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
        for (before, name) in zip("abcdefghijklmnop", "bcdefghijklmnop").prefix(levels) {
            lines.append(
                "\(name): &\(name) [" + [String](repeating: "*\(before)", count: 9).joined(separator: ", ") + "]"
            )
        }
        return lines.joined(separator: "\n")
    }

    @Test func `values that aliases repeat count each time`() throws {
        #expect(try Format.yaml.problem(bomb(4)) == nil)
        let problem = try #require(try Format.yaml.problem(bomb(9)))
        #expect(problem.hasSuffix("more than 500000 values, counting what aliases repeat"))
        #expect(problem.hasPrefix("6:"))
    }

    @Test func `an alias is no key, whatever it stands for`() throws {
        #expect(try Format.yaml.problem(bomb(4) + "\n? *e\n: 1") == "6:3: a key is a text, nothing else")
        #expect(try Format.yaml.problem(bomb(4) + "\n*e : 1") == "6:1: a key is a text, nothing else")
    }

    @Test func `what merge keys repeat counts as well`() throws {
        let fields = (0..<1000).map { "k\($0): 1" }.joined(separator: ", ")
        let merges = (0..<1000).map { "m\($0): {<<: *a}" }.joined(separator: "\n")
        let problem = try #require(try Format.yaml.problem("a: &a {\(fields)}\n\(merges)"))
        #expect(problem.hasSuffix("more than 500000 values, counting what aliases repeat"))
    }
}
