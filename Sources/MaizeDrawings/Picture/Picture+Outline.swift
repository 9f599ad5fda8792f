internal import MaizeCore

extension Picture {
    /// What is to be drawn of a graph.
    ///
    /// - Parameters:
    ///   - outline: The graph.
    ///   - level: Graphs so many levels below the root are shown closed; nil for none.
    ///   - showsSettings: Whether boxes show what they were given.
    init(_ outline: GraphOutline, level: Int?, showsSettings: Bool) {
        var builder = PictureBuilder(level: level, showsSettings: showsSettings)
        builder.add(outline.root, path: [], parent: nil)
        self.init(shapes: builder.shapes, links: outline.channels.compactMap { builder.link($0) })
        nameUnusualPorts()
    }

    /// Names of ports help where a side has several of them, or one that is not called as everybody's.
    private mutating func nameUnusualPorts() {
        var inputs: [Int: Set<String>] = [:]
        var outputs: [Int: Set<String>] = [:]
        for link in links {
            outputs[link.sender.shape, default: []].insert(Picture.stem(of: link.sender.port))
            inputs[link.receiver.shape, default: []].insert(Picture.stem(of: link.receiver.port))
        }
        for place in links.indices {
            let (sender, receiver) = (links[place].sender, links[place].receiver)
            links[place].sender.showsPort = outputs[sender.shape] != ["out"]
            links[place].receiver.showsPort = inputs[receiver.shape] != ["inp"]
        }
    }

    /// The name of a port without its place in a multi port.
    fileprivate static func stem(of port: String) -> String { String(port.prefix { $0 != "[" }) }
}

/// Gives numbers to components, and finds by path those that are seen.
private struct PictureBuilder {
    let level: Int?
    let showsSettings: Bool
    var shapes: [Picture.Shape] = []
    private var numbers: [[String]: Int] = [:]

    init(level: Int?, showsSettings: Bool) {
        self.level = level
        self.showsSettings = showsSettings
    }

    mutating func add(_ component: GraphOutline.Component, path: [String], parent: Int?) {
        let number = shapes.count
        numbers[path] = number
        shapes.append(
            Picture.Shape(
                name: component.name,
                type: component.type,
                summary: component.summary,
                path: path,
                settings: showsSettings && parent != nil ? component.settings.map(PictureBuilder.line) : [],
                marks: component.options?.marks ?? [],
                isActive: (component.options?.active ?? true) && parent.map { shapes[$0].isActive } ?? true,
                parent: parent
            )
        )
        if let parent { shapes[parent].members.append(number) }
        guard level.map({ path.count <= $0 }) ?? true else { return }
        for member in component.members ?? [] { add(member, path: path + [member.name], parent: number) }
    }

    private static func line(_ setting: GraphOutline.Setting) -> String {
        setting.name + (setting.value.map { ": \($0)" } ?? "") + (setting.source.map { " (\($0))" } ?? "")
    }

    func link(_ channel: GraphOutline.Channel) -> Picture.Link? {
        guard let sender = end(channel.sender), let receiver = end(channel.receiver) else { return nil }
        // Within a closed graph; a node that sends to itself is seen.
        if sender.shape == receiver.shape, shapes[sender.shape].path != channel.sender.node { return nil }
        let unusual =
            [channel.item]
            + [channel.capacity.map(String.init), channel.mode.flatMap { $0 == "copy" ? nil : $0 }]
            .compactMap(\.self)
        let ends = [channel.sender, channel.receiver].map { ($0.node + [$0.port]).joined(separator: ".") }
        let capacity = channel.capacity.map { ", room for \($0)" } ?? ""
        let mode = channel.mode.map { ", files by \($0)" } ?? ""
        return Picture.Link(
            sender: sender,
            receiver: receiver,
            label: unusual.joined(separator: " · "),
            title: "\(ends[0]) → \(ends[1]): \(channel.item)\(capacity)\(mode)",
            isActive: shapes[sender.shape].isActive && shapes[receiver.shape].isActive
        )
    }

    private func end(_ end: GraphOutline.End) -> Picture.End? {
        var path = end.node
        // The innermost one that is seen.
        while numbers[path] == nil, !path.isEmpty { path.removeLast() }
        guard let shape = numbers[path] else { return nil }
        let hidden = end.node.count - path.count
        /// The port by which a graph so many levels above the node is entered or left.
        func port(above level: Int) -> String? {
            level == 0 ? end.port : end.outerPorts.indices.contains(level - 1) ? end.outerPorts[level - 1] : nil
        }
        var result = Picture.End(
            shape: shape,
            port: port(above: hidden) ?? (end.node.suffix(hidden) + [end.port]).joined(separator: ".")
        )
        var cluster = shapes[shape].parent
        var level = hidden + 1
        while let current = cluster, shapes[current].parent != nil {
            if let name = port(above: level), !["inp", "out"].contains(Picture.stem(of: name)) {
                result.borderPorts[current] = name
            }
            cluster = shapes[current].parent
            level += 1
        }
        return result
    }
}
