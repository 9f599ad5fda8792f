internal import MaizeCore

/// A component as far as it is known before it is made.
enum DraftSite {
    /// A graph of a file, from inside.
    case scope(GraphScope)
    /// A node of a registered type.
    case node(NodeCatalogue.Entry, items: [TypeTerm])
    /// What is inside of a graph of a registered type, with the items of that.
    case component(Component, items: [TypeTerm])
    /// A component of which nothing is known, which was found: whatever is said of it is taken.
    case unknown
}

/// What is at a component, before there is one.
extension WorkflowBuilder {
    /// The component of a name in a graph; nil where there is none.
    mutating func site(_ name: String, in site: DraftSite) -> DraftSite? {
        switch site {
        case .scope(let scope):
            guard let place = scope.places[name] else { return nil }
            return switch scope.drafts[place].kind {
            case .type(let entry, let items): .node(entry, items: items)
            case .graph(let inner): .scope(inner)
            case .unknown: .unknown
            }
        case .node(let entry, let items):
            return pattern(of: entry)?.component(named: name).map { .component($0, items: items) }
        case .component(let component, let items):
            return (component as? Graph)?.component(named: name).map { .component($0, items: items) }
        case .unknown: return .unknown
        }
    }

    /// The component at the end of some names.
    mutating func site(at names: some Sequence<FlowDocument.Text>, in scope: GraphScope) -> DraftSite? {
        var found: DraftSite? = .scope(scope)
        for name in names { found = found.flatMap { site(name.text, in: $0) } }
        return found
    }

    /// The names of components inside; nil where there can be none.
    mutating func names(in site: DraftSite) -> [String]? {
        switch site {
        case .scope(let scope): scope.drafts.map(\.name)
        case .node(let entry, _): pattern(of: entry)?.components.map(\.name)
        case .component(let component, _): (component as? Graph)?.components.map(\.name)
        case .unknown: nil
        }
    }

    /// The most parts that dots make of the name of a component inside.
    mutating func mostParts(in site: DraftSite) -> Int {
        if case .scope(let scope) = site { return scope.mostParts }
        return names(in: site)?.map(\.partCount).max() ?? 1
    }

    /// Whether it is known what is at the component; not so for a graph that cannot be built, which is found when it is
    /// added.
    mutating func isKnown(_ site: DraftSite) -> Bool {
        switch site {
        case .node(let entry, _): !(entry.type is Graph.Type) || pattern(of: entry) != nil
        case .scope, .component: true
        case .unknown: false
        }
    }

    /// The port of a name.
    func port(_ name: String, at site: DraftSite) -> PortEnd? {
        switch site {
        case .scope(let scope): scope.ports.first { $0.name.text == name }?.end
        case .node(let entry, let items): entry.signature.port(name).map { PortEnd(signature: $0, items: items) }
        case .component(let component, let items):
            NodeSignature(of: component).port(name).map { PortEnd(signature: $0, items: items) }
        case .unknown: nil
        }
    }

    func portNames(at site: DraftSite) -> [String] {
        switch site {
        case .scope(let scope): scope.ports.map(\.name.text)
        case .node(let entry, _): entry.signature.portNames
        case .component(let component, _): component.ports.map(\.name)
        case .unknown: []
        }
    }

    /// The type of a parameter, or of an input that can have a value.
    mutating func value(_ name: String, at site: DraftSite) -> TypeTerm? {
        switch site {
        case .scope(let scope):
            if let option = scope.options.first(where: { $0.entry.name?.text == name }) {
                guard let target = option.targets.first, let site = self.site(at: target.components, in: scope) else {
                    return nil
                }
                return value(target.interface.text, at: site)
            }
            guard let end = port(name, at: site), end.signature.isInput, !end.signature.isMulti else { return nil }
            return end.signature.type.renamed(end.items)
        case .node(let entry, let items): return entry.signature.value(name)?.renamed(items)
        case .component(let component, let items): return NodeSignature(of: component).value(name)?.renamed(items)
        case .unknown: return nil
        }
    }

    func valueNames(at site: DraftSite) -> [String] {
        switch site {
        case .scope(let scope):
            scope.options.compactMap(\.entry.name?.text)
                + scope.ports.filter { $0.end?.signature.isInput == true }.map(\.name.text)
        case .node(let entry, _): entry.signature.valueNames
        case .component(let component, _): component.valueNames
        case .unknown: []
        }
    }

    func typeName(of site: DraftSite) -> String {
        switch site {
        case .scope(let scope): scope.definition?.name ?? "workflow"
        case .node(let entry, _): entry.name
        case .component(let component, _): component.shownTypeName
        case .unknown: ""
        }
    }

    /// A graph of a registered type, built to look into; nil when there is none.
    private mutating func pattern(of entry: NodeCatalogue.Entry) -> Graph? {
        if let known = patterns[entry.name] { return known }
        guard entry.type is Graph.Type,
            case .success(let component) = Result(catching: { try Workflow("types").add(entry.type, name: "graph") })
        else { return nil }
        patterns[entry.name] = component as? Graph
        return patterns[entry.name]
    }
}

extension String {
    /// How many parts dots make of a name.
    var partCount: Int { 1 + utf8.count { $0 == UInt8(ascii: ".") } }
}
