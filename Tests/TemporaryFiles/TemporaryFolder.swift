import Glibc
import MaizeSystem

/// A fresh folder that goes, with all that is in it, when its owner does.
package final class TemporaryFolder {
    package let path: String

    package init() throws {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        path = try Directory.makeUnique(prefix: parent + "/unit-")
    }

    deinit { _ = Result { try Directory.remove(path) } }  // the test is over whether or not this works

    /// Writes a file, a workflow's unless it is named otherwise, and gives its path.
    @discardableResult
    package func write(_ text: String, to name: String = "flow.yaml") throws -> String {
        try write(Array(text.utf8), to: name)
    }

    /// What a file holds; nil where there is none.
    package func text(of name: String) -> String? { FileContents.text(of: path + "/" + name) }

    @discardableResult
    package func write(_ bytes: [UInt8], to name: String) throws -> String {
        let file = path + "/" + name
        let number = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard number >= 0 else { throw SystemError("open", errno) }
        let descriptor = Descriptor(owning: number)
        try bytes.withUnsafeBytes { try descriptor.writeAll($0) }
        return file
    }
}
