internal import MaizeCore
internal import MaizeDocuments

/// Makes components of what is known by now.
extension WorkflowBuilder {
    mutating func make(_ scope: GraphScope, as graph: Graph) {
        scope.graph = graph
        for draft in scope.drafts { make(draft, in: scope, graph) }
        for place in scope.channels.indices { connect(ChannelReference(scope: scope, index: place), in: graph) }
        if scope.definition != nil { for port in scope.ports { expose(port, in: scope, graph) } }
        for option in scope.options { add(option, in: scope, graph) }
    }

    // MARK: Nodes

    private mutating func make(_ draft: NodeDraft, in scope: GraphScope, _ graph: Graph) {
        places[scope.path(of: draft.name)] = SourcePlace(source: scope.source, position: draft.source.position)
        do {
            switch draft.kind {
            case .unknown: return
            case .type(let entry, let items):
                let items = items.map { types.resolved($0) }
                guard !items.contains(where: \.isTooDeep) else {
                    scope.source.findings.error(draft.source.position, "'\(draft.name)': \(TypeTerm.tooDeep)")
                    return
                }
                try graph.add(entry.type(taking: items.map(\.closed)), name: draft.name, options: draft.source.options)
                {
                    setParameters(of: $0, draft, in: scope)
                }
            case .graph(let inner):
                let added = try graph.add(FileGraph.self, name: draft.name, options: draft.source.options)
                added.givenTypeName = inner.definition?.name
                added.definitionSummary = inner.body.summary
                make(inner, as: added)
                setParameters(of: added, draft, in: scope)
            }
        } catch {
            scope.source.findings.error(draft.source.position, "'\(draft.name)' cannot be built: \(error)")
        }
    }

    /// Gives a component the values that the file has for it; those that it refuses are found.
    private mutating func setParameters(of component: Component, _ draft: NodeDraft, in scope: GraphScope) {
        let path = scope.path(of: draft.name)
        for value in draft.source.parameters {
            do throws(ValueError) {
                try component.setParameter(
                    value,
                    folder: scope.source.folder,
                    suggests: !scope.source.findings.isLong
                )
                let place = SourcePlace(source: scope.source, position: value.value.position)
                let name = component.interface(named: value.key)?.name ?? value.key
                places.note(name, of: path, at: place)
            } catch {
                let interface = component.interface(named: value.key)
                // What was meant by a misspelt name is left without a value, which needs no words of its own.
                let meant =
                    scope.source.findings.isLong
                    ? nil : NearestName.nearest(to: value.key, among: component.valueNames)
                (interface ?? meant.flatMap { component.interface(named: $0) }).map { markFaulty($0) }
                refuse(error, of: interface.map { (path, $0.name) }, in: scope.source)
            }
        }
    }

    /// A value of a graph's node is told of once, for the first use of the graph.
    private mutating func refuse(
        _ error: ValueError,
        of interface: (path: String, name: String)?,
        in source: SourceFile
    ) {
        guard refusedValues.insert(RefusedValue(source: ObjectIdentifier(source), position: error.position)).inserted
        else { return }
        var finding = FileDiagnostic(.error, file: source.path, at: error.position, error.message)
        // What is said of a name that no parameter has, names the node itself.
        if let interface {
            // A graph that is used nowhere has no path in the workflow.
            finding.path = String(interface.path.drop { $0 == "/" })
            finding.interface = interface.name
        }
        source.findings.add(finding)
    }

    // MARK: Channels

    private mutating func connect(_ reference: ChannelReference, in graph: Graph) {
        let (scope, draft) = (reference.scope, reference.draft)
        guard !draft.isRefused else { return }
        guard let ends = draft.ends, let output = interface(at: ends.sending, in: scope) as? AnyPort,
            let input = interface(at: ends.receiving, in: scope) as? AnyPort
        else { return refuse(reference) }  // a component that could not be added was found already
        let mode = draft.entry.mode.flatMap { fileMode($0, of: output, in: scope) }
        do {
            try graph.connect(any: output, to: input, capacity: draft.entry.capacity?.items, mode: mode)
        } catch {
            refuse(reference)
            let isCapacity = draft.entry.capacity.map { !Channel.possibleCapacities.contains($0.items) } ?? false
            let position = isCapacity ? draft.entry.capacity?.position : draft.entry.position
            scope.source.findings.error(position, "\(error)")
        }
    }

    private func fileMode(_ text: FlowDocument.Text, of output: AnyPort, in scope: GraphScope) -> FileMode? {
        guard let mode = FileMode(rawValue: text.text.lowercased()) else {
            scope.source.findings.error(text.position, "'mode' is one of copy, link, move, not '\(text.text)'")
            return nil
        }
        if !TypeTerm(output.itemType).mayHoldFiles {
            scope.source.findings.warning(
                text.position,
                "'mode' says how files travel; items of type \(TypeText.text(of: output.itemType)) hold no files"
            )
        }
        return mode
    }

    // MARK: Ports and parameters

    private mutating func expose(_ port: PortDraft, in scope: GraphScope, _ graph: Graph) {
        guard let inner = interface(at: port.inner, in: scope) as? AnyPort else { return }
        do {
            _ = try graph.addPort(port.name.text, standingFor: inner)
        } catch let error as WorkflowError {
            scope.source.findings.error(
                error.code == .name ? port.name.position : port.inner.position,
                error.message
            )
        } catch {
            scope.source.findings.error(port.name.position, "\(error)")
        }
    }

    private mutating func add(_ option: OptionDraft, in scope: GraphScope, _ graph: Graph) {
        let targets = option.targets.compactMap { interface(at: $0, in: scope) }
        let entry = option.entry
        guard let name = entry.name, option.isSound, targets.count == option.targets.count else {
            markFaulty(option.targets, in: scope)
            return
        }
        do {
            let parameter =
                try (graph as? Workflow)?.map(any: targets, as: name.text)
                ?? graph.addParameter(name.text, driving: targets)
            if entry.isOptional { parameter.makeOptional() }
            let place = SourcePlace(source: scope.source, position: entry.position)
            places.note(name.text, of: scope.path.joined(separator: "/"), at: place)
            for target in option.targets {
                places.note(target.interface.text, of: scope.path(of: target.owner), at: place)
            }
            if let value = entry.value { try parameter.setValue(value, folder: scope.source.folder) }
        } catch let error as ValueError {
            markFaulty(option.targets, in: scope)
            let driven = option.targets.map(\.description).joined(separator: "', '")
            scope.source.findings.error(
                error.position,
                "parameter '\(name.text)', which drives '\(driven)': \(error.message)"
            )
        } catch let error as WorkflowError {
            markFaulty(option.targets, in: scope)
            scope.source.findings.error(error.code == .name ? name.position : entry.position, error.message)
        } catch {
            scope.source.findings.error(entry.position, "\(error)")
        }
    }
}
