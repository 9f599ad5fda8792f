internal import MaizeCore
internal import MaizeWire

/// What types of items follow from channels and values.
extension WorkflowBuilder {
    /// Makes the types at both ends equal; false when the channel cannot be made, which is found.
    mutating func equateTypes(of channel: FlowDocument.ChannelEntry) -> Bool {
        let sender = channel.sending.flatMap { end($0, sends: true) }
        let receiver = channel.receiving.flatMap { end($0, sends: false) }
        guard let sender, let receiver, let sending = channel.sending, let receiving = channel.receiving else {
            markFaulty(channel)
            return false
        }
        do {
            try types.unify(sender, receiver)
            return true
        } catch {
            markFaulty(channel)
            findings.error(
                channel.position,
                "'\(sending.description)' sends items of type \(error.left), and '\(receiving.description)' takes"
                    + " \(error.right)"
            )
            return false
        }
    }

    /// The type at one end of a channel; nil when there is no such end, or nothing is known of it.
    private mutating func end(_ place: FlowDocument.Place, sends: Bool) -> TypeTerm? {
        guard let first = place.components.first else { return nil }
        guard let draft = places[first.text].map({ drafts[$0] }) else {
            if !document.nodes.contains(where: { $0.name?.text == first.text }) {
                findings.error(
                    first.position,
                    "there is no node '\(first.text)'" + NearestName.suggestion(for: first.text, among: places.keys)
                )
            }
            return nil
        }
        guard let entry = draft.entry else { return nil }
        if place.components.count > 1 { return innerEnd(place, of: entry, sends: sends) }
        let wanted = place.interface
        guard let port = entry.signature.port(wanted.text) else {
            findings.error(
                wanted.position,
                "'\(draft.name)' (\(entry.name)) has no port '\(wanted.text)'"
                    + NearestName.suggestion(for: wanted.text, among: entry.signature.portNames)
            )
            return nil
        }
        guard port.isInput != sends else {
            findings.error(
                wanted.position,
                sends
                    ? "'\(place.description)' is an input; 'sending' names an output"
                    : "'\(place.description)' is an output; 'receiving' names an input"
            )
            return nil
        }
        return port.type.renamed(draft.item)
    }

    /// An end inside of a graph, looked up in a graph built for that.
    private mutating func innerEnd(
        _ place: FlowDocument.Place,
        of entry: NodeCatalogue.Entry,
        sends: Bool
    ) -> TypeTerm? {
        let scratch = Workflow("types")
        guard case .success(let component) = Result(catching: { try scratch.add(entry.type, name: "graph") }),
            let graph = component as? Graph
        else {
            findings.error(place.position, "'\(place.components[0].text)' has no nodes inside")
            return nil
        }
        let path = place.names.dropFirst() + [place.interface.text]
        guard let port = graph.port(at: Array(path)) else {
            findings.error(place.position, "there is no port '\(place.description)'")
            return nil
        }
        return TypeTerm(port.itemType, open: nil)
    }

    /// Where channels leave a type open, a value may tell it.
    mutating func inferFromValues() {
        for draft in drafts {
            guard let entry = draft.entry, let item = draft.item, !types.isKnown(item) else { continue }
            for parameter in draft.source.parameters {
                guard let term = entry.signature.value(parameter.key)?.renamed(item), !types.isKnown(term) else {
                    continue
                }
                let found = type(of: parameter.value)
                // A value of another shape is refused when it is set.
                _ = Result { try types.unify(term, found) }
            }
        }
    }

    /// The type that a value shows by itself; JSON where its parts differ.
    private mutating func type(of value: DocumentValue) -> TypeTerm {
        switch value.content {
        case .null: return types.makeVariable()
        case .list(let values): return .list(common(values))
        case .mapping(let entries):
            let common = common(entries.map(\.value))
            if case .known(let type) = common, type == JSONValue.self { return common }
            return .dictionary(common)
        case .scalar:
            switch value.json {
            case .bool: return .known(Bool.self)
            case .integer: return .known(Int.self)
            case .number: return .known(Double.self)
            default: return .known(String.self)
            }
        }
    }

    private mutating func common(_ values: [DocumentValue]) -> TypeTerm {
        var common = types.makeVariable()
        for value in values {
            let next = type(of: value)
            if case .success = Result(catching: { try types.unify(common, next) }) { continue }
            guard case .known(let one) = types.resolved(common), case .known(let other) = types.resolved(next),
                [one, other].allSatisfy({ $0 == Int.self || $0 == Double.self })
            else { return .known(JSONValue.self) }
            common = .known(Double.self)
        }
        return common
    }
}
