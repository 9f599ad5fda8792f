internal import MaizeCore
internal import MaizeDocuments

/// The values of a file of `--parameters` on their way to what has the names.
struct ParametersFileValues {
    private let flow: Workflow
    private let folder: String
    private let settled: Set<ObjectIdentifier>
    var findings: FindingList

    init(_ flow: Workflow, folder: String, settled: Set<ObjectIdentifier>, findings: FindingList) {
        self.flow = flow
        self.folder = folder
        self.settled = settled
        self.findings = findings
    }

    mutating func apply(_ value: DocumentValue) {
        switch value.content {
        case .null: break
        case .mapping(let entries): for entry in entries { apply(entry) }
        default: findings.error(value.position, "names with values are expected, not \(value.summary)")
        }
    }

    private mutating func apply(_ entry: DocumentValue.Entry) {
        let name = ReservedOptions.normalised(entry.key)
        if let option = flow.optionParameters.first(where: { ReservedOptions.normalised($0.name) == name }) {
            if !settled.contains(ObjectIdentifier(option)) { set(option, entry) }
        } else if !flow.isBuilt {
            return
        } else if case .mapping(let entries) = entry.value.content, let node = flow.component(named: entry.key) {
            apply(entries, to: node)
        } else if entry.key.contains(".") {
            setPlace(entry.key, entry)
        } else {
            let known = flow.optionParameters.map(\.name)
            findings.error(
                entry.position,
                "there is no option '\(entry.key)'" + findings.suggestion(for: entry.key, among: known)
            )
        }
    }

    /// The values below a component's name: those of its own parameters, and those of what is inside of it.
    private mutating func apply(_ entries: [DocumentValue.Entry], to component: Component) {
        for entry in entries {
            if case .mapping(let inner) = entry.value.content, let graph = component as? Graph,
                let component = graph.component(named: entry.key)
            {
                apply(inner, to: component)
            } else {
                setPlace("\(component.componentPath).\(entry.key)", entry)
            }
        }
    }

    private mutating func setPlace(_ place: String, _ entry: DocumentValue.Entry) {
        do throws(WorkflowError) {
            set(try NodePlace(place, in: flow).interface, entry)
        } catch {
            findings.error(entry.position, error.message)
        }
    }

    /// Sets a value; null unsets what is optional, and leaves the rest as it is.
    private mutating func set(_ interface: Interface, _ entry: DocumentValue.Entry) {
        if case .null = entry.value.content, !interface.isDeclaredOptional { return }
        do throws(ValueError) {
            try interface.setValue(entry.value, folder: folder)
        } catch {
            findings.error(error.position, "parameter '\(interface.location)': \(error.message)")
        }
    }
}
