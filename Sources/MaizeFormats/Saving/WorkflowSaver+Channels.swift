internal import MaizeCore
internal import MaizeDocuments

/// Channels, and what a file calls their ends.
extension WorkflowSaver {
    mutating func channel(_ channel: Channel) -> DocumentValue? {
        guard let sender = place(of: channel.sender), let receiver = place(of: channel.receiver) else { return nil }
        var entries = [("sending", sender.document), ("receiving", receiver.document)]
        if channel.capacity != Channel.defaultCapacity || form == .flat {
            entries.append(("size", .number(channel.capacity)))
        }
        let usual = FileMode.ofChannel(nil, sender: sender.port.wantedMode, receiver: receiver.port.wantedMode)
        if channel.mode != usual || form == .flat && TypeTerm(channel.sender.itemType).mayHoldFiles {
            entries.append(("mode", .text(channel.mode.rawValue)))
        }
        if channel.traits != [] { refuse(channel.description, "a graph has made this channel, and no file can") }
        return .mapping(entries)
    }

    /// What a file calls a port; nil for one inside of something that it knows by its type alone.
    private mutating func place(of port: AnyPort) -> (document: DocumentValue, port: AnyPort)? {
        // A place in a multi port is called as that; one that a graph's single port stands for is not.
        var named = port.index != nil && port.outerPort == nil ? port.wholePort ?? port : port
        while let outer = named.outerPort, form == .short ? outer.owner !== graph : !isSaved(named.owner) {
            named = outer
        }
        guard let path = path(of: named) else {
            refuse(port.location, "no file can name this port")
            return nil
        }
        return (SavedPath.place(path, named.name), named)
    }

    /// What a port of the graph stands for.
    mutating func place(standingFor port: AnyPort) -> DocumentValue? {
        guard form == .short, let inner = port.exposedPort else { return nil }
        guard let path = path(of: inner), inner.index == nil else {
            refuse(port.location, "no file can name what this port stands for")
            return nil
        }
        return SavedPath.place(path, inner.name)
    }

    /// Names of components from the graph's own on.
    func path(of interface: Interface) -> [String]? {
        guard let owner = interface.owner else { return nil }
        if form == .flat { return names[ObjectIdentifier(owner)].map { [$0] } }
        var names: [String] = []
        var component: Component? = owner
        while let current = component, current !== graph {
            names.append(current.name)
            component = current.parent
        }
        return names.isEmpty || component == nil ? nil : names.reversed()
    }

    func isSaved(_ component: Component?) -> Bool { component.map { names[ObjectIdentifier($0)] != nil } ?? false }
}

extension Channel {
    /// The innermost graph of a file, or the workflow, that both ends lie in.
    var definingGraph: Graph? {
        func around(_ port: AnyPort) -> [Graph] {
            sequence(first: port.owner?.parent) { $0?.parent }.compactMap(\.self).filter {
                $0 is FileGraph || $0.parent == nil
            }
        }
        let receiving = around(receiver)
        return around(sender).first { graph in receiving.contains { $0 === graph } }
    }
}
