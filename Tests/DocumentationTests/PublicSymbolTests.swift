import Foundation
import SnippetCompiler
import Testing

/// Every public symbol says what it is.
///
/// The formatter's rule `AllPublicDeclarationsHaveDocumentation` sees most declarations, but neither cases of enums, open
/// declarations, requirements of protocols nor members of a `public extension`; the compiler knows all of them.
@Suite(.timeLimit(.minutes(10))) struct PublicSymbolTests {
    @Test(arguments: try Repository.modules())
    func `every public symbol has a documentation comment`(module: String) throws {
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
        for graph in graphs {
            let data = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + graph))
            let symbols = try JSONDecoder().decode(SymbolGraph.self, from: data).symbols
            for symbol in symbols where symbol.needsComment && symbol.docComment == nil {
                Issue.record("\(symbol.place): \(symbol.pathComponents.joined(separator: ".")) has no comment")
            }
        }
    }
}

/// What the compiler writes down of a module, as far as it is wanted here.
private struct SymbolGraph: Decodable {
    struct Symbol: Decodable {
        struct Comment: Decodable {}
        struct Location: Decodable {
            struct Position: Decodable { let line: Int }
            let uri: String
            let position: Position
        }

        let pathComponents: [String]
        let docComment: Comment?
        /// Missing for what the compiler made up.
        let location: Location?

        /// Encoding and decoding, descriptions and the like are documented where they are required.
        var needsComment: Bool {
            let inherited = ["encode(to:)", "init(from:)", "description", "hash(into:)"]
            return location != nil && !inherited.contains(pathComponents.last ?? "")
        }

        var place: String {
            guard let location else { return "?" }
            return "\(location.uri.replacing("file://\(Repository.folder)/", with: "")):\(location.position.line + 1)"
        }
    }

    let symbols: [Symbol]
}
