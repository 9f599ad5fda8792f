internal import MaizeCore
internal import MaizeWire

/// What a workflow file says, before it is known whether such nodes and ports exist.
struct FlowDocument {
    struct Text {
        var text: String
        var position: Position
    }

    /// A place in the graph: names of components, the last one that of a port or a parameter.
    struct Place {
        var components: [Text]
        var interface: Text
        var position: Position

        var names: [String] { components.map(\.text) }
        var description: String { names.joined(separator: "/") + "." + interface.text }
    }

    struct NodeEntry {
        var position: Position
        var name: Text?
        var type: Text?
        var options = NodeOptions()
        var parameters: [DocumentValue.Entry] = []
    }

    struct ChannelEntry {
        var position: Position
        var sending: Place?
        var receiving: Place?
        var capacity: (items: Int, position: Position)?
        var mode: Text?

        /// Its ends, as far as they are there.
        var places: [Place] { [sending, receiving].compactMap(\.self) }
    }

    struct OptionEntry {
        var position: Position
        var name: Text?
        var targets: [Place] = []
        /// Whether everything that should be a target is one.
        var targetsAreSound = false
        var value: DocumentValue?
    }

    /// Where the file's own mapping begins.
    var position = Position.start
    var name: Text?
    var summary: String?
    var level: LogLevel?
    var scratch: String?
    var nodes: [NodeEntry] = []
    var channels: [ChannelEntry] = []
    var options: [OptionEntry] = []
}

extension FlowDocument {
    /// Reads what is there; what is wrong is left out, and found.
    init(_ value: DocumentValue, _ findings: inout FindingList) {
        let known = ["name", "description", "level", "scratch", "nodes", "channels", "parameters"]
        guard let fields = FieldReader(value, what: "a workflow", known: known, &findings) else { return }
        position = value.position
        name = FlowDocument.text("name", fields, &findings)
        summary = fields.decoded("description", as: String.self, &findings)
        level = FlowDocument.level(fields, &findings)
        scratch = fields.decoded("scratch", as: String.self, &findings)
        if let list = fields.required("nodes", &findings) {
            if case .list(let values) = list.content, values.isEmpty {
                findings.error(list.position, "'nodes' is empty; a workflow has at least one node")
            }
            for value in fields.list("nodes", &findings) {
                if let node = FlowDocument.node(value, &findings) { nodes.append(node) }
            }
        }
        for value in fields.list("channels", &findings) {
            if let channel = FlowDocument.channel(value, &findings) { channels.append(channel) }
        }
        for value in fields.list("parameters", &findings) {
            if let option = FlowDocument.option(value, &findings) { options.append(option) }
        }
    }

    private static func node(_ value: DocumentValue, _ findings: inout FindingList) -> NodeEntry? {
        let known = [
            "name", "type", "description", "parameters", "fail_ok", "n_attempts", "loop", "max_loops", "level",
            "active",
            "status",
        ]
        guard let fields = FieldReader(value, what: "a node", known: known, &findings) else { return nil }
        var node = NodeEntry(position: value.position)
        node.name = text("name", fields, &findings)
        if fields.required("type", &findings) != nil { node.type = text("type", fields, &findings) }
        _ = fields.decoded("description", as: String.self, &findings)
        node.options.loop = fields.decoded("loop", as: Bool.self, &findings)
        node.options.failOK = fields.decoded("fail_ok", as: Bool.self, &findings) ?? false
        node.options.active = fields.decoded("active", as: Bool.self, &findings) ?? true
        node.options.attempts = count("n_attempts", fields, &findings) ?? 1
        // maize writes -1 for no limit.
        node.options.maxLoops = count("max_loops", fields, unlimited: -1, &findings)
        node.options.level = level(fields, &findings)
        status(fields, &findings)
        if let parameters = fields.value("parameters") {
            if case .mapping(let entries) = parameters.content {
                node.parameters = entries
            } else {
                findings.error(
                    parameters.position,
                    "'parameters' is a mapping of names to values, not \(parameters.summary)"
                )
            }
        }
        return node
    }

    private static func channel(_ value: DocumentValue, _ findings: inout FindingList) -> ChannelEntry? {
        let known = ["sending", "receiving", "size", "mode"]
        guard let fields = FieldReader(value, what: "a channel", known: known, &findings) else { return nil }
        var channel = ChannelEntry(position: value.position)
        channel.sending = fields.required("sending", &findings).flatMap { place($0, "port", &findings) }
        channel.receiving = fields.required("receiving", &findings).flatMap { place($0, "port", &findings) }
        if let size = fields.value("size"), let items = fields.decoded("size", as: Int.self, &findings) {
            channel.capacity = (items, size.position)
        }
        channel.mode = text("mode", fields, &findings)
        return channel
    }

