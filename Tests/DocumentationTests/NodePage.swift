import Foundation
import SnippetCompiler

/// `docs/nodes.md`, made from the documentation comments of the standard nodes.
enum NodePage {
    static let path = "docs/nodes.md"

    /// The groups of nodes, by the folders in which they are, in the order of the page.
    private static let groups = [
        ("Plumbing", "Plumbing", "They pass items on, and do not care what is in them."),
        ("InputOutput", "Input and output", "Where items come from, and where they end."),
        ("Streams", "Streams", "They work on items one after the other, as they come."),
        ("Ordering", "Order and keys", "They sort items, or bring together those that have one key."),
        ("Formats", "Formats", "They read and write files of lines of JSON, and tables."),
        ("Functions", "Functions", "They call [functions of yours](functions.md)."),
        ("Objects", "Objects", "They keep [state between calls](functions.md#objects)."),
        ("Commands", "Programs", "They run other programs."),
        ("Parallel", "Sharing the work", "Several nodes of one type do what one could not do in time."),
    ]

    /// The word by which the command finds the nodes of a folder.
    static func tag(of folder: String) -> String {
        let title = groups.first { $0.0 == folder }?.1 ?? folder
        return title.lowercased().replacing(" ", with: "-")
    }

    /// The page as it must be.
    static func text() throws -> String {
        let graph = try SymbolGraph(of: "MaizeSteps")
        let nodes = NodeDescription.all(in: graph)
        var lines = [
            "# Standard nodes", "",
            "What every workflow can use: in Swift by the name of the type, in a [workflow file](workflow-files.md) as `type:`.",
            "`Item` stands for any type of items; in a file it need not be given where it follows from the channels. A parameter in",
            "bold must be given.", "",
            "This page is made from the documentation comments: `MAIZE_WRITE_PAGES=1 swift test --filter NodePageTests` writes it",
            "anew.", "", "| node | what it does |", "|---|---|",
        ]
        for (folder, title, _) in groups where nodes.contains(where: { $0.folder == folder }) {
            lines.append("| **[\(title)](\(anchor(of: title)))** | |")
            lines += nodes.filter { $0.folder == folder }.map {
                "| [`\($0.name)`](\(anchor(of: $0.title))) | \($0.cell) |"
            }
        }
        for (folder, title, about) in groups {
            let members = nodes.filter { $0.folder == folder }
            if members.isEmpty { continue }
            lines += ["", "## \(title)", "", about] + members.flatMap { [""] + $0.section }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Folders with nodes that no group of the page shows.
    static func foldersWithoutGroup() throws -> Set<String> {
        Set(NodeDescription.all(in: try SymbolGraph(of: "MaizeSteps")).map(\.folder)).subtracting(groups.map(\.0))
    }

    /// The link to a heading of the page.
    private static func anchor(of heading: String) -> String {
        "#"
            + heading.lowercased().replacing(" ", with: "-").filter {
                $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_"
            }
    }
}
