internal import MaizeDocuments
internal import MaizeCore
internal import MaizeWire

/// Makes a workflow of what a file says: everything that can be made, with a finding for the rest.
struct WorkflowBuilder {
    let document: FlowDocument
    let catalogue: NodeCatalogue
    /// What relative paths in the file mean.
    let folder: String
    let workflow: Workflow
    var findings: FindingList
    var drafts: [NodeDraft] = []
    /// Where drafts stand, by name.
    var places: [String: Int] = [:]
    /// The names in the file, those of nodes that cannot be made among them.
    let declaredNames: Set<String>
    var types = TypeUnifier()
    /// Types that are made of others which are not all known.
    var compositions: [OpenComposition] = []
    /// Channels that cannot be made, as was found with those types.
    var refusedChannels: Set<Position> = []
    /// Instances of registered graphs, by the names of their types, in which paths are looked up before there are nodes.
    var patterns: [String: Graph] = [:]
    /// Where components and options stand in the file, for what the check finds.
    var positions: [String: Position] = [:]
    var optionPositions: [String: Position] = [:]
    /// Ports and parameters, as `node.port`, with which something else is wrong: the check would only repeat it.
    private(set) var faulty: Set<String> = []
    /// Components of which one is faulty: what they find themselves may only follow from it.
    private(set) var faultyComponents: Set<String> = []
    /// The same, as the file names them.
    private var faultyPlaces: [FlowDocument.Place] = []

    init(
        _ document: FlowDocument,
        into workflow: Workflow,
        catalogue: NodeCatalogue,
        folder: String,
        findings: FindingList
    ) {
        self.document = document
        self.workflow = workflow
        self.catalogue = catalogue
        self.folder = folder
        self.findings = findings
        declaredNames = Set(document.nodes.compactMap { $0.name?.text })
    }

    mutating func build() {
        describe()
        draftNodes()
        let channels = document.channels.filter { equateTypes(of: $0) }
        settleCompositions(isEnd: false)
        inferFromValues()
        settleCompositions(isEnd: true)
        for place in drafts.indices { addNode(place) }
        for channel in channels where !refusedChannels.contains(channel.position) { connect(channel) }
        for option in document.options { add(option) }
        for place in faultyPlaces { interface(at: place).map { markFaulty($0) } }
    }

    private mutating func describe() {
        positions[""] = document.name?.position ?? document.position
        if let name = document.name {
            if let problem = NameRule.problem(with: name.text) {
                findings.error(name.position, "the workflow's name \(name.text.debugDescription) \(problem)")
            } else {
                workflow.name = name.text
            }
        }
        workflow.summary = document.summary ?? ""
        workflow.level = document.level ?? workflow.level
        workflow.scratch = document.scratch.map { $0.hasPrefix("/") ? $0 : folder + "/" + $0 }
    }

    // MARK: Nodes

    private mutating func addNode(_ place: Int) {
        let draft = drafts[place]
        guard let entry = draft.entry else { return }
        let items = draft.items.map { types.resolved($0) }
        if items.contains(where: \.isTooDeep) {
            findings.error(draft.source.position, "'\(draft.name)': \(TypeTerm.tooDeep)")
            return
        }
        positions[draft.name] = draft.source.position
        var refused: [ValueError] = []
        let suggests = !findings.isLong
        do {
            try workflow.add(entry.type(taking: items.map(\.closed)), name: draft.name, options: draft.source.options) {
                component in
                for value in draft.source.parameters {
                    do throws(ValueError) {
                        try component.setParameter(value, folder: folder, suggests: suggests && refused.count < 100)
                    } catch {
                        refused.append(error)
                        component.interface(named: value.key).map { markFaulty($0) }
                    }
                }
            }
        } catch {
            findings.error(draft.source.position, "'\(draft.name)' cannot be built: \(error)")
        }
        for one in refused { findings.error(one.position, one.message) }
    }

    // MARK: Faults

    /// A channel or an option that cannot be made leaves what it names without one, which needs no words of its own.
    mutating func markFaulty(_ places: some Sequence<FlowDocument.Place>) { faultyPlaces += places }

    /// Of a graph's port or parameter, what it stands for.
    private mutating func markFaulty(_ interface: Interface) {
        let end = (interface as? AnyPort)?.leaf ?? interface
        let path = end.owner?.componentPath.description ?? ""
        guard faulty.insert("\(path).\(end.name)").inserted else { return }
        faultyComponents.insert(path)
        for target in (interface as? AnyParameter)?.targets ?? [] { markFaulty(target) }
    }

    /// What a place names; nil when there is no such thing, which was found already.
    func interface(at place: FlowDocument.Place) -> Interface? {
        workflow.component(at: place.names)?.interface(named: place.interface.text)
    }
}

extension Component {
    /// The port or parameter that a file calls so.
    func interface(named name: String) -> Interface? {
        interfaces.first { $0.name == name || $0.propertyName == name }
    }

    /// The names of what can be given a value.
    var valueNames: [String] { parameters.map(\.name) + ports.filter { $0 is InputPort }.map(\.name) }

    /// Gives a parameter, or an input without a channel, the value of an entry; null leaves it as it is.
    fileprivate func setParameter(
        _ entry: DocumentValue.Entry,
        folder: String,
        suggests: Bool
    ) throws(ValueError) {
        guard let interface = interface(named: entry.key), interface is AnyParameter || interface is InputPort else {
            throw ValueError(
                entry.position,
                "'\(name)' has no parameter '\(entry.key)'"
                    + (suggests ? NearestName.suggestion(for: entry.key, among: valueNames) : "")
            )
        }
        if case .null = entry.value.content { return }
        do {
            try interface.setValue(entry.value, folder: folder)
        } catch {
            throw ValueError(error.position, "parameter '\(entry.key)': \(error.message)")
        }
    }
}
