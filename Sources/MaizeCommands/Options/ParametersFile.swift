internal import MaizeCore
internal import MaizeDocuments
internal import MaizeSystem

/// A file of `--parameters`: values of the workflow's own options, and of parameters of nodes, by their names.
struct ParametersFile {
    private let flow: Workflow
    /// What relative paths in the file mean.
    private let folder: String
    private var findings: FindingList

    /// Gives the workflow's parameters the values of a file.
    ///
    /// - Parameters:
    ///   - path: The file, whose suffix tells the format; `-` stands for standard input. Of what has no suffix, as a pipe,
    ///     the text tells it.
    ///   - flow: The workflow.
    /// - Returns: What is wrong with it, in the order of places.
    static func apply(_ path: String, to flow: Workflow) -> [FileDiagnostic] {
        var file = ParametersFile(path, flow)
        do {
            file.apply(try read(path))
        } catch let error as DocumentError {
            file.findings.error(error.position, error.message)
        } catch {
            file.findings.error(nil, "the file cannot be read: \((error as? SystemError)?.reason ?? "\(error)")")
        }
        return file.findings.sorted
    }

    private init(_ path: String, _ flow: Workflow) {
        self.flow = flow
        folder =
            FileContents.isRegular(path)
            ? Directory.absolute(path).split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } : Directory.current
        findings = FindingList(file: path == "-" ? "standard input" : path)
    }

    private static func read(_ path: String) throws -> DocumentValue {
        if path == "-" { return try read(SourceText(path: "/dev/stdin"), as: nil) }
        let format = DocumentFormat(path: path)
        guard format != nil || !FileContents.isRegular(path) else {
            throw DocumentError(
                message: "the file's name must end in \(DocumentFormat.suffixList), which tells its format"
            )
        }
        return try read(SourceText(path: path), as: format)
    }

    private static func read(_ text: SourceText, as format: DocumentFormat?) throws -> DocumentValue {
        try DocumentValue.readHeld(text, as: format ?? DocumentFormat(guessing: text))
    }

    private mutating func apply(_ value: DocumentValue) {
        switch value.content {
        case .null: break
        case .mapping(let entries): for entry in entries { apply(entry) }
        default: findings.error(value.position, "names with values are expected, not \(value.summary)")
        }
    }

    private mutating func apply(_ entry: DocumentValue.Entry) {
        let name = ReservedOptions.normalised(entry.key)
        if let option = flow.optionParameters.first(where: { ReservedOptions.normalised($0.name) == name }) {
            set(option, entry)
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
            findings.error(error.position, "parameter '\(entry.key)': \(error.message)")
        }
    }
}
