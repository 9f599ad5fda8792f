internal import MaizeCore
internal import MaizeDocuments

extension GraphDocument {
    /// Reads what is there; what is wrong is left out, and found.
    init(_ fields: FieldReader, what: String, _ source: SourceFile) {
        position = fields.position
        name = source.text("name", fields)
        summary = fields.decoded("description", as: String.self, &source.findings) ?? ""
        if let value = fields.required("nodes", &source.findings) {
            nodes = GraphDocument.nodes(value, source)
            if GraphDocument.isEmpty(value) {
                source.findings.error(value.position, "'nodes' is empty; \(what) has at least one node")
            }
        }
        for value in fields.list("channels", &source.findings) {
            channels += GraphDocument.channels(value, source)
        }
        if let value = fields.value("parameters") { options = GraphDocument.options(value, source) }
        if let value = fields.value("ports") { ports = GraphDocument.ports(value, source) }
    }

    private static func isEmpty(_ value: DocumentValue) -> Bool {
        switch value.content {
        case .list(let values): values.isEmpty
        case .mapping(let entries): entries.isEmpty
        case .null, .scalar: false
        }
    }

    // MARK: Nodes

    /// A list of nodes, or a mapping of their names to what they are.
    private static func nodes(_ value: DocumentValue, _ source: SourceFile) -> [NodeEntry] {
        switch value.content {
        case .list(let values): return values.compactMap { node($0, name: nil, source) }
        case .mapping(let entries):
            return entries.compactMap { entry in
                let name = FlowDocument.Text(text: entry.key, position: entry.position)
                guard case .scalar(let type, let style) = entry.value.content, style != .literal else {
                    return node(entry.value, name: name, source)
                }
                let text = FlowDocument.Text(text: type, position: entry.value.position)
                return NodeEntry(position: entry.position, name: name, type: text)
            }
        case .null, .scalar:
            source.findings.error(
                value.position,
                "'nodes' is a list, or a mapping of names to nodes, not \(value.summary)"
            )
            return []
        }
    }

    private static func node(
        _ value: DocumentValue,
        name: FlowDocument.Text?,
        _ source: SourceFile
    ) -> NodeEntry? {
        let known =
            (name == nil ? ["name"] : []) + [
                "type", "description", "parameters", "fail_ok", "n_attempts", "loop", "max_loops", "level", "active",
                "status",
            ]
        guard let fields = FieldReader(value, what: "a node", known: known, &source.findings) else { return nil }
        var node = NodeEntry(position: name?.position ?? value.position)
        node.name = name ?? source.text("name", fields)
        if fields.required("type", &source.findings) != nil { node.type = source.text("type", fields) }
        node.options = source.nodeOptions(fields)
        if let parameters = fields.value("parameters") {
            if case .mapping(let entries) = parameters.content {
                node.parameters = entries
            } else {
                source.findings.error(
                    parameters.position,
                    "'parameters' is a mapping of names to values, not \(parameters.summary)"
                )
            }
        }
        return node
    }

    // MARK: Ports

    private static func ports(_ value: DocumentValue, _ source: SourceFile) -> [PortEntry] {
        guard case .mapping(let entries) = value.content else {
            source.findings.error(
                value.position,
                "'ports' is a mapping of names to inner ports, such as {inp: read.inp}, not \(value.summary)"
            )
            return []
        }
        return entries.compactMap { entry in
            PlaceEntry(entry.value, "port", in: source).map {
                PortEntry(name: FlowDocument.Text(text: entry.key, position: entry.position), inner: $0)
            }
        }
    }
}
