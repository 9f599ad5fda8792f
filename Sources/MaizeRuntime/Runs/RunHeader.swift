internal import MaizeCore
internal import MaizeSystem

/// What a run's log begins with: the version, the size of the workflow, and every parameter whose value is not the
/// default, with its node.
struct RunHeader {
    let text: String

    /// The width that lines of parameters keep, if no single one is longer.
    private static let width = 100
    /// Characters of a value.
    private static let longest = 100
    /// What stands in the place of a secret value, so that its length is not told either.
    private static let cover = "••••"

    /// Relative paths in the defaults are taken from the folder, as those of the plan were.
    init(_ plan: RunPlan, of workflow: Workflow, pathsFrom folder: String) {
        let nodes = NumberText.counted(plan.nodes.count, "node")
        let channels = NumberText.counted(plan.channels.count, "channel")
        let secrets = SecretTargets(workflow)
        var defaults: [ObjectIdentifier: [String: [UInt8]]] = [:]
        func changed(_ component: Component) -> [String] {
            let type = ObjectIdentifier(type(of: component))
            let ordinary = defaults[type] ?? RunHeader.defaults(of: Swift.type(of: component), pathsFrom: folder)
            defaults[type] = ordinary
            return component.parameters.compactMap { parameter in
                // A value that cannot be encoded has stopped the run before. What drives others is told of those.
                guard parameter.isSet, parameter.targets.isEmpty, let value = parameter.valueText,
                    (try? parameter.encodedValue()) != ordinary[parameter.propertyName]
                else { return nil }
                let isSecret = parameter.isSecret || secrets.contains(parameter)
                return "\(parameter.name) = \(isSecret ? RunHeader.cover : RunHeader.shortened(value))"
            }
        }
        var lines = RunHeader.lines("  ", changed(workflow))
        for node in plan.nodes.map(\.node) { lines += RunHeader.lines("  \(node.nodePath): ", changed(node)) }
        let first = "running \(nodes), \(channels) with maize-swift \(ProjectVersion.current)"
        text = ([first + (lines.isEmpty ? "" : "; not by default:")] + lines).joined(separator: "\n")
    }

    /// The encoded defaults of a type's parameters, by property name.
    private static func defaults(of type: Component.Type, pathsFrom folder: String) -> [String: [UInt8]] {
        let fresh = type.init()
        // It was bound before, when it was added.
        guard case .success = Result(catching: { try fresh.bind() }) else { return [:] }
        var values: [String: [UInt8]] = [:]
        for parameter in fresh.parameters {
            parameter.makePathsAbsolute(from: folder)
            values[parameter.propertyName] = try? parameter.encodedValue()  // one that cannot be encoded is told
        }
        return values
    }

    private static func shortened(_ value: String) -> String {
        let line = value.replacing("\n", with: "\\n")
        return line.count > longest ? line.prefix(longest) + "…" : line
    }

    /// Words with commas between, on as few lines as the width allows.
    private static func lines(_ head: String, _ words: [String]) -> [String] {
        guard let first = words.first else { return [] }
        var lines = [head + first]
        for word in words.dropFirst() {
            lines[lines.count - 1] += ","
            if lines[lines.count - 1].count + word.count + 1 > width {
                lines.append("    " + word)
            } else {
                lines[lines.count - 1] += " " + word
            }
        }
        return lines
    }
}
