internal import MaizeDocuments
public import MaizeCore
internal import MaizeSystem

/// A workflow that was read from a file, and where in the file its parts stand.
package struct WorkflowFile {
    package let workflow: Workflow
    /// What is worth knowing although the workflow can run.
    package let warnings: [FileDiagnostic]
    private let path: String
    private let positions: [String: Position]
    private let optionPositions: [String: Position]

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: The file; its suffix (`.yaml`, `.yml`, `.toml`, `.json`) tells the format.
    ///   - nodes: Types that the file may name beside the standard ones.
    ///   - workflow: What is filled with the file's nodes and channels.
    /// - Throws: `WorkflowFileError` with everything that is wrong, `WorkflowError` for types of one name.
    package init(path: String, nodes: [Component.Type], into workflow: Workflow = Workflow()) throws {
        let catalogue = try NodeCatalogue(nodes)
        var findings = FindingList(file: path)
        let value: DocumentValue
        do {
            value = try DocumentValue.read(path: path)
        } catch let error as DocumentError {
            findings.error(error.position, error.message)
            throw WorkflowFileError(diagnostics: findings.diagnostics)
        } catch let error as SystemError {
            findings.error(nil, "the file cannot be read: \(error.reason)")
            throw WorkflowFileError(diagnostics: findings.diagnostics)
        }
        let document = FlowDocument(value, &findings)
        let folder = WorkflowFile.folder(of: Directory.absolute(path))
        var builder = WorkflowBuilder(
            document,
            into: workflow,
            catalogue: catalogue,
            folder: folder,
            findings: findings
        )
        builder.build()
        self.path = path
        self.workflow = workflow
        positions = builder.positions
        optionPositions = builder.optionPositions
        findings = builder.findings
        if findings.hasErrors {
            for finding in workflow.check() where !WorkflowFile.repeats(finding, builder) {
                findings.add(finding, at: WorkflowFile.position(of: finding, positions, optionPositions))
            }
            throw WorkflowFileError(diagnostics: findings.sorted)
        }
        warnings = findings.sorted
    }

    /// A finding of the workflow's check, with its place in the file.
    package func diagnostic(_ finding: Diagnostic) -> FileDiagnostic {
        var findings = FindingList(file: path)
        findings.add(finding, at: WorkflowFile.position(of: finding, positions, optionPositions))
        return findings.diagnostics[0]
    }

    /// The folder of the Swift package that a file names as that of its nodes; nil where it names none, and where only
    /// reading the file as a whole can tell what is wrong with it.
    ///
    /// A pipe is not looked at: what is read of it here would be missing later.
    package static func package(ofFile path: String) -> String? {
        guard FileContents.isRegular(path), let value = try? DocumentValue.read(path: path) else { return nil }
        var findings = FindingList(file: path)
        guard let name = FlowDocument(value, &findings).package else { return nil }
        let folder = folder(of: Directory.absolute(path))
        return name.hasPrefix("/") ? name : name == "." ? folder : folder + "/" + name
    }

    private static func folder(of path: String) -> String {
        let end = path.lastIndex(of: "/") ?? path.startIndex
        return end == path.startIndex ? "/" : String(path[..<end])
    }

    /// Whether a finding only follows from one that the file's reader had.
    private static func repeats(_ finding: Diagnostic, _ builder: WorkflowBuilder) -> Bool {
        if let interface = finding.interface { return builder.faulty.contains("\(finding.path).\(interface)") }
        // That there are no nodes follows from what is wrong with those of the file.
        return finding.path.isEmpty || builder.faultyComponents.contains(finding.path)
    }

    /// Where the option that drives an interface stands, else its node, else the graph around.
    private static func position(
        of finding: Diagnostic,
        _ positions: [String: Position],
        _ optionPositions: [String: Position]
    ) -> Position? {
        if let interface = finding.interface {
            let name = finding.path.isEmpty ? interface : "\(finding.path).\(interface)"
            if let place = optionPositions[name] { return place }
        }
        var path = finding.path
        while positions[path] == nil, let end = path.lastIndex(of: "/") { path = String(path[..<end]) }
        return positions[path]
    }
}

extension FindingList {
    /// Takes a finding of the workflow's own check.
    mutating func add(_ finding: Diagnostic, at position: Position?) {
        add(FileDiagnostic(finding, file: file, at: position))
    }
}

extension Workflow {
    /// Reads a workflow from a YAML, TOML or JSON file.
    ///
    ///     let flow = try Workflow(contentsOf: "wordcount.yaml")
    ///     try flow.execute()
    ///
    /// - Parameters:
    ///   - path: The file; its suffix tells the format. Relative paths in it mean its own folder.
    ///   - nodes: Types of nodes and graphs that the file may name beside the standard ones.
    /// - Throws: `WorkflowFileError` with every error of the file, `WorkflowError` for types of one name.
    public convenience init(contentsOf path: String, nodes: [Component.Type] = []) throws {
        self.init()
        _ = try WorkflowFile(path: path, nodes: nodes, into: self)
    }
}
