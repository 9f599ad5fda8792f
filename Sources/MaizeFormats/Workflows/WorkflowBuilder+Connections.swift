internal import MaizeDocuments
internal import MaizeCore

/// Channels and options, once there are nodes.
extension WorkflowBuilder {
    mutating func connect(_ channel: FlowDocument.ChannelEntry) {
        guard let sending = channel.sending, let receiving = channel.receiving,
            let output = interface(at: sending) as? AnyPort, let input = interface(at: receiving) as? AnyPort
        else {
            markFaulty(channel.places)
            return  // a component that could not be added was found already
        }
        let mode = channel.mode.flatMap { fileMode($0, of: output) }
        do {
            try workflow.connect(any: output, to: input, capacity: channel.capacity?.items, mode: mode)
        } catch {
            markFaulty(channel.places)
            let isCapacity = channel.capacity.map { !Channel.possibleCapacities.contains($0.items) } ?? false
            findings.error(isCapacity ? channel.capacity?.position : channel.position, "\(error)")
        }
    }

    private mutating func fileMode(_ text: FlowDocument.Text, of output: AnyPort) -> FileMode? {
        guard let mode = FileMode(rawValue: text.text.lowercased()) else {
            findings.error(text.position, "'mode' is one of copy, link, move, not '\(text.text)'")
            return nil
        }
        if !TypeTerm(output.itemType).mayHoldFiles {
            findings.warning(
                text.position,
                "'mode' says how files travel; items of type \(TypeText.text(of: output.itemType)) hold no files"
            )
        }
        return mode
    }

    mutating func add(_ option: FlowDocument.OptionEntry) {
        let targets = option.targets.compactMap { target(at: $0) }
        guard let name = option.name, option.targetsAreSound, targets.count == option.targets.count else {
            markFaulty(option.targets)
            return
        }
        do {
            let parameter = try workflow.map(any: targets, as: name.text)
            optionPositions[name.text] = option.position
            for place in option.targets { optionPositions[place.description] = option.position }
            if let value = option.value { try parameter.setValue(value, folder: folder) }
        } catch let error as ValueError {
            markFaulty(option.targets)
            findings.error(error.position, "parameter '\(name.text)': \(error.message)")
        } catch let error as WorkflowError {
            markFaulty(option.targets)
            findings.error(error.code == .name ? name.position : option.position, error.message)
        } catch {
            findings.error(option.position, "\(error)")
        }
    }

    private mutating func target(at place: FlowDocument.Place) -> Interface? {
        guard let component = component(at: place, in: workflow, from: 0) else { return nil }
        let wanted = place.interface
        if let found = component.interface(named: wanted.text) { return found }
        findings.error(
            wanted.position,
            "'\(place.names.joined(separator: "/"))' has no parameter '\(wanted.text)'"
                + findings.suggestion(for: wanted.text, among: component.valueNames)
        )
        return nil
    }

    /// Follows the names of a place from one of them on; nil where there is no such component, which is found.
    mutating func component(at place: FlowDocument.Place, in graph: Graph, from start: Int) -> Component? {
        var component: Component = graph
        for depth in start..<place.components.count {
            let name = place.components[depth]
            let above = place.names[..<depth].joined(separator: "/")
            guard let graph = component as? Graph else {
                findings.error(
                    place.components[depth - 1].position,
                    "'\(above)' is a node; only a graph has nodes inside"
                )
                return nil
            }
            guard let inner = graph.component(named: name.text) else {
                // A node that could not be added was found already.
                if depth > 0 || places[name.text] == nil { refuse(name, above: above, graph) }
                return nil
            }
            component = inner
        }
        return component
    }

    private mutating func refuse(_ name: FlowDocument.Text, above: String, _ graph: Graph) {
        if above.isEmpty {
            refuseNode(name)
        } else {
            findings.error(
                name.position,
                "there is no node '\(name.text)' in '\(above)'"
                    + findings.suggestion(for: name.text, among: graph.components.map(\.name))
            )
        }
    }

    /// Says that the file has no such node, unless it has one with which something else is wrong.
    mutating func refuseNode(_ name: FlowDocument.Text) {
        guard !declaredNames.contains(name.text) else { return }
        findings.error(
            name.position,
            "there is no node '\(name.text)'" + findings.suggestion(for: name.text, among: places.keys)
        )
    }
}
