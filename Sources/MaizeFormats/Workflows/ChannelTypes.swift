internal import MaizeDocuments
internal import MaizeCore

/// What types of items follow from channels, before there are nodes.
extension WorkflowBuilder {
    /// Makes the types at both ends equal; false when the channel cannot be made, which is found.
    mutating func equateTypes(of channel: FlowDocument.ChannelEntry) -> Bool {
        let sender = channel.sending.flatMap { end($0, of: channel, sends: true) }
        let receiver = channel.receiving.flatMap { end($0, of: channel, sends: false) }
        guard let sender, let receiver else {
            markFaulty(channel.places)
            return false
        }
        do {
            try types.unify(sender, receiver)
            return true
        } catch {
            refuse(channel, error)
            return false
        }
    }

    /// The types at both ends of a channel differ.
    mutating func refuse(_ channel: FlowDocument.ChannelEntry, _ conflict: TypeUnifier.Conflict) {
        markFaulty(channel.places)
        guard let sending = channel.sending, let receiving = channel.receiving else { return }
        findings.error(
            channel.position,
            conflict.isTooDeep
                ? "'\(sending.description)' to '\(receiving.description)': \(TypeTerm.tooDeep)"
                : "'\(sending.description)' sends items of type \(conflict.left), and '\(receiving.description)' takes"
                    + " \(conflict.right)"
        )
    }

    /// The type at one end of a channel; nil when there is no such end, or nothing is known of it.
    private mutating func end(
        _ place: FlowDocument.Place,
        of channel: FlowDocument.ChannelEntry,
        sends: Bool
    ) -> TypeTerm? {
        guard let first = place.components.first else { return nil }
        guard let draft = places[first.text].map({ drafts[$0] }) else {
            refuseNode(first)
            return nil
        }
        guard let entry = draft.entry else { return nil }
        if place.components.count == 1 {
            return end(place, of: entry.signature, typeName: entry.name, sends: sends)
                .map { term(of: $0, draft.items, channel) }
        }
        guard let pattern = pattern(of: entry) else {
            // A graph that cannot be built is found when it is added.
            guard !(entry.type is Graph.Type) else { return nil }
            findings.error(first.position, "'\(first.text)' is a node; only a graph has nodes inside")
            return nil
        }
        guard let component = component(at: place, in: pattern, from: 1) else { return nil }
        let signature = NodeSignature(of: component)
        return end(place, of: signature, typeName: type(of: component).typeName, sends: sends)
            .map { term(of: $0, draft.items, channel) }
    }

    /// The type of a port of one instance; of one that is made of others that are open, a variable until they are known.
    private mutating func term(
        of port: NodeSignature.PortSignature,
        _ items: [TypeTerm],
        _ channel: FlowDocument.ChannelEntry
    ) -> TypeTerm {
        guard let composition = port.composition else { return port.type.renamed(items) }
        let variable = types.makeVariable()
        let own = composition.renamed(items)
        compositions.append(OpenComposition(variable: variable, composition: own, channel: channel))
        return variable
    }

    private mutating func end(
        _ place: FlowDocument.Place,
        of signature: NodeSignature,
        typeName: String,
        sends: Bool
    ) -> NodeSignature.PortSignature? {
        let wanted = place.interface
        let owner = place.names.joined(separator: "/")
        guard let port = signature.port(wanted.text) else {
            let isParameter = signature.value(wanted.text) != nil
            findings.error(
                wanted.position,
                isParameter
                    ? "'\(wanted.text)' is a parameter of '\(owner)'; a channel connects ports: "
                        + signature.portNames.joined(separator: ", ")
                    : "'\(owner)' (\(typeName)) has no port '\(wanted.text)'"
                        + findings.suggestion(for: wanted.text, among: signature.portNames)
            )
            return nil
        }
        guard port.isInput == sends else { return port }
        let right = signature.portNames.first { signature.port($0)?.isInput == !sends }
        findings.error(
            wanted.position,
            "'\(place.description)' is "
                + (sends ? "an input; 'sending' names an output" : "an output; 'receiving' names an input")
                + (right.map { ", such as \(owner).\($0)" } ?? "")
        )
        return nil
    }

    /// A graph of a type, built to look into; nil when there is none.
    private mutating func pattern(of entry: NodeCatalogue.Entry) -> Graph? {
        if let known = patterns[entry.name] { return known }
        guard entry.type is Graph.Type,
            case .success(let component) = Result(catching: { try Workflow("types").add(entry.type, name: "graph") })
        else { return nil }
        patterns[entry.name] = component as? Graph
        return patterns[entry.name]
    }
}
