internal import MaizeCore
internal import MaizeDocuments
internal import MaizeWire

/// All that a workflow is made of, by what it is said of: to tell whether two are the same, and where they differ.
struct WorkflowStructure {
    private var facts: [String: String] = [:]
    private let secrets: SecretPlaces
    /// Channels, by what is said of them.
    private(set) var channels: [(key: String, channel: Channel)] = []

    /// Looks at graphs as such, or at their nodes alone, as the form has it.
    init(_ workflow: Workflow, _ form: WorkflowSaver.Form) {
        secrets = SecretPlaces(workflow)
        facts["the name"] = workflow.name
        facts["the description"] = workflow.summary
        facts["the level"] = "\(workflow.level)"
        facts["the folder 'scratch'"] = workflow.scratch.map(SavedPath.absolute) ?? "none"
        let components = form == .flat ? workflow.flatComponents : workflow.deepComponents
        facts["the order of nodes"] = components.map(\.name).joined(separator: ", ")
        let names = Dictionary(components.map { (ObjectIdentifier($0.component), $0.name) }) { first, _ in first }
        for (component, name) in components { note(component, name, form) }
        for channel in workflow.channels { note(channel, names) }
        for port in workflow.ports where form == .short {
            facts["what port '\(port.name)' stands for"] = port.exposedPort.flatMap { end(of: $0, names) } ?? "nothing"
        }
        for option in workflow.parameters where form == .short || !option.hasConversions {
            let targets = form == .flat ? option.flatTargets { names[ObjectIdentifier($0)] != nil } : option.targets
            guard !targets.isEmpty else { continue }
            facts["what option '\(option.name)' drives"] =
                targets.map { "\(end(of: $0, names) ?? $0.location)" }.joined(separator: ", ")
            facts["the type of option '\(option.name)'"] =
                "\(option.valueType)\(option.isSecret ? ", secret" : "")\(option.isOptional ? ", optional" : "")"
            facts["the value of option '\(option.name)'"] = text(of: option)
        }
    }

    private mutating func note(_ component: Component, _ name: String, _ form: WorkflowSaver.Form) {
        facts["the type of '\(name)'"] = "\(type(of: component))"
        facts["the options of '\(name)'"] = "\(form == .flat ? component.inheritedOptions : component.options)"
        for interface in component.interfaces {
            switch interface {
            case is AnyParameter: facts["parameter '\(name).\(interface.name)'"] = text(of: interface)
            case let port as InputPort where !port.leaf.isConnected:
                facts["the value of '\(name).\(port.name)'"] = text(of: port)
            case let port as MultiInputPort:
                for element in port.elements where !element.isConnected {
                    facts["the value of '\(name).\(element.label)'"] = text(of: element)
                }
            default: continue
            }
        }
        for input in component.inputs where input.hasPreloaded {
            facts["the items before the channel of '\(name).\(input.label)'"] =
                (try? "\(input.encodedPreloads())") ?? "unknown"  // what cannot be encoded cannot run either
        }
    }

    private mutating func note(_ channel: Channel, _ names: [ObjectIdentifier: String]) {
        // What a graph connects inside of it by itself, as soon as it knows what is connected to it, is its own.
        guard let sender = end(of: channel.sender, names), let receiver = end(of: channel.receiver, names) else {
            return
        }
        let key = "the channel from '\(sender)' to '\(receiver)'"
        guard facts[key] == nil else { return }
        facts[key] = "\(channel.capacity) items, \(channel.mode.rawValue), \(channel.traits.rawValue)"
        channels.append((key, channel))
    }

    /// Whether there is a channel of another structure here as well.
    func has(_ key: String) -> Bool { facts[key] != nil }

    /// The innermost port or parameter that is looked at.
    private func end(of interface: Interface, _ names: [ObjectIdentifier: String]) -> String? {
        var end: Interface = (interface as? AnyPort)?.leaf ?? interface
        while true {
            if let name = end.owner.flatMap({ names[ObjectIdentifier($0)] }) {
                return name + "." + ((end as? AnyPort)?.label ?? end.name)
            }
            guard let outer = (end as? AnyPort)?.outerPort else { return nil }
            end = outer
        }
    }

    /// A value in the form in which files have it, with absolute paths; a secret one is not looked at.
    private func text(of interface: Interface) -> String {
        if secrets.contains(interface) { return "secret" }
        do {
            guard let value = try SavedValue(interface, folder: nil).document() else { return "none" }
            return try DocumentFormat.yaml.text(of: .list([value]))
        } catch {
            return "\(error)"
        }
    }

    /// What is not the same in another one, a line each.
    func differences(from other: WorkflowStructure) -> [String] {
        Set(facts.keys).union(other.facts.keys).sorted().compactMap { key in
            let (here, there) = (facts[key], other.facts[key])
            guard here != there else { return nil }
            func shown(_ text: String?) -> String { text.map { String($0.prefix(60)).trimmedLine } ?? "not there" }
            return "\(key) would be \(shown(there)) in the file, and is \(shown(here)) here"
        }
    }
}

extension String {
    /// Without the end of the line.
    fileprivate var trimmedLine: String { hasSuffix("\n") ? String(dropLast()) : self }
}

extension Workflow {
    /// All components with their paths; what lies in a graph that wires itself is its own.
    fileprivate var deepComponents: [(component: Component, name: String)] {
        func parts(of graph: Graph) -> [Component] {
            graph.components.flatMap { component -> [Component] in
                guard let inner = component as? Graph, !(inner is any LateWiring) else { return [component] }
                return [inner] + parts(of: inner)
            }
        }
        return parts(of: self).map { ($0, $0.componentPath.description) }
    }
}
