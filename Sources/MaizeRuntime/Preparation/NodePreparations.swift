internal import MaizeSystem
package import MaizeCore

/// What the nodes of a checked workflow are given on this machine, found before the run, and what is wrong with it.
package struct NodePreparations {
    /// What is missing: programs, modules.
    package private(set) var findings: [Diagnostic] = []
    /// What the processes of nodes start with, and what is set in them after that, by the type's name; nil where it is
    /// what the coordinator has.
    private var environments: [String: Environment] = [:]
    private let here = NodeEnvironment(words: OwnProcess.environment())
    private var loaded: [ModuleRequest: NodeEnvironment] = [:]

    /// The words of a process's environment: those that it starts with, and what is set in it after that.
    package struct Environment {
        package let start: [String]
        var later: [String] = []
    }

    /// Nodes of one type, with all that is set for it.
    private struct Group {
        let type: Node.Type
        var nodes: [Node]
        let settings: NodeSettings
    }

    /// Modules are loaded once for each list of them in each environment.
    private struct ModuleRequest: Hashable {
        let modules: [String]
        let environment: NodeEnvironment
    }

    /// Looks for everything that the workflow's active nodes need.
    ///
    /// - Parameters:
    ///   - workflow: The workflow, checked.
    ///   - loadsModules: False where nodes share one process, which is left as it is.
    package init(_ workflow: Workflow, loadsModules: Bool = true) {
        for group in NodePreparations.groups(of: workflow) {
            let name = group.type.typeName
            var environment = here
            if loadsModules {
                environment = prepared(group, limit: workflow.settings.checkLimit ?? 10)
                if environment != here {
                    let later = environment.afterStart(here: here)
                    environments[name] = Environment(start: environment.atStart(here: here), later: later)
                }
            }
            findings +=
                ProgramCheck(
                    type: group.type,
                    nodes: group.nodes,
                    settings: group.settings,
                    hasTable: workflow.settings.types.keys.contains {
                        MachineSettings.key($0) == MachineSettings.key(name)
                    },
                    file: workflow.settings.file,
                    environment: environment.words
                ).findings
        }
    }

    /// The environment of the process of a node of this type.
    package func environment(of type: Node.Type) -> Environment {
        environments[type.typeName] ?? Environment(start: OwnProcess.environment())
    }

    private static func groups(of workflow: Workflow) -> [Group] {
        var places: [String: Int] = [:]
        var groups: [Group] = []
        for node in workflow.nodes where RunPlan.isActive(node) {
            let type = type(of: node)
            if let place = places[type.typeName] {
                groups[place].nodes.append(node)
            } else {
                places[type.typeName] = groups.count
                let settings = workflow.settings.settings(for: type.typeName)
                groups.append(Group(type: type, nodes: [node], settings: settings))
            }
        }
        return groups
    }

    // MARK: The environment

    private mutating func prepared(_ group: Group, limit: Double) -> NodeEnvironment {
        let settings = group.settings
        var environment = here
        for (name, value) in settings.environment.sorted(by: { $0.key < $1.key }) {
            if let problem = NodeEnvironment.problem(with: name, value: value) {
                add(.error, group, "environment.\(name)", problem)
            } else {
                environment.set([name: value])
            }
        }
        if let folder = settings.python {
            let programs = folder + "/bin"
            environment.putFirstInPath(programs)
            if !Executable.exists(programs) {
                let problem = "there is no folder '\(programs)', where a Python environment has its programs"
                add(.error, group, "python", problem)
            }
        }
        return settings.modules.isEmpty ? environment : loading(group, into: environment, limit: limit)
    }

    private mutating func loading(_ group: Group, into environment: NodeEnvironment, limit: Double) -> NodeEnvironment {
        let modules = group.settings.modules
        guard let system = ModuleSystem(environment) else {
            let variables = ModuleSystem.variables.joined(separator: " nor ")
            add(
                .warning,
                group,
                "modules",
                "modules \(modules.joined(separator: " ")) are not loaded: this machine has neither \(variables)"
            )
            return environment
        }
        let request = ModuleRequest(modules: modules, environment: environment)
        if let known = loaded[request] { return known }
        do {
            loaded[request] = try system.load(modules, into: environment, within: limit)
        } catch {
            // Of types that load the same, one says so.
            loaded[request] = environment
            add(.error, group, "modules", "\(error)")
        }
        return loaded[request] ?? environment
    }

    /// Something about a setting that all nodes of a type have, or of many types: it is told once.
    private mutating func add(_ severity: Diagnostic.Severity, _ group: Group, _ key: String, _ message: String) {
        let text = message + (group.settings.origins[key].map { " (\($0))" } ?? "")
        guard !findings.contains(where: { $0.message == text }) else { return }
        findings.append(Diagnostic(severity, path: group.nodes[0].componentPath.description, text))
    }
}
