internal import MaizeCore
internal import MaizeSystem

/// A received file or folder on its way to a place that outlives the run, where it appears whole or not at all.
struct SavedFile {
    private let file: File
    private let target: String
    private let node: Node

    /// What is to be at `target`.
    init(_ file: File, at target: String, for node: Node) {
        self.file = file
        self.target = target
        self.node = node
    }

    /// The name of a file within the folder that it is saved in.
    static func name(of file: File) throws(FileFailure) -> String {
        let name = file.name
        guard !["", ".", ".."].contains(name) else {
            throw FileFailure(path: file.path, "has no name of its own to save")
        }
        return name
    }

    /// Whether something is there already; what could never be replaced by the file is an error.
    func isTaken(replacing: Bool) throws -> Bool {
        try FileFailure.naming(target) {
            guard let there = try FileStatus.ifAny(at: Path.followed(target))?.kind else { return false }
            guard replacing else { return true }
            let comes = try FileStatus(of: Path.resolved(file.path)).kind
            if comes == there { return true }
            throw FileFailure(
                path: target,
                "is a \(SavedFile.words(for: there)), which a \(SavedFile.words(for: comes)) cannot replace;"
                    + " choose another destination"
            )
        }
    }

    private static func words(for kind: FileStatus.Kind) -> String {
        switch kind {
        case .file: "file"
        case .folder: "folder"
        case .link: "link"
        case .special: "pipe or device"
        }
    }

    /// Brings the content beside its place; the file at its old place may be gone then.
    ///
    /// - Parameter isOurs: Whether it came through a channel, so that nobody else needs it.
    /// - Returns: What is to be published.
    /// - Throws: `FileFailure` with the path; the stop of a shutdown.
    func bring(isOurs: Bool) throws -> PartialTree {
        try FileFailure.naming(target) {
            try makeFolder()
            try refuseOwnInside()
            let partial = try PartialTree(for: target)
            try partial.bring(file.path, moving: isOurs) { [node] in
                if node.shutdownRequested { throw Stop(.shutdown) }
            }
            return partial
        }
    }

    /// Lets it appear.
    ///
    /// - Throws: `SystemError` that `isTaken` when something came there meanwhile that is not to be replaced.
    func publish(_ partial: PartialTree, replacing: Bool) throws {
        do {
            try partial.publish(replacing: replacing)
        } catch {
            throw error.isTaken && !replacing ? error : FileFailure(path: target, error)
        }
        node.logger.info("saved '\(target)'")
    }

    /// The folder around, if it alone is missing.
    private func makeFolder() throws {
        guard let folder = Path.parent(of: target), !folder.isEmpty, try FileKind.of(folder) == nil else { return }
        do {
            try Directory.makeOne(folder)
        } catch {
            guard error.isMissing else { throw FileFailure(path: folder, error) }
            throw FileFailure(
                path: target,
                "cannot be saved: the folder above '\(folder)' does not exist; make it first"
            )
        }
    }

    private func refuseOwnInside() throws {
        let source = try Path.resolved(file.path)
        let place = try Path.resolved(Path.parent(of: Path.followed(target)).map { $0 + "/" } ?? ".")
        guard (place + "/").utf8.starts(with: (source + "/").utf8) else { return }
        throw FileFailure(path: target, "lies in the folder that is to be saved there; choose a place outside of it")
    }
}
