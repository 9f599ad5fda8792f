import Foundation
import SnippetCompiler
import Testing

/// Every public type shows how one meets it.
@Suite(.timeLimit(.minutes(10))) struct CommentExampleTests {
    private static let types = Result {
        try Repository.modules().flatMap { try SymbolGraph(of: $0).symbols }.filter { $0.isType && $0.needsComment }
    }

    @Test func `every public type has an example in its comment`() throws {
        for type in try CommentExampleTests.types.get() where CommentExample.all(of: type).isEmpty {
            Issue.record("\(type.place): the comment of \(type.name) has no example")
        }
    }

    @Test func `every example in the comment of a type compiles`() throws {
        let examples = try CommentExampleTests.types.get().flatMap(CommentExample.all)
        #expect(!examples.isEmpty)
        for fault in try faults(of: examples) { Issue.record("\(fault)") }
    }

    private func faults(of examples: [CommentExample]) throws -> [Substring] {
        let modules = [
            "Maize", "MaizeCommands", "MaizeConfiguration", "MaizeDrawings", "MaizeFormats", "MaizeLogging",
            "MaizeTesting", "Testing",
        ]
        let imports = Set(modules.map { "import \($0)" } + examples.flatMap(\.imports)).sorted()
        // Examples may use the node that the first page on nodes begins with.
        let sample = try #require(MarkdownDocument("docs/writing-nodes.md").blocks.first).text
        let source = imports + [sample] + examples.enumerated().map { $1.wrapped(number: $0) }
        let messages = try SnippetCompiler.check(source.joined(separator: "\n"))
        return messages.split(separator: "\n").filter { $0.contains(": error: ") }
    }

    // MARK: The rules themselves

    private func examples(in comment: [String]) throws -> [CommentExample] {
        let lines = comment.enumerated().map { number, text in
            ["text": text, "range": ["start": ["line": 10 + number]]] as [String: Any]
        }
        let symbol: [String: Any] = [
            "kind": ["identifier": "swift.struct"], "pathComponents": ["Outer", "Sample"],
            "docComment": ["lines": lines],
            "location": ["uri": "file://\(Repository.folder)/Sources/A.swift", "position": ["line": 20]],
        ]
        let data = try JSONSerialization.data(withJSONObject: symbol)
        return CommentExample.all(of: try JSONDecoder().decode(SymbolGraph.Symbol.self, from: data))
    }

    @Test func `a drawing is no example, and one may follow it`() throws {
        #expect(try examples(in: ["A node.", "", "    inp ─▶ Sample ─▶ out", "", "More."]).isEmpty)
        let found = try examples(in: ["A node.", "", "    inp ─▶ Sample", "", "    let a = 1", "", "    let b = 2", ""])
        #expect(found.map(\.lines) == [["let a = 1", "", "let b = 2"]])
        #expect(found.first?.firstLine == 15)
        #expect(try examples(in: ["A node.", "```swift", "let a = 1", "```"]).map(\.lines) == [["let a = 1"]])
    }

    @Test(arguments: [
        ["let a: Int = \"x\""],
        ["import Maize", "", "final class Sample: Node {", "    let wrong: Int = \"x\"", "}"],
        ["let inp = Input<Int>()", "@Parameter var wrong: Int = \"x\""],
    ])
    func `an example that does not compile is named by its type and line`(code: [String]) throws {
        let faults = try faults(of: examples(in: ["A type.", ""] + code.map { "    " + $0 }))
        let line = try 13 + #require(code.firstIndex { $0.contains("x") })
        #expect(faults.count == 1)
        #expect(faults.first?.hasPrefix("Sources/A.swift (Outer.Sample):\(line):") == true, "\(faults)")
    }
}
