internal import Glibc

/// Copies of files and of folders with all that is in them.
package struct FileTree {
    /// How the files get to their new place.
    package enum Way: Sendable {
        /// As copies.
        case copy
        /// As further names of the same files, where the file system can do that; else as copies.
        case link
    }

    private let way: Way
    private let betweenPieces: () throws -> Void
    /// Whether what is at the target already stays there, and only the rest is brought.
    private let fillsGaps: Bool

    /// `betweenPieces` is called between files, and now and then during long ones; what it throws ends the copy.
    package init(_ way: Way, fillsGaps: Bool = false, betweenPieces: @escaping () throws -> Void) {
        self.way = way
        self.fillsGaps = fillsGaps
        self.betweenPieces = betweenPieces
    }

    /// Brings what is at `source` to `target`.
    ///
    /// Links inside a folder stay the links that they are. What fails leaves behind what was brought so far.
    ///
    /// - Throws: `SystemError`, also for what is neither a file nor a folder (`EINVAL`); what `betweenPieces` throws.
    package func bring(_ source: String, to target: String) throws {
        try bring(PathBytes(source), to: PathBytes(target))
    }

    private func bring(_ source: PathBytes, to target: PathBytes) throws {
        try betweenPieces()
        let status = try FileStatus(of: source)
        if fillsGaps, status.kind != .folder, try FileStatus.ifAny(at: target) != nil { return }
        switch status.kind {
        case .file: try bringFile(source, to: target)
        case .folder: try bringFolder(source, to: target, status)
        case .link: try Path.makeLink(at: target, to: Path.destination(ofLink: source))
        case .special: throw SystemError("copy", EINVAL, path: source.text)
        }
    }

    private func bringFile(_ source: PathBytes, to target: PathBytes) throws {
        if way == .link {
            do {
                return try Path.link(source, as: target)
            } catch {
                guard error.isLinkUnsupported else { throw error }
            }
        }
        try FileCopy.copy(source, to: target, betweenPieces: betweenPieces)
    }

    private func bringFolder(_ source: PathBytes, to target: PathBytes, _ status: FileStatus) throws {
        // Its permissions may forbid what is done in it now.
        if mkdir(target.bytes, 0o700) != 0 {
            guard fillsGaps, errno == EEXIST else { throw SystemError("mkdir", errno, path: target.text) }
        }
        for name in try Directory.entries(of: source) { try bring(source.appending(name), to: target.appending(name)) }
        let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW
        let folder = Descriptor(owning: try checked("open", path: target.text) { open(target.bytes, flags) })
        try status.apply(to: folder, path: target.text)
    }

    /// Whether a file at `path`, or one in the folder there, has a second name somewhere.
    package static func sharesFiles(_ path: String) throws(SystemError) -> Bool { try sharesFiles(PathBytes(path)) }

    private static func sharesFiles(_ path: PathBytes) throws(SystemError) -> Bool {
        let status = try FileStatus(of: path)
        switch status.kind {
        case .file: return status.linkCount > 1
        case .folder:
            for name in try Directory.entries(of: path) where try sharesFiles(path.appending(name)) { return true }
            return false
        case .link, .special: return false
        }
    }
}
