internal import MaizeCore
internal import MaizeDocuments

/// Finds the ports of channels that name only components: `read -> copy -> write`.
extension WorkflowBuilder {
    /// Chooses ports where there is one way only, then says where there is none, or more than one.
    ///
    /// What is chosen may leave one way for others, also for those in front of it.
    mutating func findPorts() {
        var open = scopes.flatMap { scope in
            scope.channels.indices.map { ChannelReference(scope: scope, index: $0) }
        }.filter { $0.draft.isOpen }
        guard !open.isEmpty else { return }
        var used = UsedPorts(scopes)
        // Twice is enough in practice; as often as there are channels would take long in a file made for that.
        for _ in 0..<3 where !open.isEmpty { open.removeAll { choose($0, &used, isLast: false) } }
        for channel in open where !choose(channel, &used, isLast: true) { refuse(channel) }
    }

    /// Whether the ports were found, or cannot be.
    private mutating func choose(_ channel: ChannelReference, _ used: inout UsedPorts, isLast: Bool) -> Bool {
        let (scope, draft) = (channel.scope, channel.draft)
        guard let outputs = candidates(for: draft.sending, isInput: false, in: scope, used),
            let inputs = candidates(for: draft.receiving, isInput: true, in: scope, used)
        else {
            refuse(channel)
            return true
        }
        var pairs: [(sending: Place, receiving: Place)] = []
        for output in outputs {
            for input in inputs where fits(output.end, input.end) { pairs.append((output.place, input.place)) }
        }
        if pairs.count == 1 {
            scope.channels[channel.index].sending = .port(pairs[0].sending)
            scope.channels[channel.index].receiving = .port(pairs[0].receiving)
            used.insert(pairs[0].sending, in: scope)
            used.insert(pairs[0].receiving, in: scope)
            equateTypes(channel)
            return true
        }
        guard isLast else { return false }
        let names = (draft.sending.name, draft.receiving.name)
        let ways = pairs.prefix(4).map { "\($0.sending.description) -> \($0.receiving.description)" }
        scope.source.findings.error(
            draft.entry.position,
            pairs.isEmpty
                ? "no free output of '\(names.0)' fits a free input of '\(names.1)'; '\(names.0)' sends by"
                    + " \(list(outputs)), '\(names.1)' receives by \(list(inputs))"
                : "'\(names.0) -> \(names.1)' can mean \(ways.joined(separator: ", "))"
                    + "\(pairs.count > 4 ? " and more" : ""); write the one that is meant"
        )
        return false
    }

    /// The ports that one end of a channel may mean; nil where nothing is known of them.
    private mutating func candidates(
        for end: ChannelDraft.End,
        isInput: Bool,
        in scope: GraphScope,
        _ used: UsedPorts
    ) -> [(place: Place, end: PortEnd)]? {
        switch end {
        case .missing: return nil
        case .port(let place): return portEnd(at: place, in: scope).map { [(place, $0)] }
        case .component(let components):
            guard let site = site(at: components, in: scope), isKnown(site), let last = components.last else {
                return nil
            }
            return portNames(at: site).compactMap { name in
                guard let port = port(name, at: site), port.signature.isInput == isInput else { return nil }
                let interface = FlowDocument.Text(text: name, position: last.position)
                let place = Place(components: components, interface: interface, position: components[0].position)
                return port.signature.isMulti || !used.contains(place, in: scope) ? (place, port) : nil
            }
        }
    }

    private mutating func fits(_ output: PortEnd, _ input: PortEnd) -> Bool {
        // Of what is made of open types, it is seen later whether it fits.
        if output.signature.composition != nil || input.signature.composition != nil { return true }
        return types.canUnify(
            output.signature.type.renamed(output.items),
            input.signature.type.renamed(input.items)
        )
    }

    private mutating func list(_ ports: [(place: Place, end: PortEnd)]) -> String {
        if ports.isEmpty { return "no port" }
        return ports.map { port in
            let type = types.resolved(port.end.signature.type.renamed(port.end.items))
            return "\(port.place.interface.text) (\(type))"
        }.joined(separator: ", ")
    }
}

/// The single ports that something is connected to, or gives a value.
private struct UsedPorts {
    private var places: Set<String> = []

    init(_ scopes: [GraphScope]) {
        for scope in scopes {
            for place in scope.channels.flatMap(\.places) { insert(place, in: scope) }
            for place in scope.options.flatMap(\.targets) { insert(place, in: scope) }
            for port in scope.ports { insert(port.inner, in: scope) }
            for draft in scope.drafts {
                for parameter in draft.source.parameters {
                    places.insert("\(scope.path(of: draft.name)).\(parameter.key)")
                }
            }
        }
    }

    mutating func insert(_ place: Place, in scope: GraphScope) { places.insert(UsedPorts.text(place, scope)) }
    func contains(_ place: Place, in scope: GraphScope) -> Bool { places.contains(UsedPorts.text(place, scope)) }

    private static func text(_ place: Place, _ scope: GraphScope) -> String { scope.path(of: place.description) }
}

extension ChannelDraft {
    /// Whether a port is still to be found, and may be.
    fileprivate var isOpen: Bool {
        switch (sending, receiving) {
        case (.missing, _), (_, .missing), (.port, .port): false
        default: true
        }
    }
}

extension ChannelDraft.End {
    /// What messages call it.
    fileprivate var name: String {
        switch self {
        case .port(let place): place.description
        case .component(let names): names.map(\.text).joined(separator: "/")
        case .missing: ""
        }
    }
}
