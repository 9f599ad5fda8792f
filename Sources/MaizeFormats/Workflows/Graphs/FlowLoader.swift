internal import MaizeCore
internal import MaizeDocuments
internal import MaizeSystem

/// Reads a workflow file, and the files that it takes graphs from.
struct FlowLoader {
    /// A file that was read.
    struct LoadedFile {
        let source: SourceFile
        let document: FlowDocument
    }

    /// The names of types of nodes, which no graph may have.
    private let catalogue: NodeCatalogue
    /// What was read, by the path without links and what for.
    private var files: [String: LoadedFile] = [:]
    /// Paths without links of the files that are being read.
    private var open: Set<String> = []
    /// Every file in the order of reading, the workflow's own first.
    private(set) var sources: [SourceFile] = []
    private var size = 0
    private var count = 0

    /// The most files that one workflow may be made of.
    static let mostFiles = 100

    init(catalogue: NodeCatalogue) {
        self.catalogue = catalogue
    }

    /// Reads the workflow's own file.
    ///
    /// - Throws: `DocumentError` or `SystemError` when it cannot be read.
    mutating func load(_ path: String) throws -> LoadedFile {
        let key = (try? Path.resolved(path)) ?? path  // a pipe has no other name, and nothing includes it
        return try read(path, at: nil, key: key, as: .workflow)
    }

    private mutating func read(
        _ path: String,
        at place: String?,
        key: String,
        as purpose: FlowDocument.Purpose
    ) throws -> LoadedFile {
        let (value, text) = try DocumentValue.readText(path: path)
        size += text.bytes.count
        count += value.count
        let source = SourceFile(path: path, at: place, text: text)
        sources.append(source)
        let document = FlowDocument(value, as: purpose, source)
        open.insert(key)
        defer { open.remove(key) }
        for include in document.includes { self.include(include, in: source) }
        for graph in document.graphs { define(graph, in: source) }
        let loaded = LoadedFile(source: source, document: document)
        files[FlowLoader.key(key, purpose)] = loaded
        return loaded
    }

    /// Takes the graphs of another file.
    private mutating func include(_ path: FlowDocument.Text, in source: SourceFile) {
        guard let other = other(path, of: source, as: .graphs) else { return }
        for (key, graph) in other.source.graphs {
            if let known = source.graphs[key], known !== graph {
                source.findings.error(
                    path.position,
                    "'\(path.text)' has a graph '\(graph.name)', and so has \(known.place.source.path) in line"
                        + " \(known.place.position.line); give one of both another name"
                )
                continue
            }
            source.graphs[key] = graph
        }
    }

    /// Lets a file name a graph.
    private mutating func define(_ graph: FlowDocument.GraphEntry, in source: SourceFile) {
        let (name, key) = (graph.name, GraphDefinition.key(graph.name.text))
        if let problem = NameRule.problem(with: name.text) {
            source.findings.error(name.position, "the graph's name \(name.text.debugDescription) \(problem)")
            return
        }
        if catalogue.has(name.text) {
            source.findings.error(
                name.position,
                "there is a type of nodes '\(name.text)' already; give this graph another name"
            )
            return
        }
        if let known = source.graphs[key] {
            source.findings.error(
                name.position,
                "there is a graph '\(known.name)' already, in line \(known.place.position.line) of"
                    + " \(known.place.source.path); give one of both another name"
            )
            return
        }
        let place = SourcePlace(source: source, position: name.position)
        switch graph.content {
        case .graph(let body):
            source.graphs[key] = GraphDefinition(name: name.text, body: body, source: source, place: place)
        case .file(let path):
            guard let other = other(path, of: source, as: .workflow) else { return }
            let body = other.document.graph
            source.graphs[key] = GraphDefinition(name: name.text, body: body, source: other.source, place: place)
        }
    }

    /// Another file, which a file names by a path below its own folder; nil when it cannot be had, which is found.
    private mutating func other(
        _ path: FlowDocument.Text,
        of source: SourceFile,
        as purpose: FlowDocument.Purpose
    ) -> LoadedFile? {
        do {
            let resolved = try below(source.folder, path.text)
            if let known = files[FlowLoader.key(resolved, purpose)] { return known }
            guard !open.contains(resolved) else {
                throw DocumentError(message: "it includes itself, by way of other files or directly")
            }
            guard sources.count < FlowLoader.mostFiles else {
                throw DocumentError(message: "more than \(FlowLoader.mostFiles) files")
            }
            guard FileContents.isRegular(resolved) else { throw DocumentError(message: "it is no regular file") }
            let shown = Path.parent(of: source.path).map { $0 + "/" + path.text } ?? path.text
            let place = source.folder + "/" + path.text
            let loaded: LoadedFile
            do {
                loaded = try read(shown, at: place, key: resolved, as: purpose)
            } catch let error as DocumentError {
                let broken = SourceFile(path: shown, at: place, text: nil)
                broken.findings.error(error.position, error.message)
                sources.append(broken)
                return nil
            }
            guard size <= DocumentLimits.size, count <= DocumentLimits.values else {
                throw DocumentError(
                    message:
                        "with it, more than \(DocumentLimits.size) bytes (16 MiB) or \(DocumentLimits.values) values"
                )
            }
            return loaded
        } catch {
            let reason = (error as? SystemError)?.reason ?? (error as? DocumentError)?.message ?? "\(error)"
            source.findings.error(path.position, "'\(path.text)' cannot be used: \(reason)")
        }
        return nil
    }

    /// The path without links of a file below a folder.
    private func below(_ folder: String, _ path: String) throws -> String {
        let rule = "only files below the folder of the file that names them can be used"
        guard !path.hasPrefix("/") else { throw DocumentError(message: "the path is absolute, and " + rule) }
        let resolved = try Path.resolved(folder + "/" + path)
        guard resolved.hasPrefix(try Path.resolved(folder) + "/") else {
            throw DocumentError(message: "it lies elsewhere, and " + rule)
        }
        return resolved
    }

    private static func key(_ path: String, _ purpose: FlowDocument.Purpose) -> String { "\(purpose) \(path)" }
}

extension DocumentValue {
    /// The values in it, itself among them.
    fileprivate var count: Int {
        switch content {
        case .null, .scalar: 1
        case .list(let values): values.reduce(1) { $0 + $1.count }
        case .mapping(let entries): entries.reduce(1) { $0 + $1.value.count }
        }
    }
}
