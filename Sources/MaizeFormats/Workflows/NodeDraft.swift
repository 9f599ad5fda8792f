internal import MaizeDocuments
internal import MaizeCore

/// A node of a file whose type may still be open.
struct NodeDraft {
    let source: FlowDocument.NodeEntry
    let name: String
    /// Nil when the file names a type that does not exist.
    let entry: NodeCatalogue.Entry?
    /// The types of items, of a generic node.
    let items: [TypeTerm]
}

extension WorkflowBuilder {
    /// Finds a type and a name for each node.
    mutating func draftNodes() {
        for source in document.nodes {
            let (entry, items) = source.type.map { type(of: $0) } ?? (nil, [])
            guard let name = source.name?.text ?? entry.map({ $0.name.prefix { $0 != "<" }.lowercased() }) else {
                continue
            }
            let position = source.name?.position ?? source.position
            if let problem = NameRule.problem(with: name) {
                findings.error(position, "the node's name \(name.debugDescription) \(problem)")
                continue
            }
            if let other = places[name].map({ drafts[$0] }) {
                findings.error(
                    position,
                    "there is a node '\(name)' in line \(other.source.position.line) already; give one of both another"
                        + " name"
                )
                continue
            }
            places[name] = drafts.count
            drafts.append(NodeDraft(source: source, name: name, entry: entry, items: items))
        }
    }

    private mutating func type(of text: FlowDocument.Text) -> (NodeCatalogue.Entry?, [TypeTerm]) {
        // Also a name such as `Map<Parse>`, in which `Parse` is no type of items.
        if let entry = catalogue[text.text] { return (entry, openTypes(of: entry)) }
        guard let entry = catalogue[String(text.text.prefix { $0 != "<" })] else {
            findings.error(
                text.position,
                "there is no type of nodes '\(text.text)'" + catalogue.suggestion(for: text.text, findings)
            )
            return (nil, [])
        }
        do {
            let expression = try TypeExpression(text.text, items: catalogue.itemTypes)
            if expression.arguments.count == entry.typeCount { return (entry, expression.arguments) }
            findings.error(text.position, entry.wrongCount)
            return (entry, openTypes(of: entry))
        } catch {
            findings.error(text.position, "type \(text.text.debugDescription): \(error.message)")
            return (nil, [])
        }
    }

    private mutating func openTypes(of entry: NodeCatalogue.Entry) -> [TypeTerm] {
        (0..<entry.typeCount).map { _ in types.makeVariable() }
    }
}

extension NodeCatalogue.Entry {
    /// What is said when a file gives another number of types of items.
    var wrongCount: String {
        switch typeCount {
        case 0: "'\(name)' takes items of one type only; write it without <…>"
        case 1: "'\(name)' takes one type of items, as in \(name)<Int>"
        default: "'\(name)' takes two types of items, as in \(name)<String, Int>"
        }
    }
}
