public import MaizeCore
public import MaizeDocuments
internal import MaizeSystem

extension Workflow {
    /// Writes the workflow as a file that `Workflow(contentsOf:nodes:)` reads as an equal one.
    ///
    ///     try flow.write(to: "flow.yaml")
    ///
    /// The file says what differs from what is so anyway; graphs stay nodes of their type, and types of items are
    /// written out. Paths below the file's folder are relative to it. Values of secret parameters are never written:
    /// who runs the file gives them anew.
    ///
    /// - Parameter path: The file; its suffix (`.yaml`, `.yml`, `.toml`, `.json`) tells the format. It appears whole or
    ///   not at all: what was there before stays where writing fails.
    /// - Throws: `WorkflowSavingError` with all that no file can hold, an error of the system where the file cannot be
    ///   written.
    public final func write(to path: String) throws {
        guard let format = DocumentFormat(path: path) else {
            throw WorkflowSavingError(
                problems: ["the name of '\(path)' must end in \(DocumentFormat.suffixList), which tells its format"]
            )
        }
        let folder = Path.parent(of: SavedPath.absolute(path)) ?? "/"
        let text = try SavedWorkflow(self, .short).text(as: format, folder: folder)
        try PartialFile.publish(text, at: path)
    }

    /// The workflow as the text of a file, with absolute paths; see `write(to:)`.
    ///
    /// - Throws: `WorkflowSavingError` with all that no file can hold.
    public final func text(as format: DocumentFormat) throws -> String {
        try SavedWorkflow(self, .short).text(as: format, folder: nil)
    }

    /// The workflow without graphs: nodes alone, with every type, every size and every option.
    ///
    /// The file may name `nodes` beside the standard types, which `package` has, a folder.
    package final func flatText(
        as format: DocumentFormat,
        nodes: [Component.Type],
        package: String? = nil,
        folder: String?
    ) throws -> String {
        try SavedWorkflow(self, .flat, nodes: nodes, package: package).text(as: format, folder: folder)
    }
}

/// A workflow on its way into a file.
private struct SavedWorkflow {
    private let workflow: Workflow
    private let form: WorkflowSaver.Form
    private let nodes: [Component.Type]
    private let package: String?
    private let catalogue: NodeCatalogue

    /// The file may name `nodes` beside the standard types; unless given, those of the workflow.
    init(
        _ workflow: Workflow,
        _ form: WorkflowSaver.Form,
        nodes: [Component.Type]? = nil,
        package: String? = nil
    ) throws {
        do {
            try workflow.buildIfNeeded()
        } catch {
            throw WorkflowSavingError(problems: ["it cannot be built: \(error)"])
        }
        workflow.pushParametersDown()
        self.workflow = workflow
        self.form = form
        self.nodes = nodes ?? workflow.namedTypes
        self.package = package
        catalogue = NodeCatalogue(self.nodes)
    }

    /// The text, which was read again: what was lost on the way is found, and refused.
    func text(as format: DocumentFormat, folder: String?) throws -> String {
        let here = WorkflowStructure(workflow, form)
        // Channels that graphs make themselves come with them.
        let own =
            form == .flat ? WorkflowStructure(Workflow(), form) : try structure(of: document([], folder: nil), format)
        let channels = here.channels.filter { !own.has($0.key) }.map(\.channel)
        let there = try structure(of: document(channels, folder: nil), format)
        let differences = here.differences(from: there)
        guard differences.isEmpty else { throw WorkflowSavingError(problems: differences) }
        return try text(of: document(channels, folder: folder), format)
    }

    private func document(_ channels: [Channel], folder: String?) throws -> DocumentValue {
        var saver = WorkflowSaver(workflow, form, catalogue, folder: folder, channels: channels)
        let document = saver.document(of: workflow, from: package)
        guard saver.problems.isEmpty else { throw WorkflowSavingError(problems: saver.problems) }
        return document
    }

    private func text(of document: DocumentValue, _ format: DocumentFormat) throws -> String {
        do {
            return try format.text(of: document)
        } catch {
            throw WorkflowSavingError(problems: error.problems)
        }
    }

    /// What the document is read as.
    private func structure(of document: DocumentValue, _ format: DocumentFormat) throws -> WorkflowStructure {
        let folder = try Directory.makeUnique(prefix: Directory.temporary + "/maize-saving-")
        // What is left of it there harms nobody.
        defer { try? Directory.remove(folder) }
        let path = folder + "/flow" + format.suffixes[0]
        try PartialFile.publish(text(of: document, format), at: path)
        do {
            let again = try WorkflowFile(path: path, nodes: nodes).workflow
            again.pushParametersDown()
            return WorkflowStructure(again, form)
        } catch let error as WorkflowFileError {
            throw WorkflowSavingError(problems: error.diagnostics.filter { $0.severity == .error }.map(\.message))
        }
    }
}
