import Foundation

/// The table of the standard nodes in the command, made from their documentation comments.
enum NodeNotes {
    static let path = "Sources/MaizeSteps/StandardNodes+Table.swift"

    /// The source as it must be.
    static func text() throws -> String {
        let nodes = NodeDescription.all(in: try SymbolGraph(of: "MaizeSteps"))
        let lines = nodes.flatMap { node in
            ["        \(node.name) \(NodePage.tag(of: node.folder)) \(node.plainSentence)"]
                + node.interfaces.filter { $0.kind != .parameter }.map {
                    "        \(node.name) .\($0.name) \($0.comment.replacing("`", with: "'"))"
                }
        }
        return """
            extension StandardNodes {
                /// The name of each type, its tag and its summary, and what its ports are for: made from their comments by
                /// `MAIZE_WRITE_PAGES=1 swift test --filter NodePageTests`.
                static let table = \"""
            \(lines.joined(separator: "\n"))
                    \"""
            }

            """
    }
}
