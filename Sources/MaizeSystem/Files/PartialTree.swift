internal import CMaizeSystem
internal import Glibc

/// A copy of a file, or of a folder with all that is in it, that appears at its path only once it is complete.
///
/// It grows in the same folder under a name of its own, which goes with this object unless it was published.
package final class PartialTree {
    private let path: String
    private let partialPath: String
    private var isPublished = false

    /// Begins what is to be at `path`; a link there is followed.
    package init(for path: String) throws(SystemError) {
        let target = try Path.followed(path)
        var attempt = Path.partial(beside: target)
        while try FileStatus.ifAny(at: attempt) != nil { attempt = Path.partial(beside: target) }
        self.path = target
        partialPath = attempt
    }

    deinit {
        // A refusal leaves the partial one behind, under a name that says what it is.
        if !isPublished { _ = Result { try Directory.remove(partialPath) } }
    }

    /// Brings what is at `source`; called once.
    ///
    /// - Parameters:
    ///   - source: A file or a folder; a link is followed.
    ///   - moving: Whether nobody needs the source any more: it is then moved, where that is possible at no cost.
    ///   - betweenPieces: Called now and then during a long copy; what it throws ends the copy.
    /// - Throws: `SystemError`, also for what is neither a file nor a folder (`EINVAL`); what `betweenPieces` throws.
    package func bring(_ source: String, moving: Bool, betweenPieces: @escaping () throws -> Void) throws {
        let content = try Path.resolved(source)
        if try moving && !FileTree.sharesFiles(content) {
            do {
                return try Path.rename(content, to: partialPath)
            } catch {
                guard error.isOtherDevice else { throw error }
            }
        }
        try FileTree(.copy, betweenPieces: betweenPieces).bring(content, to: partialPath)
    }

    /// Lets it appear at its path, with everything on disk before its name.
    ///
    /// - Parameter replacing: Whether it takes the place of what is there, a file that of a file, a folder that of a
    ///   folder; what was there is gone then.
    /// - Throws: `SystemError`, `EEXIST` when something is there that is not to be replaced.
    package func publish(replacing: Bool) throws(SystemError) {
        try sync()
        if replacing { try replace() } else { try takeFreeName() }
        isPublished = true
        Directory.syncParent(of: path)
    }

    private func sync() throws(SystemError) {
        let isFolder = try FileStatus(of: partialPath).kind == .folder
        let opened = try checked("open", path: path) { open(partialPath, O_RDONLY | O_CLOEXEC | O_NOFOLLOW) }
        let file = Descriptor(owning: opened)
        let number = file.number
        _ = try checked("fsync", path: path) { isFolder ? maize_sync_file_system(number) : fsync(number) }
    }

    private func takeFreeName() throws(SystemError) {
        if maize_rename_to_free(partialPath, path) == 0 { return }
        guard errno == EINVAL || errno == ENOSYS else { throw SystemError("rename", errno, path: path) }
        // This file system cannot look and rename at once.
        if try FileStatus.ifAny(at: path) != nil { throw SystemError("rename", EEXIST, path: path) }
        try Path.rename(partialPath, to: path)
    }

    private func replace() throws(SystemError) {
        do {
            return try Path.rename(partialPath, to: path)
        } catch {
            // A folder with something in it is not replaced by a mere rename.
            guard error.number == ENOTEMPTY || error.isTaken else { throw error }
        }
        let old: String
        if maize_exchange_names(partialPath, path) == 0 {
            old = partialPath
        } else {
            guard errno == EINVAL || errno == ENOSYS else { throw SystemError("rename", errno, path: path) }
            old = Path.partial(beside: path)
            try Path.rename(path, to: old)
            do {
                try Path.rename(partialPath, to: path)
            } catch {
                try Path.rename(old, to: path)
                throw error
            }
        }
        isPublished = true
        try Directory.remove(old)
    }
}
