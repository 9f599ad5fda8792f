import Foundation
import Testing

/// README.md and docs/: what they show is so.
@Suite(.timeLimit(.minutes(10))) struct DocumentTests {
    @Test(arguments: try Repository.documents())
    func `every block compiles, runs, or is plain text`(document: MarkdownDocument) throws {
        let rules = Dictionary(uniqueKeysWithValues: BlockRule.all.map { ($0.language, $0) })
        for (language, blocks) in Dictionary(grouping: document.blocks, by: \.language) {
            guard let rule = rules[language] else {
                Issue.record("\(document.path):\(blocks[0].firstLine): nobody checks blocks of '\(language)'")
                continue
            }
            for fault in try rule.faults(blocks, document) { Issue.record("\(fault)") }
        }
    }

    @Test(arguments: try Repository.documents())
    func `every link leads to a file and a heading of it`(document: MarkdownDocument) throws {
        for link in document.links where !link.target.contains("://") {
            let parts = link.target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
            let folder = (document.path as NSString).deletingLastPathComponent
            let named = (folder as NSString).appendingPathComponent(String(parts[0]))
            let target = parts[0].isEmpty ? document.path : (named as NSString).standardizingPath
            let place = "\(document.path):\(link.line): \(link.target)"
            guard FileManager.default.fileExists(atPath: Repository.folder + "/" + target) else {
                Issue.record("\(place) leads nowhere")
                continue
            }
            if parts.count > 1 {
                let anchors = try MarkdownDocument(target).anchors
                #expect(anchors.contains("#" + parts[1]), "\(place) names no heading")
            }
        }
    }

    @Test func `the front page is short, and its program is an example`() throws {
        let page = try MarkdownDocument("README.md")
        #expect(page.lineCount <= 120)
        let program = try #require(page.blocks.first { $0.language == "swift" })
        #expect(program.text == (try Repository.contents(of: "Examples/Squares/Squares.swift")))
    }

    @Test(arguments: try Repository.documents())
    func `every type that is named is there`(document: MarkdownDocument) throws {
        // A page may speak of what its own programs declare.
        let programs = try Repository.sources() + document.blocks.filter { $0.language == "swift" }.map(\.text)
        let words = Set(programs.joined(separator: "\n").matches(of: /[A-Za-z_]\w*/).map(\.output))
        let named = document.prose.matches(of: /`([A-Z][A-Za-z]+)(?:\.\w+)*(?:<\w+>)?(?:\(.*?\))?`/).map(\.output.1)
        for name in named where !words.contains(name) && !Repository.isFolderOfSources(String(name)) {
            Issue.record("\(document.path): there is no '\(name)'")
        }
    }

    @Test func `the table of targets is complete`() throws {
        let page = try MarkdownDocument("docs/architecture.md")
        for target in try FileManager.default.contentsOfDirectory(atPath: Repository.folder + "/Sources") {
            #expect(page.prose.contains("| `\(target)` |"), "\(target)")
        }
    }
}