    private static func option(_ value: DocumentValue, _ findings: inout FindingList) -> OptionEntry? {
        let known = ["name", "map", "value", "optional"]
        guard let fields = FieldReader(value, what: "a parameter", known: known, &findings) else { return nil }
        var option = OptionEntry(position: value.position)
        if fields.required("name", &findings) != nil { option.name = text("name", fields, &findings) }
        if let map = fields.required("map", &findings) {
            let values = fields.list("map", &findings)
            option.targets = values.compactMap { place($0, "parameter", &findings) }
            if case .list = map.content { option.targetsAreSound = option.targets.count == values.count }
        }
        option.value = fields.value("value")
        // Whether a value is needed follows from what the parameter drives.
        _ = fields.decoded("optional", as: Bool.self, &findings)
        return option
    }

    // MARK: Single values

    private static func text(_ key: String, _ fields: FieldReader, _ findings: inout FindingList) -> Text? {
        guard let value = fields.value(key), let text = fields.decoded(key, as: String.self, &findings) else {
            return nil
        }
        return Text(text: text, position: value.position)
    }

    private static func count(
        _ key: String,
        _ fields: FieldReader,
        unlimited: Int? = nil,
        _ findings: inout FindingList
    ) -> Int? {
        guard let value = fields.value(key), let count = fields.decoded(key, as: Int.self, &findings),
            count != unlimited
        else { return nil }
        if count >= 1 { return count }
        findings.error(value.position, "'\(key)' is \(count); at least 1 is needed")
        return nil
    }

    /// A level by its name or by its number in maize.
    private static func level(_ fields: FieldReader, _ findings: inout FindingList) -> LogLevel? {
        guard let value = fields.value("level") else { return nil }
        if case .scalar(let text, _) = value.content {
            if let level = Int(text).flatMap(LogLevel.init(rawValue:)) { return level }
            if let level = LogLevel.allCases.first(where: { $0.label == text.uppercased() }) { return level }
        }
        let known = LogLevel.allCases.map { "\($0) (\($0.rawValue))" }.joined(separator: ", ")
        findings.error(value.position, "'level' is one of \(known), not \(value.summary)")
        return nil
    }

    /// The state that maize wrote a node in; it says nothing about a new run.
    private static func status(_ fields: FieldReader, _ findings: inout FindingList) {
        guard let value = fields.value("status") else { return }
        let known = [
            "NOT_READY", "READY", "RUNNING", "COMPLETED", "FAILED", "STOPPED", "WAITING_FOR_INPUT",
            "WAITING_FOR_OUTPUT", "WAITING_FOR_RESOURCES", "WAITING_FOR_COMMAND",
        ]
        guard case .scalar(let text, _) = value.content, known.contains(text.uppercased()) else {
            findings.error(value.position, "'status' is one of \(known.joined(separator: ", ")), not \(value.summary)")
            return
        }
        if !["NOT_READY", "READY"].contains(text.uppercased()) {
            findings.warning(value.position, "'status: \(text)' is not looked at: every node starts anew")
        }
    }

    /// For those who write `node.port`.
    private static func hint(at value: DocumentValue) -> String {
        guard case .scalar(let text, _) = value.content else { return "" }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ NameRule.problem(with: String($0)) == nil }) else { return "" }
        return "; write {\(parts[0]): \(parts[1])}"
    }

    /// `{node: port}`, or `{graph: {node: port}}`.
    private static func place(_ value: DocumentValue, _ last: String, _ findings: inout FindingList) -> Place? {
        var components: [Text] = []
        var rest = value
        while case .mapping(let entries) = rest.content {
            if let second = entries.dropFirst().first {
                findings.error(
                    second.position,
                    "{node: \(last)} is expected, and this is a second key; "
                        + (last == "port" ? "write a channel for each" : "write an element of the list for each")
                )
                return nil
            }
            guard let entry = entries.first else { break }
            components.append(Text(text: entry.key, position: entry.position))
            rest = entry.value
        }
        guard !components.isEmpty, case .scalar(let name, _) = rest.content else {
            findings.error(rest.position, "{node: \(last)} is expected, not \(rest.summary)" + hint(at: rest))
            return nil
        }
        return Place(
            components: components,
            interface: Text(text: name, position: rest.position),
            position: value.position
        )
    }
}
