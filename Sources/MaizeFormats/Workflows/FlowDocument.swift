internal import MaizeDocuments
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
    /// The folder of the Swift package that has the file's nodes.
    var package: String?
    var nodes: [NodeEntry] = []
    var channels: [ChannelEntry] = []
    var options: [OptionEntry] = []
}

extension FlowDocument {
    /// Reads what is there; what is wrong is left out, and found.
    init(_ value: DocumentValue, _ findings: inout FindingList) {
        let known = ["name", "description", "level", "scratch", "package", "nodes", "channels", "parameters"]
        guard let fields = FieldReader(value, what: "a workflow", known: known, &findings) else { return }
        position = value.position
        name = FlowDocument.text("name", fields, &findings)
        summary = fields.decoded("description", as: String.self, &findings)
        level = FlowDocument.level(fields, &findings)
        scratch = fields.decoded("scratch", as: String.self, &findings)
        package = fields.decoded("package", as: String.self, &findings)
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
}
