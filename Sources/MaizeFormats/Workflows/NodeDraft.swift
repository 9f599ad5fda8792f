internal import MaizeCore

/// A node of a file whose type may still be open.
struct NodeDraft {
    let source: FlowDocument.NodeEntry
    let name: String
    /// Nil when the file names a type that does not exist.
    let entry: NodeCatalogue.Entry?
    /// The type of items, of a generic node.
    let item: TypeTerm?
}

extension WorkflowBuilder {
    /// Finds a type and a name for each node.
    mutating func draftNodes() {
        for source in document.nodes {
            let (entry, item) = source.type.map { type(of: $0) } ?? (nil, nil)
            guard let name = source.name?.text ?? entry?.name.lowercased() else { continue }
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
            drafts.append(NodeDraft(source: source, name: name, entry: entry, item: item))
        }
    }

    private mutating func type(of text: FlowDocument.Text) -> (NodeCatalogue.Entry?, TypeTerm?) {
        let expression: TypeExpression
        do {
            expression = try TypeExpression(text.text, items: catalogue.itemTypes)
        } catch {
            findings.error(text.position, "type \(text.text.debugDescription): \(error.message)")
            return (nil, nil)
        }
        guard let entry = catalogue[expression.name] else {
            findings.error(
                text.position,
                "there is no type of nodes '\(expression.name)'"
                    + findings.suggestion(for: expression.name, among: catalogue.names)
            )
            return (nil, nil)
        }
        guard entry.isGeneric else {
            if expression.argument != nil {
                findings.error(text.position, "'\(entry.name)' takes items of one type only; write it without <…>")
            }
            return (entry, nil)
        }
        return (entry, expression.argument ?? types.makeVariable())
    }
}
