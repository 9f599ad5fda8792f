internal import MaizeCore
internal import MaizeDocuments

extension PlaceEntry {
    /// `node.port`, `{node: port}`, or `{graph: {node: port}}`; nil for anything else, which is found.
    init?(_ value: DocumentValue, _ last: String, in source: SourceFile) {
        if case .scalar(let text, let style) = value.content, style != .literal {
            guard let short = source.shortPlace(text[...], of: value, whole: text, last) else { return nil }
            self = .short(short)
            return
        }
        var components: [FlowDocument.Text] = []
        var rest = value
        while case .mapping(let entries) = rest.content {
            if let second = entries.dropFirst().first {
                source.findings.error(
                    second.position,
                    "{node: \(last)} is expected, and this is a second key; "
                        + (last == "port" ? "write a channel for each" : "write an element of the list for each")
                )
                return nil
            }
            guard let entry = entries.first else { break }
            components.append(FlowDocument.Text(text: entry.key, position: entry.position))
            rest = entry.value
        }
        guard !components.isEmpty, case .scalar(let name, _) = rest.content else {
            source.findings.error(
                rest.position,
                "node.\(last) or {node: \(last)} is expected, not \(rest.summary)"
            )
            return nil
        }
        self = .path(
            Place(
                components: components,
                interface: FlowDocument.Text(text: name, position: rest.position),
                position: value.position
            )
        )
    }
}
