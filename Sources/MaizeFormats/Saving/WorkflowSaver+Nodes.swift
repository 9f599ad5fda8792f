internal import MaizeCore
internal import MaizeDocuments

/// Nodes, and graphs that stay nodes of their type.
extension WorkflowSaver {
    mutating func node(_ component: Component, named name: String) -> DocumentValue {
        var entries: [(String, DocumentValue)] = [("name", .text(name))]
        do throws(SavedType.Problem) {
            let type =
                if let graph = component as? FileGraph { define(graph) } else {
                    try SavedType(of: component, catalogue).text
                }
            entries.append(("type", .text(type)))
        } catch {
            refuse(component.componentPath.description, error.message)
        }
        entries += options(of: component)
        let values = values(of: component)
        if !values.isEmpty { entries.append(("parameters", .mapping(values))) }
        return .mapping(entries)
    }

    private func options(of component: Component) -> [(String, DocumentValue)] {
        let options = form == .flat ? component.inheritedOptions : component.options
        var entries: [(String, DocumentValue)] = []
        if !options.summary.isEmpty { entries.append(("description", .text(options.summary))) }
        if let loop = options.loop { entries.append(("loop", .bool(loop))) }
        if let most = options.maxLoops { entries.append(("max_loops", .number(most))) }
        if options.attempts != 1 || form == .flat { entries.append(("n_attempts", .number(options.attempts))) }
        if options.failOK || form == .flat { entries.append(("fail_ok", .bool(options.failOK))) }
        if let level = options.level { entries.append(("level", .text("\(level)"))) }
        if !options.active || form == .flat { entries.append(("active", .bool(options.active))) }
        return entries
    }

    /// What parameters, and inputs without a channel, have that they would not have anyway.
    private mutating func values(of component: Component) -> [(String, DocumentValue)] {
        let path = component.componentPath.description
        var values: [(String, DocumentValue)] = []
        for interface in component.interfaces where isWritten(interface) {
            do {
                if let usual = try usualBytes(of: interface), try usual == interface.savedBytes() { continue }
                guard let value = try SavedValue(interface, folder: folder).document() else { continue }
                if case .null = value.content {
                    refuse(
                        "\(path).\(interface.name)",
                        "it has no value although it has a default, which no file can say"
                    )
                }
                values.append((interface.name, value))
            } catch {
                refuse("\(path).\(interface.name)", "its value cannot be written: \(error)")
            }
        }
        for case let multi as MultiInputPort in component.ports {
            for element in multi.elements where element.wasGiven && !element.isMapped {
                refuse("\(path).\(element.label)", "it has a value, and a file gives values to single inputs only")
            }
        }
        for input in component.inputs where input.hasPreloaded {
            refuse("\(path).\(input.label)", "items lie before those of its channel, which no file can say")
        }
        return values
    }

    /// Whether an interface has a value of which it is the place to write it.
    private func isWritten(_ interface: Interface) -> Bool {
        guard !secrets.contains(interface), !isDrivenByDefinition(interface) else { return false }
        switch interface {
        case let parameter as AnyParameter: return parameter.isSet || parameter.owner is FileGraph && parameter.hasValue
        case let input as InputPort: return !input.leaf.isConnected && (input.leaf as? InputPort)?.wasGiven == true
        default: return false
        }
    }

    /// Whether the graph that the file defines hands the value on, which then stands where the graph is used.
    private func isDrivenByDefinition(_ interface: Interface) -> Bool {
        guard form == .short, graph is FileGraph else { return false }
        if let port = interface as? AnyPort, port.outerPort?.owner === graph { return true }
        return graph.parameters.contains { outer in outer.hasValue && outer.targets.contains { $0 === interface } }
    }

    /// The value that a parameter has when nothing is said, of a graph that the file defines that of what it drives.
    private func usualBytes(of interface: Interface) throws -> [UInt8]? {
        var end = interface
        while end.owner is FileGraph, let target = (end as? AnyParameter)?.targets.first { end = target }
        guard let owner = end.owner, !(owner is FileGraph) else { return nil }
        let fresh = type(of: owner).init()
        try fresh.bind()
        return try fresh.interfaces.first { $0.name == end.name }?.savedBytes()
    }
}
