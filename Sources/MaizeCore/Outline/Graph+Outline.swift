extension Graph {
    /// What the graph is made of, finished or not; channels that leave it are not in it.
    package final func outline() -> GraphOutline {
        // What cannot be built is shown as far as it goes; the check says why.
        _ = Result { try (self as? Workflow)?.buildIfNeeded() }
        // Values where they will be used, and the channels that are made late.
        (root as? Workflow)?.pushParametersDown()
        let inside = Set(nodes.map { ObjectIdentifier($0) })
        let channels = ((root as? Graph)?.channels ?? []).filter { channel in
            [channel.sender.owner, channel.receiver.owner].allSatisfy { owner in
                owner.map { inside.contains(ObjectIdentifier($0)) } ?? false
            }
        }
        let drivers = OutlineDrivers(graphs: (root as? Graph)?.graphs ?? graphs)
        let depth = componentPath.names.count
        return GraphOutline(
            root: outline(drivers),
            channels: channels.map { channel in
                GraphOutline.Channel(
                    sender: channel.sender.outlineEnd(below: depth),
                    receiver: channel.receiver.outlineEnd(below: depth),
                    item: TypeText.text(of: channel.sender.itemType),
                    capacity: channel.capacity == Channel.defaultCapacity ? nil : channel.capacity,
                    mode: PathRule.holdsFiles(channel.sender.itemType) ? channel.mode.rawValue : nil
                )
            }
        )
    }
}

extension Component {
    fileprivate func outline(_ drivers: OutlineDrivers) -> GraphOutline.Component {
        let type = type(of: self)
        let ownSummary = (self as? Workflow)?.summary ?? options.summary
        return GraphOutline.Component(
            name: name,
            type: givenTypeName ?? type.nameWithArguments,
            summary: ownSummary.isEmpty ? type.summary : ownSummary,
            inputs: ports.filter { $0 is InputPort || $0 is MultiInputPort }.map(\.outline),
            outputs: ports.filter { $0 is OutputPort || $0 is MultiOutputPort }.map(\.outline),
            settings: interfaces.compactMap { $0.setting(drivers) },
            options: GraphOutline.Options(options),
            members: (self as? Graph)?.components.map { $0.outline(drivers) }
        )
    }

    /// The name in files, with the arguments of a generic type.
    private static var nameWithArguments: String {
        let name = typeName
        guard !name.contains("<") else { return name }
        return name + String(describing: self).drop { $0 != "<" }
    }
}

extension Interface {
    fileprivate func setting(_ drivers: OutlineDrivers) -> GraphOutline.Setting? {
        let source = drivers.source(of: self)
        if let parameter = self as? AnyParameter {
            guard parameter.isSet || source != nil else { return nil }
            return GraphOutline.Setting(name: name, value: parameter.valueText, source: source)
        }
        return source.map { GraphOutline.Setting(name: name, source: $0) }
    }
}

extension AnyPort {
    fileprivate var outline: GraphOutline.Port {
        let isMulti = self is MultiInputPort || self is MultiOutputPort
        return GraphOutline.Port(name: name, item: TypeText.text(of: itemType), isMulti: isMulti)
    }

    /// The end of a channel, as seen from a graph so many levels below the root.
    fileprivate func outlineEnd(below depth: Int) -> GraphOutline.End {
        var outer: [String] = []
        var port: AnyPort = self
        while let next = port.outerPort ?? port.wholeMultiPort?.outerPort {
            // A port that a multi port gave out keeps its place there also outside.
            let place = next is MultiInputPort || next is MultiOutputPort ? index.map { "[\($0)]" } ?? "" : ""
            outer.append(next.name + place)
            port = next
        }
        let path = owner?.componentPath.names ?? []
        return GraphOutline.End(node: Array(path.dropFirst(depth)), port: label, outerPorts: outer)
    }

    /// The multi port that this one is a place of.
    private var wholeMultiPort: AnyPort? {
        index == nil ? nil : owner?.ports.first { $0.propertyName == propertyName }
    }
}

/// Which parameters of graphs drive what.
private struct OutlineDrivers {
    private var sources: [ObjectIdentifier: String] = [:]

    init(graphs: [Graph]) {
        for graph in graphs {
            for parameter in graph.parameters {
                let name = graph is Workflow ? "--" + ReservedOptions.normalised(parameter.name) : parameter.name
                for target in parameter.targets { sources[ObjectIdentifier(target)] = name }
            }
        }
    }

    func source(of interface: Interface) -> String? {
        if let source = sources[ObjectIdentifier(interface)] { return source }
        // A parameter may drive a place of a multi input.
        return (interface as? MultiInputPort)?.elements.lazy.compactMap { sources[ObjectIdentifier($0)] }.first
    }
}
