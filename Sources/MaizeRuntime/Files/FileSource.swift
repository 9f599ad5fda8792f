internal import MaizeCore
internal import MaizeSystem

/// A file or folder that an item names, as it was found.
struct FileSource: Equatable {
    /// The path that the item gives, made absolute.
    let given: String
    /// The path without links, `.` and `..`; only a link at the very end is still in it.
    let path: String
    /// What the link at the end leads to; `path` itself where there is none.
    let content: String
    let isFolder: Bool

    var isLink: Bool { path != content }

    /// Looks for what an item names.
    ///
    /// - Throws: `FileProblem` or `SystemError` for what cannot be sent.
    init(_ given: String, from folder: String) throws {
        guard !given.isEmpty else { throw FileProblem("it names an empty path") }
        guard !given.utf8.contains(0) else {
            throw FileProblem("it names a path with a zero byte, which no file can have")
        }
        self.given = given.utf8.first == UInt8(ascii: "/") ? given : folder + "/" + given
        let status: FileStatus
        do {
            (path, content, status) = try FileSource.find(self.given)
        } catch {
            // With the whole path: the call may have failed for a part of it.
            throw FileProblem("\(self.given): \(error.reason)", isMissing: error.isMissing)
        }
        isFolder = status.kind == .folder
        guard isFolder || status.kind == .file else {
            throw FileProblem("\(given) is neither a file nor a folder, so it cannot be sent")
        }
    }

    private static func find(
        _ given: String
    ) throws(SystemError) -> (path: String, content: String, status: FileStatus) {
        let path = try Path.resolvedParent(given)
        let status = try FileStatus(of: path)
        guard status.kind == .link else { return (path, path, status) }
        let content = try Path.resolved(path)
        return (path, content, try FileStatus(of: content))
    }

    /// Whether this is a folder that `other` is in, or is itself.
    func holds(_ other: String) -> Bool {
        isFolder
            && (other.utf8.elementsEqual(content.utf8) || other.utf8.starts(with: (content + "/").utf8)
                || content == "/")
    }
}

/// What is wrong with a file that is to be sent.
struct FileProblem: Error, CustomStringConvertible {
    let description: String
    /// Nothing is where the item says.
    let isMissing: Bool

    init(_ description: String, isMissing: Bool = false) {
        self.description = description
        self.isMissing = isMissing
    }
}
