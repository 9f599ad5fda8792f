internal import MaizeCore
internal import MaizeDocuments

/// What is wrong with a place that names nothing.
extension WorkflowBuilder {
    /// The component of a place; nil where there is none, which is found.
    private mutating func owner(of place: Place, in scope: GraphScope) -> DraftSite? {
        var site = DraftSite.scope(scope)
        for (depth, name) in place.components.enumerated() {
            if let inner = self.site(name.text, in: site) {
                site = inner
                continue
            }
            guard isKnown(site) else { return .unknown }
            let above = place.names[..<depth].joined(separator: "/")
            if depth == 0 {
                refuseNode(name, in: scope)
            } else if let names = names(in: site) {
                scope.source.findings.error(
                    name.position,
                    "there is no node '\(name.text)' in '\(above)'"
                        + scope.source.findings.suggestion(for: name.text, among: names)
                )
            } else {
                scope.source.findings.error(
                    place.components[depth - 1].position,
                    "'\(above)' is a node; only a graph has nodes inside"
                )
            }
            return nil
        }
        return site
    }

    /// Whether there is such a port, which sends or does not; what is wrong with it is found.
    mutating func hasPort(_ place: Place, sends: Bool?, in scope: GraphScope) -> Bool {
        guard let site = owner(of: place, in: scope) else { return false }
        guard isKnown(site) else { return true }
        let (wanted, names) = (place.interface, portNames(at: site))
        guard let port = port(wanted.text, at: site) else {
            // A graph's port of which something is wrong was found where that is defined.
            guard !names.contains(wanted.text) else { return true }
            let isParameter = valueNames(at: site).contains(wanted.text)
            scope.source.findings.error(
                wanted.position,
                isParameter
                    ? "'\(wanted.text)' is a parameter of '\(place.owner)'; a channel connects ports: "
                        + names.joined(separator: ", ")
                    : "'\(place.owner)' (\(typeName(of: site))) has no port '\(wanted.text)'"
                        + scope.source.findings.suggestion(for: wanted.text, among: names)
            )
            markMeant(place, among: names, in: scope)
            return false
        }
        guard let sends, port.signature.isInput == sends else { return true }
        let right = names.first { self.port($0, at: site)?.signature.isInput == !sends }
        scope.source.findings.error(
            wanted.position,
            "'\(place.description)' is "
                + (sends ? "an input; 'sending' names an output" : "an output; 'receiving' names an input")
                + (right.map { ", such as \(place.owner).\($0)" } ?? "")
        )
        return false
    }

    /// Whether there is such a parameter or port; that it takes no value is found when it is given one.
    mutating func hasInterface(_ place: Place, in scope: GraphScope) -> Bool {
        guard let site = owner(of: place, in: scope) else { return false }
        guard isKnown(site) else { return true }
        let (wanted, names) = (place.interface, valueNames(at: site))
        if value(wanted.text, at: site) != nil || port(wanted.text, at: site) != nil { return true }
        guard !names.contains(wanted.text) else { return true }
        scope.source.findings.error(
            wanted.position,
            "'\(place.owner)' has no parameter '\(wanted.text)'"
                + scope.source.findings.suggestion(for: wanted.text, among: names)
        )
        markMeant(place, among: names, in: scope)
        return false
    }

    /// What was meant by a misspelt name is left without a channel or a value, which needs no words of its own.
    private mutating func markMeant(_ place: Place, among names: [String], in scope: GraphScope) {
        guard !scope.source.findings.isLong,
            let meant = NearestName.nearest(to: place.interface.text, among: names)
        else { return }
        var right = place
        right.interface.text = meant
        markFaulty([right], in: scope)
    }

    /// Says that the graph has no such node, unless it has one with which something else is wrong.
    mutating func refuseNode(_ name: FlowDocument.Text, in scope: GraphScope) {
        guard !scope.declaredNames.contains(name.text) else { return }
        // Nobody reads suggestions without end, and each takes a look at all names.
        let isLong = scope.source.findings.isLong
        let known = isLong ? [] : Array(scope.places.keys)
        let meant = isLong ? nil : NearestName.nearest(to: name.text, among: known)
        scope.source.findings.error(
            name.position,
            "there is no node '\(name.text)'" + (isLong ? "" : NearestName.suggestion(meant, among: known))
        )
        guard let meant else { return }
        markFaulty(component: FlowDocument.Text(text: meant, position: name.position), in: scope)
    }
}
