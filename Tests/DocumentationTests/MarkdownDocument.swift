import Foundation
import SnippetCompiler

/// A page of the documentation, cut into what can be checked.
struct MarkdownDocument: Sendable, CustomStringConvertible {
    /// Lines between two fences.
    struct Block: Sendable {
        /// The fence's first word: what the lines are written in.
        let language: String
        /// The fence's other words, which readers do not see.
        let marks: [String]
        let lines: [String]
        /// Where the first of the lines is, counted from 1.
        let firstLine: Int

        var text: String { lines.map { $0 + "\n" }.joined() }
    }

    struct Link: Sendable {
        let target: String
        let line: Int
    }

    /// Below the repository's folder.
    let path: String
    let lineCount: Int
    /// The lines outside of blocks.
    private(set) var prose = ""
    private(set) var blocks: [Block] = []
    private(set) var links: [Link] = []
    /// The headings as links write them: `#what-runs`.
    private(set) var anchors: Set<String> = []

    var description: String { path }

    init(_ path: String) throws {
        self.path = path
        var lines = try Repository.contents(of: path).components(separatedBy: "\n")
        if lines.last == "" { lines.removeLast() }
        lineCount = lines.count
        var open: (words: [String], firstLine: Int)?
        for (index, line) in lines.enumerated() {
            if line.hasPrefix("```") {
                if let fence = open {
                    blocks.append(
                        Block(
                            language: fence.words.first ?? "",
                            marks: Array(fence.words.dropFirst()),
                            lines: Array(lines[(fence.firstLine - 1)..<index]),
                            firstLine: fence.firstLine
                        )
                    )
                    open = nil
                } else {
                    open = (line.dropFirst(3).split(separator: " ").map(String.init), index + 2)
                }
            } else if open == nil {
                prose += line + "\n"
                if line.hasPrefix("#") { anchors.insert(MarkdownDocument.anchor(of: line)) }
                links += line.matches(of: /\]\(([^)\s]+)\)/).map { Link(target: String($0.output.1), line: index + 1) }
            }
        }
    }

    /// As GitHub makes them: lower case, blanks as hyphens, nothing but letters, digits, hyphens and underscores.
    private static func anchor(of heading: String) -> String {
        let title = heading.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces).lowercased()
        return "#" + title.replacing(" ", with: "-").filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    }
}

/// The files of this package.
enum Repository {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    static func contents(of path: String) throws -> String {
        try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
    }

    /// The files below a folder with this ending, in order.
    static func files(below path: String, ending: String) -> [String] {
        let all = FileManager.default.enumerator(atPath: folder + "/" + path)?.compactMap { $0 as? String } ?? []
        return all.filter { $0.hasSuffix(ending) }.sorted().map { path + "/" + $0 }
    }

    /// What users read.
    static func documents() throws -> [MarkdownDocument] {
        try (["README.md"] + files(below: "docs", ending: ".md")).map(MarkdownDocument.init)
    }

    /// The text of every source file.
    static func sources() throws -> [String] {
        try ["Sources", "Examples"].flatMap { folder in
            try [".swift", ".h", ".c"].flatMap { files(below: folder, ending: $0) }.map { try contents(of: $0) }
        }
    }

    static func isFolderOfSources(_ name: String) -> Bool {
        ["Sources/", "Examples/"].contains { FileManager.default.fileExists(atPath: "\(folder)/\($0)\(name)") }
    }

    /// The libraries of this package.
    static func modules() throws -> [String] {
        let built = try SnippetCompiler.products() + "/Modules/"
        return try FileManager.default.contentsOfDirectory(atPath: folder + "/Sources").sorted()
            .filter { FileManager.default.fileExists(atPath: built + $0 + ".swiftmodule") }
    }
}
