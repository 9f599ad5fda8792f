package import MaizeCore
internal import MaizeRuntime
internal import MaizeSystem
internal import MaizeWire

/// The beginning of a configuration for the types of nodes of a workflow, to be filled in.
///
/// What has a default is a comment; what is missing on this machine is a line. It is read without findings as it stands.
package struct ConfigurationTemplate {
    package let lines: [String]

    package init(_ flow: Workflow) {
        var lines = [
            "# Configuration for the workflow \(flow.name). What is a comment is so by default.", "",
            "# Below this folder runs make theirs.", "# scratch = \(InlineTOML.of(Directory.temporary))", "",
            "# Variables for all nodes.", "# [environment]", "# OMP_NUM_THREADS = \"1\"",
        ]
        var seen: Set<String> = []
        for node in flow.nodes where seen.insert(MachineSettings.key(type(of: node).typeName)).inserted {
            let alike = flow.nodes.filter { type(of: $0).typeName == type(of: node).typeName }
            let section = ConfigurationTemplate.section(of: alike)
            if !section.isEmpty { lines += [""] + section }
        }
        self.lines = lines
    }

    /// What can be set for nodes of one type; empty where that is nothing.
    private static func section(of nodes: [Node]) -> [String] {
        let type = type(of: nodes[0])
        let chosen = nodes.flatMap { ($0 as? any ProgramChoosing)?.chosenPrograms ?? [] }
        let programs = (type.requiredPrograms + chosen).reduce(into: [String]()) { known, name in
            if !known.contains(name) { known.append(name) }
        }
        // As its type has them: what this workflow sets is no default.
        let fresh = type.init()
        // One that cannot be bound is in no graph.
        guard case .success = Result(catching: { try fresh.bind() }) else { return [] }
        let table = InlineTOML.key(type.typeName)
        var lines: [String] = []
        if !programs.isEmpty { lines = ["[\(table)]"] + programs.map(line(ofProgram:)) }
        if !fresh.parameters.isEmpty {
            lines += (lines.isEmpty ? [] : [""]) + ["[\(table).parameters]"] + fresh.parameters.map(line(of:))
        }
        return lines
    }

    private static func line(ofProgram name: String) -> String {
        let key = "commands.\(InlineTOML.key(name))"
        do {
            let path = try ProgramSearch.path(of: name, environment: OwnProcess.environment())
            return "# \(key) = \(InlineTOML.of(path))"
        } catch {
            return "\(key) = \(InlineTOML.of("/path/to/\(name)"))  # it is not in PATH"
        }
    }

    private static func line(of parameter: AnyParameter) -> String {
        // One that cannot be encoded has no default that could be written.
        let item = (try? parameter.encodedValue()).flatMap { $0 }.flatMap(JSONValue.init(item:))
        let value = parameter.isSecret ? nil : item.flatMap(InlineTOML.of)
        let notes =
            [parameter.help, ParameterText.typeDescription(of: parameter.valueType)] + parameter.ruleWords
            + (parameter.isOptional || parameter.hasValue ? [] : ["required"])
        let comment = notes.filter { !$0.isEmpty }.joined(separator: "; ").replacing("\n", with: " ")
        return "# \(InlineTOML.key(parameter.name)) = \(value ?? "…")  # \(comment)"
    }
}
