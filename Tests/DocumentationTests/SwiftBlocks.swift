import Foundation
import SnippetCompiler

/// Swift in the documentation: a file of this package, line for line, or something that compiles.
///
/// The blocks of a page see each other. A fence's second word says what the lines are, where they are no file:
/// `body` is the inside of a function that has a `flow`, `members` the inside of a node, `manifest` a package manifest,
/// `tested` a part of a file whose tests are run with this package's own, `comment` an example of a documentation comment,
/// all of which are compiled too.
enum SwiftBlocks {
    static func faults(_ blocks: [MarkdownDocument.Block], _ document: MarkdownDocument) throws -> [String] {
        let files = try ["Examples", "Tests/CookbookTests", "Tests/WordsTests"].flatMap {
            Repository.files(below: $0, ending: ".swift")
        }
        .map { try Repository.contents(of: $0) }
        let manifests = blocks.filter { $0.marks == ["manifest"] }
        let tested = blocks.filter { $0.marks == ["tested"] }
        let others = blocks.filter {
            !["manifest", "tested", "comment"].contains($0.marks.first) && !files.contains($0.text)
        }
        var faults = tested.filter { block in !files.contains { $0.contains(block.text) } }.map { block in
            "\(document.path):\(block.firstLine): these lines are in no file of Tests/CookbookTests or Tests/WordsTests"
        }
        let sources = try Repository.sources().joined(separator: "\n")
        faults += blocks.filter { $0.marks == ["comment"] && !sources.contains(comment($0)) }.map { block in
            "\(document.path):\(block.firstLine): these lines are in no documentation comment"
        }
        for block in manifests { faults += try faultOfManifest(block, document) }
        if others.isEmpty { return faults }
        let source = others.enumerated().map { wrapped($1, number: $0, document) }.joined()
        let messages = try SnippetCompiler.check("import Maize\n" + source)
        return faults + messages.split(separator: "\n").map(String.init).filter { $0.contains(": error: ") }
    }

    /// The block as it stands in a comment.
    private static func comment(_ block: MarkdownDocument.Block) -> String {
        block.lines.map { $0.isEmpty ? "///" : "///     " + $0 }.joined(separator: "\n")
    }

    /// The block as the compiler takes it, which then names its place in the document.
    private static func wrapped(_ block: MarkdownDocument.Block, number: Int, _ document: MarkdownDocument) -> String {
        let place = "#sourceLocation(file: \"\(document.path)\", line: \(block.firstLine))\n"
        let text = place + block.text + "#sourceLocation()\n"
        return switch block.marks {
        case ["body"]: "func body\(number)(_ flow: Workflow) throws {\n\(text)}\n"
        case ["members"]: "final class Members\(number): Node {\n\(text)}\n"
        default: text
        }
    }

    private static func faultOfManifest(
        _ block: MarkdownDocument.Block,
        _ document: MarkdownDocument
    ) throws -> [String] {
        let folder = try Scratch()
        try block.text.write(toFile: folder.path + "/Package.swift", atomically: false, encoding: .utf8)
        let run = try ShellCommand("cd '\(folder.path)' && swift package dump-package")
        return run.status == 0 ? [] : ["\(document.path):\(block.firstLine): no manifest: \(run.output)"]
    }
}

/// A folder that is gone when nobody needs it any more.
final class Scratch {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "documentation-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }  // nothing hangs on a folder below /tmp
}
