import Foundation
import SnippetCompiler
import Testing

/// What the compiler writes down of a module's public symbols, as far as it is wanted here.
struct SymbolGraph: Decodable {
    struct Symbol: Decodable {
        struct Kind: Decodable { let identifier: String }
        struct Comment: Decodable {
            struct Line: Decodable {
                struct Range: Decodable { let start: Location.Position }
                let text: String
                /// Missing for a comment that is inherited.
                let range: Range?
            }
            let lines: [Line]
        }
        struct Location: Decodable {
            struct Position: Decodable { let line: Int }
            let uri: String
            let position: Position
        }

        struct Identifier: Decodable { let precise: String }
        struct Fragment: Decodable { let spelling: String }

        let kind: Kind
        let identifier: Identifier?
        let accessLevel: String?
        let declarationFragments: [Fragment]?
        let pathComponents: [String]
        let docComment: Comment?
        /// Missing for what the compiler made up.
        let location: Location?

        var name: String { pathComponents.joined(separator: ".") }

        /// Encoding and decoding, descriptions and the like are documented where they are required.
        var needsComment: Bool {
            let inherited = ["encode(to:)", "init(from:)", "description", "hash(into:)"]
            return location != nil && !inherited.contains(pathComponents.last ?? "")
        }

        var isType: Bool {
            ["swift.class", "swift.struct", "swift.enum", "swift.protocol"].contains(kind.identifier)
        }

        var isOpen: Bool { accessLevel == "open" }

        /// The type of a property, as its declaration says it.
        var declaredType: String? {
            let text = declarationFragments?.map(\.spelling).joined() ?? ""
            return text.firstMatch(of: /\b(?:let|var) \w+: ([^{]+)/).map {
                $0.output.1.trimmingCharacters(in: .whitespaces)
            }
        }

        /// The line of the declaration, with the attributes above it.
        var sourceLine: String? {
            guard let location, let text = try? Repository.contents(of: file) else { return nil }  // nil: no such file
            let lines = text.components(separatedBy: "\n")
            let last = location.position.line
            guard lines.indices.contains(last) else { return nil }
            let first = lines[...last].lastIndex { $0.contains("///") }.map { $0 + 1 } ?? last
            return lines[first...last].map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
        }

        /// The file below the package's folder.
        var file: String { location?.uri.replacing("file://\(Repository.folder)/", with: "") ?? "?" }
        /// Where the declaration is.
        var place: String { "\(file):\((location?.position.line ?? 0) + 1)" }
    }

    private struct Relationship: Decodable {
        let kind: String
        let source: String
        let target: String
    }

    private(set) var symbols: [Symbol]
    private var relationships: [Relationship]?

    /// The public symbols of a module that is built beside the tests.
    init(of module: String) throws {
        symbols = []
        relationships = []
        for data in try SymbolGraph.files(of: module) {
            let part = try JSONDecoder().decode(SymbolGraph.self, from: data)
            symbols += part.symbols
            relationships? += part.relationships ?? []
        }
    }

    /// Whether a class is made of one of the classes for nodes and graphs.
    func isComponent(_ symbol: Symbol) -> Bool {
        var type = symbol.identifier?.precise
        while let current = type, !current.hasPrefix("s:9MaizeCore") {
            type = relationships?.first { $0.kind == "inheritsFrom" && $0.source == current }?.target
        }
        return type != nil
    }

    /// What the compiler writes down of a module: a file for the module, and one for each that it extends.
    static func files(of module: String) throws -> [Data] {
        let folder = try Scratch()
        let target = try ShellCommand("swiftc -print-target-info").output.firstMatch(of: /"triple": "([^"]+)"/)
        let triple = try #require(target?.output.1)
        // What a package brings in C is found in its sources.
        let yaml = try SnippetCompiler.products() + "/../../checkouts/Yams/Sources/CYaml/include"
        let run = try ShellCommand(
            "swift-symbolgraph-extract -module-name \(module) \(SnippetCompiler.moduleOptions()) -I '\(yaml)' -target \(triple)"
                + " -minimum-access-level public -skip-synthesized-members -output-dir '\(folder.path)'"
        )
        #expect(run.status == 0, "\(run.output)")
        let graphs = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(!graphs.isEmpty)
        return try graphs.map { try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + $0)) }
    }
}
