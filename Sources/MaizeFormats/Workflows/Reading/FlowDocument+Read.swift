internal import MaizeCore
internal import MaizeDocuments

extension FlowDocument {
    /// What a file is read for.
    enum Purpose {
        /// To be run, or to be used as a graph.
        case workflow
        /// For the graphs that it defines.
        case graphs
    }

    /// Reads what is there; what is wrong is left out, and found.
    init(_ value: DocumentValue, as purpose: Purpose, _ source: SourceFile) {
        let known = [
            "name", "description", "level", "scratch", "package", "include", "graphs", "nodes", "channels",
            "parameters", "ports",
            "$schema",
        ]
        guard let fields = FieldReader(value, what: "a workflow", known: known, &source.findings) else { return }
        includes = FlowDocument.includes(fields, source)
        graphs = FlowDocument.graphs(fields, source)
        // The workflow beside the graphs that a file includes is none of its business.
        guard purpose == .workflow else { return }
        level = source.level(fields)
        scratch = fields.decoded("scratch", as: String.self, &source.findings)
        package = fields.decoded("package", as: String.self, &source.findings)
        graph = GraphDocument(fields, what: "a workflow", source)
    }

    private static func includes(_ fields: FieldReader, _ source: SourceFile) -> [Text] {
        guard let value = fields.value("include") else { return [] }
        let values = if case .list(let values) = value.content { values } else { [value] }
        return values.compactMap { value in
            FieldReader.decode(value, as: String.self, key: "include", &source.findings)
                .map { Text(text: $0, position: value.position) }
        }
    }

    private static func graphs(_ fields: FieldReader, _ source: SourceFile) -> [GraphEntry] {
        guard let value = fields.value("graphs") else { return [] }
        guard case .mapping(let entries) = value.content else {
            source.findings.error(value.position, "'graphs' is a mapping of names to graphs, not \(value.summary)")
            return []
        }
        return entries.compactMap { entry in
            let name = Text(text: entry.key, position: entry.position)
            if case .scalar(let path, let style) = entry.value.content, style != .literal {
                return GraphEntry(name: name, content: .file(Text(text: path, position: entry.value.position)))
            }
            let known = ["description", "nodes", "channels", "parameters", "ports"]
            guard let fields = FieldReader(entry.value, what: "a graph", known: known, &source.findings) else {
                return nil
            }
            return GraphEntry(name: name, content: .graph(GraphDocument(fields, what: "a graph", source)))
        }
    }
}
