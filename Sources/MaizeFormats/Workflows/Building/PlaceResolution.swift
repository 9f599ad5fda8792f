internal import MaizeCore
internal import MaizeDocuments

/// Finds what places of a file mean: a short one may be divided into names in more than one way.
extension WorkflowBuilder {
    /// What the last name of a place must be.
    private enum Wanted {
        case port, value

        var word: String {
            switch self {
            case .port: "port"
            case .value: "parameter"
            }
        }
    }

    /// One way to divide a short place.
    private struct Reading {
        var components: [FlowDocument.Text]
        /// Nil where the place names a component.
        var interface: FlowDocument.Text?

        func place(of short: ShortPlace) -> Place? {
            interface.map { Place(components: components, interface: $0, position: short.position) }
        }

        var description: String {
            let owner = components.map(\.text).joined(separator: "/")
            return interface.map { "'\($0.text)' of '\(owner)'" } ?? "the node '\(owner)'"
        }
    }

    /// The place of a port that is there; nil where nothing of the kind can be meant, which is found.
    ///
    /// Of a component that is not known, any port is taken.
    mutating func resolvedPort(_ entry: PlaceEntry, sends: Bool? = nil, in scope: GraphScope) -> Place? {
        guard let place = resolved(entry, .port, in: scope) else { return nil }
        return hasPort(place, sends: sends, in: scope) ? place : nil
    }

    /// The place of a parameter, or of a port that could have a value, that is there.
    mutating func resolvedValue(_ entry: PlaceEntry, in scope: GraphScope) -> Place? {
        guard let place = resolved(entry, .value, in: scope) else { return nil }
        return hasInterface(place, in: scope) ? place : nil
    }

    /// One end of a channel: a port, or a component whose port is to be found.
    mutating func resolvedEnd(_ entry: PlaceEntry, sends: Bool, in scope: GraphScope) -> ChannelDraft.End {
        guard case .short(let short) = entry else {
            return resolvedPort(entry, sends: sends, in: scope).map { .port($0) } ?? .missing
        }
        let readings = readings(of: short, .port, mayBeComponent: true, in: scope)
        if readings.count > 1 {
            refuse(short, readings, in: scope)
            return .missing
        }
        if let reading = readings.first, reading.interface == nil { return .component(reading.components) }
        if readings.isEmpty, short.parts.count == 1 {
            refuseNode(short.parts[0], in: scope)
            return .missing
        }
        let place = readings.first.flatMap { $0.place(of: short) } ?? likeliest(short, in: scope)
        return hasPort(place, sends: sends, in: scope) ? .port(place) : .missing
    }

    /// The place that is meant, whether or not there is such a thing; nil where that cannot be said, which is found.
    private mutating func resolved(_ entry: PlaceEntry, _ wanted: Wanted, in scope: GraphScope) -> Place? {
        let short: ShortPlace
        switch entry {
        case .path(let place): return place
        case .short(let entry): short = entry
        }
        let readings = readings(of: short, wanted, mayBeComponent: false, in: scope)
        if readings.count > 1 {
            refuse(short, readings, in: scope)
            return nil
        }
        guard readings.isEmpty, short.parts.count == 1 else {
            return readings.first.flatMap { $0.place(of: short) } ?? likeliest(short, in: scope)
        }
        scope.source.findings.error(
            short.position,
            "node.\(wanted.word) is expected, not \(short.text.debugDescription)"
        )
        return nil
    }

    /// The ways in which a place means something that exists, two at most.
    private mutating func readings(
        of short: ShortPlace,
        _ wanted: Wanted,
        mayBeComponent: Bool,
        in scope: GraphScope
    ) -> [Reading] {
        var found: [Reading] = []
        collect(&found, short, from: 0, at: .scope(scope), [], wanted, mayBeComponent)
        return found
    }

    private mutating func collect(
        _ found: inout [Reading],
        _ short: ShortPlace,
        from start: Int,
        at site: DraftSite,
        _ components: [FlowDocument.Text],
        _ wanted: Wanted,
        _ mayBeComponent: Bool
    ) {
        let count = short.parts.count
        if !components.isEmpty {
            guard start < count else {
                if mayBeComponent { found.append(Reading(components: components)) }
                return
            }
            if !short.slashes.contains(start), let name = short.name(start..<count), has(name.text, wanted, site) {
                found.append(Reading(components: components, interface: name))
            }
            // Nothing more can be said of what is not known.
            if !isKnown(site) { return }
        }
        guard start < count else { return }
        for end in start + 1...min(count, start + mostParts(in: site)) where found.count < 2 {
            guard let name = short.name(start..<end) else { break }
            guard let inner = self.site(name.text, in: site) else { continue }
            collect(&found, short, from: end, at: inner, components + [name], wanted, mayBeComponent)
        }
    }

    private mutating func has(_ name: String, _ wanted: Wanted, _ site: DraftSite) -> Bool {
        if !isKnown(site) { return true }
        switch wanted {
        case .port: return port(name, at: site) != nil
        case .value: return value(name, at: site) != nil
        }
    }

    /// Where nothing exists that is meant: the reading that goes wrong last, which is told of as any other place.
    private mutating func likeliest(_ short: ShortPlace, in scope: GraphScope) -> Place {
        let last = short.parts.count - 1
        var (components, start, site) = ([FlowDocument.Text](), 0, DraftSite.scope(scope))
        while start < last, let (name, end, inner) = firstComponent(of: short, from: start, to: last, in: site) {
            components.append(name)
            (start, site) = (end, inner)
        }
        // One name of a component that is missing, in front of the last one.
        if start < last, names(in: site) != nil || short.slashes.contains(start) {
            let end = (start + 1..<last).first { short.slashes.contains($0) } ?? last
            if let name = short.name(start..<end) { components.append(name) }
            start = end
        }
        let interface = short.name(start..<short.parts.count) ?? short.parts[last]
        return Place(components: components, interface: interface, position: short.position)
    }

    /// The component that parts from one on name, and what follows it.
    private mutating func firstComponent(
        of short: ShortPlace,
        from start: Int,
        to last: Int,
        in site: DraftSite
    ) -> (FlowDocument.Text, Int, DraftSite)? {
        for end in start + 1...min(last, start + mostParts(in: site)) {
            guard let name = short.name(start..<end) else { return nil }
            if let inner = self.site(name.text, in: site) { return (name, end, inner) }
        }
        return nil
    }

    private mutating func refuse(_ short: ShortPlace, _ readings: [Reading], in scope: GraphScope) {
        scope.source.findings.error(
            short.position,
            "'\(short.text)' can mean \(readings[0].description) and \(readings[1].description); write the one that is"
                + " meant as {node: port}, or with / in front of nodes inside of a graph"
        )
    }
}
