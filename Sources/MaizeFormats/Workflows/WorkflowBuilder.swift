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
    var types = TypeUnifier()
    /// Where components and options stand in the file, for what the check finds.
    private(set) var positions: [String: Position] = [:]
    private(set) var optionPositions: [String: Position] = [:]
    /// Ports and parameters, as `node.port`, with which something else is wrong: the check would only repeat it.
    private(set) var faulty: Set<String> = []

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
    }

    mutating func build() {
        describe()
        draftNodes()
        let channels = document.channels.filter { equateTypes(of: $0) }
        inferFromValues()
        for place in drafts.indices { addNode(place) }
        for channel in channels { connect(channel) }
        for option in document.options { add(option) }
    }

    private mutating func describe() {
        if let name = document.name {
            workflow.name = name.text
            positions[""] = name.position
        }
        workflow.summary = document.summary ?? ""
        workflow.level = document.level ?? workflow.level
        workflow.scratch = document.scratch.map { $0.hasPrefix("/") ? $0 : folder + "/" + $0 }
    }

    // MARK: Nodes

    private mutating func addNode(_ place: Int) {
        let draft = drafts[place]
        guard let entry = draft.entry else { return }
        let type = draft.item.map { entry.type(taking: types.resolved($0).closed) } ?? entry.type
        positions[draft.name] = draft.source.position
        var found: [(position: Position, message: String)] = []
        var refused: [String] = []
        do {
            try workflow.add(type, name: draft.name, options: draft.source.options) { component in
                for value in draft.source.parameters {
                    do {
                        try component.setParameter(value, folder: folder)
                    } catch let error as ValueError {
                        found.append((error.position, error.message))
                        refused.append("\(draft.name).\(value.key)")
                    }
                }
            }
        } catch let error as WorkflowError {
            findings.error(draft.source.position, "\(error)")
        } catch {
            findings.error(draft.source.position, "'\(draft.name)' cannot be built: \(error)")
        }
        for one in found { findings.error(one.position, one.message) }
        faulty.formUnion(refused)
    }

    // MARK: Channels

    private mutating func connect(_ channel: FlowDocument.ChannelEntry) {
        guard let sending = channel.sending, let receiving = channel.receiving,
            let output = port(at: sending), let input = port(at: receiving)
        else { return }  // a component that could not be added was found already
        do {
            if let mode = channel.mode { check(mode, of: output) }
            try workflow.connect(any: output, to: input, capacity: channel.capacity?.items)
        } catch let error as WorkflowError {
            markFaulty(channel)
            findings.error(channel.capacity?.position ?? channel.position, error.message)
        } catch {
            findings.error(channel.position, "\(error)")
        }
    }

    private mutating func check(_ mode: FlowDocument.Text, of output: Port) {
        let known = ["copy", "link", "move"]
        guard known.contains(mode.text.lowercased()) else {
            findings.error(mode.position, "'mode' is one of copy, link, move, not '\(mode.text)'")
            return
        }
        findings.warning(
            mode.position,
            "'mode' says how files travel; items of type \(TypeText.text(of: output.itemType)) are no files"
        )
    }

    /// The port itself, that of a graph too.
    private func port(at place: FlowDocument.Place) -> Port? {
        workflow.component(at: place.names)?.ports.first {
            $0.name == place.interface.text || $0.propertyName == place.interface.text
        }
    }

    /// A channel that cannot be made leaves its ends unconnected, which needs no words of its own.
    mutating func markFaulty(_ channel: FlowDocument.ChannelEntry) {
        for end in [channel.sending, channel.receiving].compactMap(\.self) { faulty.insert(end.description) }
    }

    // MARK: Options

    private mutating func add(_ option: FlowDocument.OptionEntry) {
        let targets = option.targets.compactMap { target(at: $0) }
        guard let name = option.name, targets.count == option.targets.count else { return }
        do {
            let parameter = try workflow.map(any: targets, as: name.text)
            optionPositions[name.text] = option.position
            for place in option.targets { optionPositions[place.description] = option.position }
            if let value = option.value {
                try parameter.setValue(from: DocumentDecoder(value))
                parameter.makePathsAbsolute(from: folder)
            }
        } catch let error as ValueError {
            findings.error(error.position, "parameter '\(name.text)': \(error.message)")
        } catch let error as WorkflowError {
            findings.error(error.code == .name ? name.position : option.position, error.message)
        } catch {
            findings.error(option.position, "\(error)")
        }
    }

    private mutating func target(at place: FlowDocument.Place) -> Interface? {
        guard let component = component(at: place) else { return nil }
        let wanted = place.interface.text
        if let found = component.interfaces.first(where: { $0.name == wanted || $0.propertyName == wanted }) {
            return found
        }
        findings.error(
            place.interface.position,
            "'\(place.names.joined(separator: "/"))' has no parameter '\(wanted)'"
                + NearestName.suggestion(for: wanted, among: component.valueNames)
        )
        return nil
    }

    private mutating func component(at place: FlowDocument.Place) -> Component? {
        var graph: Graph = workflow
        var component: Component = workflow
        for (depth, name) in place.components.enumerated() {
            guard let found = graph.component(named: name.text) else {
                // A node that could not be added was found already.
                if depth > 0 || places[name.text] == nil {
                    let known = depth > 0 ? graph.components.map(\.name) : Array(places.keys)
                    findings.error(
                        name.position,
                        "there is no node '\(name.text)'" + NearestName.suggestion(for: name.text, among: known)
                    )
                }
                return nil
            }
            component = found
            guard depth < place.components.count - 1 else { break }
            guard let inner = found as? Graph else {
                findings.error(name.position, "'\(name.text)' is a node; only a graph has nodes inside")
                return nil
            }
            graph = inner
        }
        return component
    }
}

extension Component {
    /// The names of what can be given a value.
    var valueNames: [String] { parameters.map(\.name) + ports.filter { $0 is InputPort }.map(\.name) }

    /// Gives a parameter, or an input without a channel, the value of an entry; null leaves it as it is.
    fileprivate func setParameter(_ entry: DocumentValue.Entry, folder: String) throws(ValueError) {
        guard let interface = interfaces.first(where: { $0.name == entry.key || $0.propertyName == entry.key }),
            interface is AnyParameter || interface is InputPort
        else {
            throw ValueError(
                entry.position,
                "'\(name)' has no parameter '\(entry.key)'"
                    + NearestName.suggestion(for: entry.key, among: valueNames)
            )
        }
        if case .null = entry.value.content { return }
        do {
            let source = DocumentDecoder(entry.value)
            try (interface as? AnyParameter)?.setValue(from: source)
            try (interface as? InputPort)?.setValue(from: source)
            (interface as? AnyParameter)?.makePathsAbsolute(from: folder)
        } catch let error as ValueError {
            throw ValueError(error.position, "parameter '\(entry.key)': \(error.message)")
        } catch {
            throw ValueError(entry.value.position, "parameter '\(entry.key)': \(error)")
        }
    }
}
