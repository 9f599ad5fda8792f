import Glibc
import MaizeSystem

/// A fresh folder that goes, with all that is in it, when its owner does.
final class TemporaryFolder {
    let path: String

    init() throws {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        path = try Directory.makeUnique(prefix: parent + "/unit-")
    }

    deinit { try? Directory.remove(path) }

    /// Writes a small file and gives its path.
    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        let file = try Descriptor.appending(to: path + "/" + name)
        var text = text
        try text.withUTF8 { try file.writeAll(UnsafeRawBufferPointer($0)) }
        return path + "/" + name
    }
}
