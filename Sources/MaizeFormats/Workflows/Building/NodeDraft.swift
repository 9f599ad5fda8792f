internal import MaizeCore
internal import MaizeDocuments

/// A node of a file whose type may still be open.
struct NodeDraft {
    /// What is to be made.
    enum Kind {
        case type(NodeCatalogue.Entry, items: [TypeTerm])
        case graph(GraphScope)
        /// The file names a type that does not exist, which was found.
        case unknown
    }

    let source: GraphDocument.NodeEntry
    let name: String
    let kind: Kind
}

extension WorkflowBuilder {
    /// Finds a type and a name for each node of a graph, then looks up what its channels and parameters name.
    mutating func draft(_ scope: GraphScope) {
        for source in scope.body.nodes { draft(source, in: scope) }
        for port in scope.body.ports {
            guard let place = resolvedPort(port.inner, in: scope) else { continue }
            let end = portEnd(at: place, in: scope)
            scope.ports.append(PortDraft(name: port.name, inner: place, end: end))
        }
        for option in scope.body.options {
            let targets = option.targets.compactMap { resolvedValue($0, in: scope) }
            let isSound = option.targetsAreSound && targets.count == option.targets.count
            scope.options.append(OptionDraft(entry: option, targets: targets, isSound: isSound))
        }
        for channel in scope.body.channels {
            let sending = channel.sending.map { resolvedEnd($0, sends: true, in: scope) } ?? .missing
            let receiving = channel.receiving.map { resolvedEnd($0, sends: false, in: scope) } ?? .missing
            scope.channels.append(ChannelDraft(entry: channel, sending: sending, receiving: receiving))
        }
        scopes.append(scope)
    }

    private mutating func draft(_ node: GraphDocument.NodeEntry, in scope: GraphScope) {
        let called = node.type.map { typeName(of: $0, in: scope) }
        guard let name = node.name?.text ?? called?.prefix(while: { $0 != "<" }).lowercased() else { return }
        let position = node.name?.position ?? node.position
        let problem = NameRule.problem(with: name)
        let twin = scope.places[name].map { scope.drafts[$0] }
        // What cannot have its name is not made, and its type is looked at all the same.
        let found = node.type.map { kind(of: $0, in: scope, name: problem == nil && twin == nil ? name : nil) }
        // A name that would follow from a type that does not exist.
        if node.name == nil, case .unknown? = found { return }
        if let problem {
            scope.source.findings.error(position, "the node's name \(name.debugDescription) \(problem)")
            return
        }
        if let twin {
            scope.source.findings.error(
                position,
                "there is a node '\(name)' in line \(twin.source.position.line) already; give one of both another name"
            )
            return
        }
        scope.places[name] = scope.drafts.count
        scope.mostParts = max(scope.mostParts, name.partCount)
        scope.drafts.append(NodeDraft(source: node, name: name, kind: found ?? .unknown))
    }

    /// What a type is called in messages, and in names that follow from it.
    private func typeName(of text: FlowDocument.Text, in scope: GraphScope) -> String {
        scope.source.graphs[GraphDefinition.key(text.text)]?.name ?? catalogue[text.text]?.name
            ?? catalogue[String(text.text.prefix { $0 != "<" })]?.name ?? text.text
    }

    private mutating func kind(of text: FlowDocument.Text, in scope: GraphScope, name: String?) -> NodeDraft.Kind {
        if let definition = scope.source.graphs[GraphDefinition.key(text.text)] {
            guard let name, !measure.refused.contains(ObjectIdentifier(definition)) else { return .unknown }
            usedGraphs.insert(ObjectIdentifier(definition))
            let inner = GraphScope(
                definition.body,
                in: definition.source,
                of: definition,
                path: scope.path + [name]
            )
            draft(inner)
            return .graph(inner)
        }
        // Also a name such as `Map<Parse>`, in which `Parse` is no type of items.
        if let entry = catalogue[text.text] { return .type(entry, items: openTypes(of: entry)) }
        let base = String(text.text.prefix { $0 != "<" })
        if let definition = scope.source.graphs[GraphDefinition.key(base)] {
            scope.source.findings.error(
                text.position,
                "'\(definition.name)' is a graph of the file; its types of items follow from what it is connected to, so"
                    + " write it without <…>"
            )
            return .unknown
        }
        guard let entry = catalogue[base] else {
            if let problem = catalogue.problem(with: text.text) ?? catalogue.problem(with: base) {
                scope.source.findings.error(text.position, problem)
                return .unknown
            }
            refuseType(text, in: scope)
            return .unknown
        }
        do {
            let expression = try TypeExpression(text.text, items: catalogue.itemTypes)
            if expression.arguments.count == entry.typeCount { return .type(entry, items: expression.arguments) }
            scope.source.findings.error(text.position, entry.wrongCount)
            return .type(entry, items: openTypes(of: entry))
        } catch {
            scope.source.findings.error(text.position, "type \(text.text.debugDescription): \(error.message)")
            return .unknown
        }
    }

    private mutating func refuseType(_ text: FlowDocument.Text, in scope: GraphScope) {
        let source = scope.source
        // Nobody reads suggestions without end, and each takes a look at all names.
        let isLong = source.findings.isLong
        let known = isLong ? [] : catalogue.names(like: text.text, and: source.graphs.values.map(\.name))
        let meant = isLong ? nil : NearestName.nearest(to: text.text, among: known)
        source.findings.error(
            text.position,
            "there is no type of nodes '\(text.text)'" + (isLong ? "" : NearestName.suggestion(meant, among: known))
        )
        if meant == nil { hasForeignTypes = true }
        noteUnknownType(text.text)
    }

    private mutating func openTypes(of entry: NodeCatalogue.Entry) -> [TypeTerm] {
        (0..<entry.typeCount).map { _ in types.makeVariable() }
    }
}

extension NodeCatalogue.Entry {
    /// What is said when a file gives another number of types of items.
    var wrongCount: String {
        switch typeCount {
        case 0: "'\(name)' takes items of one type only; write it without <…>"
        case 1: "'\(name)' takes one type of items, as in \(name)<Int>"
        default: "'\(name)' takes two types of items, as in \(name)<String, Int>"
        }
    }
}
