internal import MaizeDocuments
public import MaizeCore
internal import MaizeSystem

/// A workflow that was read from a file, and where in the file its parts stand.
package struct WorkflowFile {
    package let workflow: Workflow
    /// What is worth knowing although the workflow can run.
    package let warnings: [FileDiagnostic]
    private let source: SourceFile
    private let places: WorkflowPlaces

    /// Reads a file, and those that it takes graphs from.
    ///
    /// - Parameters:
    ///   - path: The file; its suffix (`.yaml`, `.yml`, `.toml`, `.json`) tells the format.
    ///   - nodes: Types that the file may name beside the standard ones.
    ///   - workflow: What is filled with the file's nodes and channels.
    /// - Throws: `WorkflowFileError` with everything that is wrong.
    package init(path: String, nodes: [Component.Type], into workflow: Workflow = Workflow()) throws {
        let catalogue = NodeCatalogue(nodes)
        var loader = FlowLoader(catalogue: catalogue)
        let file: FlowLoader.LoadedFile
        do {
            file = try loader.load(path)
        } catch let error as DocumentError {
            throw WorkflowFileError(diagnostics: [FileDiagnostic(.error, file: path, at: error.position, error.message)]
            )
        } catch let error as SystemError {
            let message = "the file cannot be read: \(error.reason)"
            throw WorkflowFileError(diagnostics: [FileDiagnostic(.error, file: path, at: nil, message)])
        }
        var builder = WorkflowBuilder(file, into: workflow, catalogue: catalogue)
        builder.build()
        self.workflow = workflow
        source = file.source
        places = builder.places
        if loader.sources.contains(where: \.findings.hasErrors) {
            for finding in workflow.check() where !builder.faults.explains(finding) {
                let place = places.place(of: finding)
                (place?.source ?? source).findings.add(finding, at: place?.position)
            }
            let missing = builder.missingTypes.map { [FileDiagnostic(.error, file: path, at: nil, $0)] } ?? []
            throw WorkflowFileError(
                diagnostics: WorkflowFile.diagnostics(of: loader.sources) + missing,
                unknownTypes: builder.unknownTypes
            )
        }
        warnings = WorkflowFile.diagnostics(of: loader.sources)
    }

    /// The folder of the Swift package that a file names as that of its nodes; nil where it names none, and where only
    /// reading the file as a whole can tell what is wrong with it.
    ///
    /// A pipe is not looked at: what is read of it here would be missing later.
    package static func package(ofFile path: String) -> String? {
        guard FileContents.isRegular(path), let (value, text) = try? DocumentValue.readText(path: path) else {
            return nil
        }
        let source = SourceFile(path: path, text: text)
        guard let name = FlowDocument(value, as: .workflow, source).package else { return nil }
        return name.hasPrefix("/") ? name : name == "." ? source.folder : source.folder + "/" + name
    }

    /// What was found in files, one file after the other; what several uses of one graph have in common, once.
    private static func diagnostics(of sources: [SourceFile]) -> [FileDiagnostic] {
        var seen: Set<FileDiagnostic> = []
        return sources.flatMap { $0.findings.sorted.filter { seen.insert($0).inserted } }
    }

    /// A finding of the workflow's check, with its place in the file.
    package func diagnostic(_ finding: Diagnostic) -> FileDiagnostic {
        let place = places.place(of: finding)
        return FileDiagnostic(finding, file: place?.source.path ?? source.path, at: place?.position)
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
    /// - Throws: `WorkflowFileError` with every error of the file.
    public convenience init(contentsOf path: String, nodes: [Component.Type] = []) throws {
        self.init()
        _ = try WorkflowFile(path: path, nodes: nodes, into: self)
    }
}
