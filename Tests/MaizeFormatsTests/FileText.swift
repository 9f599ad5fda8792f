import Maize
import TemporaryFiles
import Testing

@testable import MaizeFormats

/// Reads a workflow file of this text.
func load(
    _ text: String,
    as name: String = "flow.yaml",
    nodes: [Component.Type] = []
) throws -> WorkflowFile {
    let folder = try TemporaryFolder()
    return try WorkflowFile(path: try folder.write(text, to: name), nodes: nodes)
}

/// What is wrong with a workflow file of this text, a line each, with the file called by its name alone; empty when
/// nothing is.
func problems(
    _ text: String,
    as name: String = "flow.yaml",
    nodes: [Component.Type] = []
) throws -> [String] {
    let folder = try TemporaryFolder()
    let path = try folder.write(text, to: name)
    do {
        _ = try WorkflowFile(path: path, nodes: nodes)
        return []
    } catch let error as WorkflowFileError {
        return error.diagnostics.map { $0.description.replacing(path, with: name) }
    }
}
