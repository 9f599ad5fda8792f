import Foundation
import SnippetCompiler
import Testing

/// `docs/nodes.md` says what the documentation comments say.
@Suite(.timeLimit(.minutes(10))) struct NodePageTests {
    @Test func `the page of nodes is what the comments make it`() throws {
        try compare(NodePage.text(), with: NodePage.path)
    }

    @Test func `the command's table of nodes is what the comments make it`() throws {
        try compare(NodeNotes.text(), with: NodeNotes.path)
    }

    /// Compares a file with what the comments make of it, or writes it anew.
    private func compare(_ text: String, with path: String) throws {
        if ProcessInfo.processInfo.environment["MAIZE_WRITE_PAGES"] != nil {
            try text.write(toFile: Repository.folder + "/" + path, atomically: true, encoding: .utf8)
        }
        let lines = text.components(separatedBy: "\n")
        let written = try Repository.contents(of: path).components(separatedBy: "\n")
        guard
            let place = zip(lines, written).enumerated().first(where: { $1.0 != $1.1 })?.offset
                ?? (lines.count == written.count ? nil : min(lines.count, written.count))
        else { return }
        Issue.record(
            """
            \(path):\(place + 1): the comments say: \(place < lines.count ? lines[place] : "(nothing more)")
            MAIZE_WRITE_PAGES=1 swift test --filter NodePageTests writes it anew
            """
        )
    }

    @Test func `every folder with nodes has its part of the page`() throws {
        #expect(try NodePage.foldersWithoutGroup() == [])
    }

    @Test func `every node has a drawing and says what each port and parameter is`() throws {
        for node in NodeDescription.all(in: try SymbolGraph(of: "MaizeSteps")) {
            let hasDrawing = node.symbol.docComment?.lines.contains { $0.text.contains(/[─▶│]/) } ?? false
            #expect(hasDrawing, "\(node.symbol.place): the comment of \(node.name) has no drawing")
            for interface in node.interfaces {
                #expect(
                    !interface.comment.isEmpty,
                    "\(node.symbol.place): \(node.name).\(interface.name) has no comment"
                )
            }
        }
    }
}
