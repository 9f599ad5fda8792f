import Foundation
import Testing

/// The rules themselves: what is wrong in a document is found, with its place.
@Suite(.timeLimit(.minutes(10))) struct BlockRuleTests {
    private func faults(_ language: String, _ text: String, marks: [String] = []) throws -> [String] {
        let rule = try #require(BlockRule.all.first { $0.language == language })
        let block = MarkdownDocument.Block(
            language: language,
            marks: marks,
            lines: text.components(separatedBy: "\n"),
            firstLine: 11
        )
        return try rule.faults([block], MarkdownDocument("README.md"))
    }

    @Test func `Swift that does not compile is named by its line in the document`() throws {
        #expect(try faults("swift", "let a = 1", marks: ["body"]).isEmpty)
        let faults = try faults("swift", "let a = 1\nlet b: Int = \"x\"", marks: ["body"])
        #expect(faults.count == 1)
        #expect(faults.first?.contains("README.md:12:") == true, "\(faults)")
    }

    @Test func `a test that nobody runs is found`() throws {
        let test = "@Test func `an empty line is refused`() throws {"
        #expect(try faults("swift", test, marks: ["tested"]).isEmpty)
        let faults = try faults("swift", test + "}", marks: ["tested"])
        #expect(faults == ["README.md:11: these lines are in no file of Tests/CookbookTests or Tests/WordsTests"])
    }

    @Test func `a manifest that is none is found`() throws {
        let manifest = "// swift-tools-version: 6.2\nimport PackageDescription\nlet package = Package(name: \"A\")"
        #expect(try faults("swift", manifest, marks: ["manifest"]).isEmpty)
        let faults = try faults("swift", manifest + ")", marks: ["manifest"])
        #expect(faults.first?.hasPrefix("README.md:11: ") == true)
    }

    @Test func `a command must end as its line says`() throws {
        #expect(try faults("sh", "ls Examples   # what is there\n\nfalse  # exit status 1").isEmpty)
        let faults = try faults("sh", "true\nfalse\ntrue # exit status 3")
        #expect(faults.joined().contains("README.md:12: exit status 1 instead of 0"))
        #expect(faults.joined().contains("README.md:13: exit status 0 instead of 3"))
    }

    @Test func `programs are run as they are built, and unknown options of builds are found`() throws {
        let fine = try faults("sh", "swift run -c release Hello --list\nswift run Hello --oops # exit status 64")
        #expect(fine == [])
        #expect(try faults("sh", "mkdir a && cd a\nswift build -c release").isEmpty)
        #expect(try faults("sh", "swift build --realease").first?.hasPrefix("README.md:11: ") == true)
        #expect(try faults("sh", "swift run Nobody").joined().contains("README.md:11: exit status 127"))
    }

    @Test func `a command may go on in the next line`() throws {
        #expect(try faults("sh", "test one = \\\n  one").isEmpty)
    }

    @Test func `a workflow file that is wrong is named by its line in the document`() throws {
        let flow = """
            name: sound
            nodes:
              - {name: load, type: LoadData, parameters: {data: [1, 2]}}
              - {name: end, type: Void}
            channels:
              - {sending: {load: out}, receiving: {end: inp}}
            """
        #expect(try faults("yaml", flow).isEmpty)
        let faults = try faults("yaml", flow.replacing("load: out", with: "load: inp"))
        #expect(faults.joined().contains("README.md:16:22: error: "), "\(faults)")
    }

    @Test func `a page is cut into blocks, links and headings`() throws {
        let page = try MarkdownDocument("README.md")
        #expect(page.anchors.contains("#what-runs"))
        #expect(page.links.contains { $0.target == "docs/architecture.md" })
        #expect(page.blocks.map(\.language).contains("sh"))
        for block in page.blocks {
            let lines = try Repository.contents(of: "README.md").components(separatedBy: "\n")
            #expect(Array(lines[(block.firstLine - 1)...].prefix(block.lines.count)) == block.lines)
        }
    }
}
