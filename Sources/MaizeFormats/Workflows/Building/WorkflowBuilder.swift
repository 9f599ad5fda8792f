internal import MaizeCore
internal import MaizeDocuments
internal import MaizeWire

/// Makes a workflow of what files say: everything that can be made, with a finding for the rest.
struct WorkflowBuilder {
    let file: FlowLoader.LoadedFile
    let catalogue: NodeCatalogue
    let workflow: Workflow
    /// The workflow and each use of a graph of a file, inner ones first.
    var scopes: [GraphScope] = []
    var measure = GraphMeasure()
    /// The graphs of files that are used.
    var usedGraphs: Set<ObjectIdentifier> = []
    /// The types of nodes that do not exist here, in the order in which they were found.
    private(set) var unknownTypes: [String] = []
    private var unknown: Set<String> = []
    /// Whether one of them is no slip of the pen, but a type that exists elsewhere.
    var hasForeignTypes = false
    var types = TypeUnifier()
    /// Types that are made of others which are not all known.
    var compositions: [OpenComposition] = []
    /// Instances of registered graphs, by the names of their types, in which paths are looked up before there are nodes.
    var patterns: [String: Graph] = [:]
    /// Where components, and values of their parameters, stand: for what the check finds.
    var places = WorkflowPlaces()
    /// Values that were refused.
    var refusedValues: Set<RefusedValue> = []
    /// What the check would only repeat.
    private(set) var faults = FaultList()
    private var faultyPlaces: [(scope: GraphScope, place: Place)] = []
    /// Components that a refused channel named without saying which of their ports it means.
    private var faultyEnds: [(scope: GraphScope, components: [FlowDocument.Text], isInput: Bool)] = []

    init(_ file: FlowLoader.LoadedFile, into workflow: Workflow, catalogue: NodeCatalogue) {
        self.file = file
        self.workflow = workflow
        self.catalogue = catalogue
    }

    mutating func build() {
        describe()
        let root = GraphScope(file.document.graph, in: file.source, of: nil, path: [])
        measureGraphs()
        draft(root)
        let unused = draftUnused()
        for channel in scopes.flatMap(\.references) { equateTypes(channel) }
        findPorts()
        settleCompositions(isEnd: false)
        inferFromValues()
        settleCompositions(isEnd: true)
        make(root, as: workflow)
        for scope in unused { make(scope, as: FileGraph.alone(named: scope.path.last ?? "")) }
        for (scope, place) in faultyPlaces { interface(at: place, in: scope).map { faults.insert($0) } }
        for (scope, components, isInput) in faultyEnds {
            let ports = scope.graph?.component(at: components.map(\.text))?.ports ?? []
            for port in ports where port.isInput == isInput { faults.insert(port) }
        }
    }

    private mutating func describe() {
        let (document, source) = (file.document, file.source)
        let name = document.graph.name
        places[""] = SourcePlace(source: source, position: name?.position ?? document.graph.position)
        if let name {
            if let problem = NameRule.problem(with: name.text) {
                source.findings.error(name.position, "the workflow's name \(name.text.debugDescription) \(problem)")
            } else {
                workflow.name = name.text
            }
        }
        workflow.summary = document.graph.summary
        workflow.level = document.level ?? workflow.level
        workflow.scratch = document.scratch.map { $0.hasPrefix("/") ? $0 : source.folder + "/" + $0 }
    }

    private mutating func measureGraphs() {
        let graph = file.document.graph
        let made = measure.measure(graph, in: file.source).size - graph.nodes.count
        // Where a graph was refused, nothing will run: what is left is made only to see what is wrong with it.
        let isRefused = !measure.refused.isEmpty
        guard made > (isRefused ? GraphDefinition.mostUnusedComponents : GraphDefinition.mostComponents) else { return }
        if !isRefused {
            file.source.findings.error(
                graph.position,
                "its graphs would be made of more than \(GraphDefinition.mostComponents) nodes"
            )
        }
        // What one of them is made of is bounded as well, and says enough.
        measure.refuseAll(of: file.source)
    }

    /// Graphs that the file defines and does not use are looked at as well, as many as may be made.
    private mutating func draftUnused() -> [GraphScope] {
        var unused: Set<ObjectIdentifier> = []
        for entry in file.document.graphs {
            guard case .graph = entry.content,
                let graph = file.source.graphs[GraphDefinition.key(entry.name.text)], graph.source === file.source,
                !usedGraphs.contains(ObjectIdentifier(graph)), measure.allows(graph)
            else { continue }
            unused.insert(ObjectIdentifier(graph))
        }
        var room = GraphDefinition.mostUnusedComponents
        // Those that hold others come first: what is inside of them was looked at with them.
        return measure.counted.reversed().compactMap { graph in
            guard unused.contains(ObjectIdentifier(graph)), !usedGraphs.contains(ObjectIdentifier(graph)),
                let size = graph.size, size <= room
            else { return nil }
            room -= size
            // No node of the workflow has such a path.
            let scope = GraphScope(graph.body, in: graph.source, of: graph, path: ["", graph.name])
            draft(scope)
            return scope
        }
    }

    mutating func noteUnknownType(_ name: String) {
        if unknown.insert(name).inserted { unknownTypes.append(name) }
    }

    /// How types of nodes that do not exist here are made known; nil where there are none, or where each of them is a
    /// slip of which the right name was told.
    var missingTypes: String? {
        guard hasForeignTypes else { return nil }
        let names = unknownTypes.prefix(20).map { "'\($0)'" }.joined(separator: ", ")
        let rest = unknownTypes.count > 20 ? " and \(unknownTypes.count - 20) more" : ""
        return "no type of nodes here is called \(names)\(rest); 'maize-swift list' shows those that are; nodes of a"
            + " package of yours are made known by 'package: DIR' in the file, or --package-path DIR"
    }

    // MARK: Faults

    /// What cannot be made leaves what it names without it, which needs no words of its own.
    mutating func markFaulty(_ places: some Sequence<Place>, in scope: GraphScope) {
        faultyPlaces += places.map { (scope, $0) }
    }

    /// As for places, for the ends of a channel that name components alone: any of their ports may have been meant.
    mutating func markFaulty(_ channel: ChannelReference) {
        for (end, isInput) in [(channel.draft.sending, false), (channel.draft.receiving, true)] {
            if case .component(let components) = end { faultyEnds.append((channel.scope, components, isInput)) }
        }
    }

    /// As for places, for all ports of a component.
    mutating func markFaulty(component: FlowDocument.Text, in scope: GraphScope) {
        for isInput in [false, true] { faultyEnds.append((scope, [component], isInput)) }
    }

    mutating func markFaulty(_ interface: Interface) { faults.insert(interface) }

    /// What a place names; nil when there is no such thing, which was found already.
    func interface(at place: Place, in scope: GraphScope) -> Interface? {
        scope.graph?.component(at: place.names)?.interface(named: place.interface.text)
    }
}

/// Where a value of a file stands that no node takes.
struct RefusedValue: Hashable {
    let source: ObjectIdentifier
    let position: Position
}

extension GraphScope {
    fileprivate var references: [ChannelReference] {
        channels.indices.map { ChannelReference(scope: self, index: $0) }
    }
}

extension FileGraph {
    /// One that is no part of a workflow, only to see what is wrong with it.
    fileprivate static func alone(named name: String) -> Graph {
        // Without nodes and ports of its own, nothing about it can be refused.
        (try? Workflow("alone").add(FileGraph.self, name: name)) ?? FileGraph()
    }
}

extension AnyPort {
    fileprivate var isInput: Bool { self is InputPort || self is MultiInputPort }
}
