import Foundation

/// What the documentation comment of a node and of its ports and parameters says.
struct NodeDescription {
    /// A port or a parameter.
    struct Interface {
        enum Kind: String { case input, output, parameter }

        let kind: Kind
        /// The property's name.
        let name: String
        /// The name in files.
        let outerName: String
        let type: String
        /// The value that it has unless another one is given; nil where there is none.
        let initial: String?
        let isOptional: Bool
        let comment: String
    }

    let symbol: SymbolGraph.Symbol
    let interfaces: [Interface]

    /// The public nodes and graphs of a module, by name.
    static func all(in graph: SymbolGraph) -> [NodeDescription] {
        let nodes = graph.symbols.filter { $0.kind.identifier == "swift.class" && graph.isComponent($0) }
        return nodes.filter { !$0.isOpen }.map { node in
            NodeDescription(
                symbol: node,
                interfaces: graph.symbols.filter { $0.pathComponents.dropLast() == node.pathComponents[...] }
                    .sorted { ($0.location?.position.line ?? 0) < ($1.location?.position.line ?? 0) }
                    .compactMap(interface)
            )
        }.sorted { $0.name < $1.name }
    }

    var name: String { symbol.name }
    var title: String { name }
    /// The folder of the target in which the node is declared.
    var folder: String { symbol.file.split(separator: "/").dropFirst(2).first.map(String.init) ?? "" }
    private var comment: [String] { symbol.docComment?.lines.map(\.text) ?? [] }
    private var firstSentence: String { comment.prefix { !$0.isEmpty }.joined(separator: " ") }
    /// The first sentence for a terminal.
    var plainSentence: String { firstSentence.replacing("`", with: "'") }
    /// The first sentence, as a cell of a table.
    var cell: String { firstSentence.replacing("|", with: "\\|") }

    /// The node's part of the page.
    var section: [String] {
        let examples = CommentExample.all(of: symbol).map(\.lines)
        var lines = ["### \(title)", ""]
        var block: [String] = []
        func finish() {
            while block.last?.isEmpty == true { block.removeLast() }
            if block.isEmpty { return }
            lines += [examples.contains(block) ? "```swift comment" : "```"] + block + ["```"]
            block = []
        }
        for line in comment {
            if line.isEmpty, !block.isEmpty, !examples.contains(where: { $0.starts(with: block) }) { finish() }
            if line.hasPrefix("    ") || line.isEmpty && !block.isEmpty {
                block.append(String(line.dropFirst(4)))
            } else {
                if !block.isEmpty {
                    finish()
                    lines.append("")
                }
                lines.append(line)
            }
        }
        finish()
        while lines.last?.isEmpty == true { lines.removeLast() }
        guard !interfaces.isEmpty else { return lines }
        lines += ["", "| | Swift | in files | unless given | |", "|---|---|---|---|---|"]
        return lines + interfaces.map(NodeDescription.row)
    }

    private static func row(_ interface: Interface) -> String {
        let isNeeded = interface.kind == .parameter && !interface.isOptional && interface.initial == nil
        let outer = isNeeded ? "**`\(interface.outerName)`**" : "`\(interface.outerName)`"
        let initial = interface.initial.map { "`\($0)`" } ?? (interface.isOptional ? "nothing" : "")
        let comment = interface.comment.replacing("|", with: "\\|")
        return
            "| \(interface.kind.rawValue) | `\(interface.name): \(interface.type)` | \(outer) | \(initial) | \(comment) |"
    }

    private static func interface(_ symbol: SymbolGraph.Symbol) -> Interface? {
        guard symbol.kind.identifier == "swift.property", let name = symbol.pathComponents.last,
            let type = symbol.declaredType, let declaration = symbol.sourceLine
        else { return nil }
        let kind: Interface.Kind
        if type.hasPrefix("Input<") || type.hasPrefix("MultiInput<") {
            kind = .input
        } else if type.hasPrefix("Output<") || type.hasPrefix("MultiOutput<") {
            kind = .output
        } else if declaration.contains("@Parameter") {
            kind = .parameter
        } else {
            return nil
        }
        let outer = declaration.firstMatch(of: /\bname: ("\w+"|[\w.]+)/)?.output.1.replacing("\"", with: "")
        let initial = kind == .parameter ? declaration.firstMatch(of: /\bvar \w+(?:: [^=]+)? = (.+)$/)?.output.1 : nil
        return Interface(
            kind: kind,
            name: name,
            outerName: outer.map { $0.contains(".") ? name : String($0) } ?? name,
            type: type,
            initial: initial.map(String.init),
            isOptional: kind == .parameter ? type.hasSuffix("?") : declaration.contains("optional: true"),
            comment: symbol.docComment?.lines.map(\.text).prefix { !$0.isEmpty }.joined(separator: " ") ?? ""
        )
    }
}
