internal import MaizeCore
internal import MaizeDocuments
internal import MaizeWire

/// Says in the shape of a workflow file what a workflow, or a graph that a file has defined, is made of.
///
/// Values are expected where they have effect: pushed down from what drives them.
struct WorkflowSaver {
    enum Form {
        /// Graphs stay nodes of their type, and what is as it would be anyway is left out.
        case short
        /// Nodes alone, those of graphs too, with all that they inherit.
        case flat
    }

    /// The graph whose components become nodes.
    let graph: Graph
    let form: Form
    let catalogue: NodeCatalogue
    /// The file's folder, absolute; nil where paths stay absolute.
    let folder: String?
    /// Channels, but those that graphs make themselves.
    let channels: [Channel]
    /// What becomes a node, and its name there.
    let components: [(component: Component, name: String)]
    /// The names by component.
    let names: [ObjectIdentifier: String]
    /// The graphs that the file defines.
    let definitions: SavedDefinitions
    let secrets: SecretPlaces
    /// What no file can say.
    private(set) var problems: [String] = []

    init(
        _ graph: Graph,
        _ form: Form,
        _ catalogue: NodeCatalogue,
        folder: String?,
        channels: [Channel],
        definitions: SavedDefinitions = SavedDefinitions()
    ) {
        self.graph = graph
        self.form = form
        self.catalogue = catalogue
        self.folder = folder
        self.channels = channels
        self.definitions = definitions
        secrets = SecretPlaces(graph.root as? Graph)
        components = form == .short ? graph.components.map { ($0, $0.name) } : graph.flatComponents
        names = Dictionary(components.map { (ObjectIdentifier($0.component), $0.name) }) { first, _ in first }
    }

    /// The file of a workflow, whose nodes are those of a package, if any.
    mutating func document(of workflow: Workflow, from package: String?) -> DocumentValue {
        var entries: [(String, DocumentValue)] = [("name", .text(workflow.name))]
        if !workflow.summary.isEmpty { entries.append(("description", .text(workflow.summary))) }
        if workflow.level != .info || form == .flat { entries.append(("level", .text("\(workflow.level)"))) }
        if let scratch = workflow.scratch {
            entries.append(("scratch", .text(SavedPath(folder: folder).relative(scratch))))
        }
        if let package { entries.append(("package", .text(SavedPath(folder: folder).relative(package)))) }
        let body = body()
        // A graph stands above the nodes that are made of it.
        if !definitions.all.isEmpty { entries.append(("graphs", .mapping(definitions.all))) }
        return .mapping(entries + body)
    }

    /// Nodes, channels, ports and parameters.
    private mutating func body() -> [(String, DocumentValue)] {
        var entries = [("nodes", DocumentValue.list(components.map { node($0.component, named: $0.name) }))]
        let own = channels.filter { form == .flat || $0.definingGraph === graph }.compactMap { channel($0) }
        if !own.isEmpty { entries.append(("channels", .list(own))) }
        let ports = graph.ports.compactMap { port in place(standingFor: port).map { (port.name, $0) } }
        if !ports.isEmpty { entries.append(("ports", .mapping(ports))) }
        let options = graph.parameters.compactMap { option($0) }
        if !options.isEmpty { entries.append(("parameters", .list(options))) }
        return entries
    }

    /// The name under which the file defines a graph, with the definition of each graph in it.
    mutating func define(_ graph: FileGraph) -> String {
        var inner = WorkflowSaver(
            graph,
            form,
            catalogue,
            folder: folder,
            channels: channels,
            definitions: definitions
        )
        let summary =
            graph.definitionSummary.isEmpty ? [] : [("description", DocumentValue.text(graph.definitionSummary))]
        let definition = DocumentValue.mapping(summary + inner.body())
        problems += inner.problems
        return definitions.name(of: definition, wanted: graph.shownTypeName)
    }

    mutating func refuse(_ place: String, _ message: String) {
        problems.append(place.isEmpty ? message : "'\(place)': \(message)")
    }
}
