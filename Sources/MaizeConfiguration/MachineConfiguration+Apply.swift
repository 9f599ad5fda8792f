public import MaizeCore
public import MaizeDocuments
internal import MaizeSystem

extension MachineConfiguration {
    /// Gives a workflow, before it is checked or executed, what it does not set itself: defaults of parameters, programs,
    /// variables, the folder for runs.
    ///
    /// - Parameter workflow: The workflow, with all of its nodes.
    /// - Returns: What is worth knowing, such as the settings of a type whose name is almost that of another one.
    /// - Throws: `ConfigurationError` with every value that a parameter refuses.
    @discardableResult
    public func apply(to workflow: Workflow) throws -> [FileDiagnostic] { try apply(to: workflow, knownTypes: { [] }) }

    /// As above, for a program that knows more types than those of the workflow's nodes; they are asked for only if that
    /// matters.
    package func apply(to workflow: Workflow, knownTypes: () -> [String]) throws -> [FileDiagnostic] {
        if workflow.scratch == nil { workflow.scratch = section.scratch?.value }
        workflow.settings = settings.overlaid(with: workflow.settings)
        let components = workflow.nodes as [Component] + workflow.graphs.dropFirst().map { $0 as Component }
        let byType = Dictionary(grouping: components) { MachineSettings.key(type(of: $0).typeName) }
        var values = ConfiguredValues()
        lazy var allTypes = knownTypes() + components.map { Swift.type(of: $0).typeName }
        for type in section.types {
            if let components = byType[MachineSettings.key(type.name)] {
                for (name, setting) in type.nodes.parameters.sorted(by: { $0.key < $1.key }) {
                    values.set(name, to: setting, in: components)
                }
            } else {
                values.lookAt(type, knownTypes: allTypes)
            }
        }
        values.show(in: workflow)
        let findings = values.findings.values.flatMap(\.sorted).sorted {
            ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column)
        }
        if findings.contains(where: { $0.severity == .error }) { throw ConfigurationError(diagnostics: findings) }
        return findings
    }
}

/// Gives parameters the values of a configuration, and keeps what is wrong with them.
private struct ConfiguredValues {
    /// By file.
    var findings: [String: FindingList] = [:]
    /// The parameters that have a value from here.
    private var given: Set<ObjectIdentifier> = []

    mutating func set(_ name: String, to setting: Setting<DocumentValue>, in components: [Component]) {
        var list = findings[setting.source.file] ?? FindingList(file: setting.source.file)
        defer { findings[setting.source.file] = list }
        for component in components {
            guard let parameter = component.parameters.first(where: { $0.name == name || $0.propertyName == name })
            else {
                let type = type(of: component).typeName
                let known = component.parameters.map(\.name)
                list.error(
                    setting.source.position,
                    "type \(type) has no parameter '\(name)'" + list.suggestion(for: name, among: known)
                )
                return
            }
            guard !parameter.isSet else { continue }
            if let problem = problem(setting, with: parameter) {
                list.error(problem.position, "'\(name)' of type \(type(of: component).typeName): \(problem.message)")
                return
            }
            given.insert(ObjectIdentifier(parameter))
        }
    }

    /// Sets the parameter; what it refuses, with the reason.
    private func problem(_ setting: Setting<DocumentValue>, with parameter: AnyParameter) -> ValueError? {
        if parameter.wasReadByBuild {
            return ValueError(setting.source.position, "it shapes the graph, so only the workflow can set it")
        }
        do {
            try parameter.setValue(from: DocumentDecoder(setting.value))
        } catch let error as ValueError {
            guard parameter.isSecret else { return error }
            return ValueError(error.position, "not of the type that this secret value has")
        } catch {
            return ValueError(setting.value.position, (error as? WorkflowError)?.message ?? "\(error)")
        }
        parameter.makePathsAbsolute(from: Path.parent(of: Directory.absolute(setting.source.file)) ?? "")
        return nil
    }

    /// A type that the program does not know may be another program's, or a slip.
    mutating func lookAt(_ type: ConfigurationSection.TypeSection, knownTypes: [String]) {
        let keys = knownTypes.map { MachineSettings.key($0) }
        guard !keys.contains(MachineSettings.key(type.name)),
            let nearest = NearestName.nearest(to: type.name, among: knownTypes)
        else { return }
        findings[type.source.file, default: FindingList(file: type.source.file)].warning(
            type.source.position,
            "there is no type of nodes '\(type.name)' here; did you mean '\(nearest)'?"
        )
    }

    /// Options that were not given show the value that their parameters got from here.
    func show(in workflow: Workflow) {
        for option in workflow.optionParameters where !option.isSet {
            let targets = option.targets
            guard let first = targets.first as? AnyParameter,
                targets.allSatisfy({ given.contains(ObjectIdentifier($0)) })
            else { continue }
            option.adoptDefault(of: first)
        }
    }
}
