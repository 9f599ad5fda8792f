import Glibc
import Maize
import MaizeSystem
import Testing

@testable import MaizeFormats

/// A folder for the files of one test; it goes with this.
final class TestFolder {
    let path: String

    init() throws {
        path = try Directory.makeUnique(prefix: "/tmp/maize-files-")
    }

    deinit { _ = Result { try Directory.remove(path) } }  // the test is over whether or not this works

    /// Writes a file, and gives its path.
    func write(_ text: String, as name: String = "flow.yaml") throws -> String {
        try write(bytes: Array(text.utf8), as: name)
    }

    func write(bytes: [UInt8], as name: String) throws -> String {
        let file = path + "/" + name
        let number = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        try #require(number >= 0)
        let descriptor = Descriptor(owning: number)
        try bytes.withUnsafeBytes { try descriptor.writeAll($0) }
        return file
    }
}

/// Reads a workflow file of this text.
func load(
    _ text: String,
    as name: String = "flow.yaml",
    nodes: [Component.Type] = []
) throws -> WorkflowFile {
    let folder = try TestFolder()
    return try WorkflowFile(path: try folder.write(text, as: name), nodes: nodes)
}

/// What is wrong with a workflow file of this text, a line each, with the file called by its name alone; empty when
/// nothing is.
func problems(
    _ text: String,
    as name: String = "flow.yaml",
    nodes: [Component.Type] = []
) throws -> [String] {
    let folder = try TestFolder()
    let path = try folder.write(text, as: name)
    do {
        _ = try WorkflowFile(path: path, nodes: nodes)
        return []
    } catch let error as WorkflowFileError {
        return error.diagnostics.map { $0.description.replacing(path, with: name) }
    }
}
