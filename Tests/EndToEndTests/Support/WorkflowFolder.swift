import Foundation
import MaizeSystem

/// A folder with workflow files for the command, removed with this.
final class WorkflowFolder {
    let path: String

    init() throws {
        path = try Directory.makeUnique(prefix: "/tmp/maize-flows-")
    }

    deinit { _ = Result { try Directory.remove(path) } }  // the test is over whether or not this works

    /// Writes a file, and gives its path.
    func write(_ text: String, as name: String = "flow.yaml") throws -> String {
        try write(bytes: Data(text.utf8), as: name)
    }

    func write(bytes: Data, as name: String) throws -> String {
        let file = path + "/" + name
        try bytes.write(to: URL(fileURLWithPath: file))
        return file
    }
}
