internal import Glibc

/// A file that appears at its path only once it is complete.
///
/// It grows in the same folder under a name of its own, `.NAME.maize-partial-…`, which goes with this object unless the
/// file was published. A file without any name (`O_TMPFILE`) would leave nothing behind even when its process is killed,
/// but not every file system has that, it cannot replace a file without a name in between either, and somebody who
/// wonders where the disk's space went would not find it.
package final class PartialFile {
    private let file: Descriptor
    private let path: String
    private let partialPath: String
    private let replacedMode: mode_t?
    private var isPublished = false

    /// Begins the file that is to be at `path`; a link there is followed.
    package init(for path: String) throws(SystemError) {
        let target = try Path.followed(path)
        let replaced = try? FileMode.of(target)  // one that is not there gives the new file no permissions
        // With the permissions of the file that it replaces, or what the umask leaves of the usual ones.
        let mode = replaced.map { $0 & 0o7777 } ?? 0o666
        while true {
            let attempt = Path.partial(beside: target)
            let number = open(attempt, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode & 0o777)
            if number >= 0 {
                file = Descriptor(owning: number)
                partialPath = attempt
                break
            }
            if errno != EEXIST, errno != EINTR { throw SystemError("open", errno, path: path) }
        }
        self.path = target
        replacedMode = replaced.map { $0 & 0o7777 }
    }

    deinit {
        if !isPublished { unlink(partialPath) }
    }

    /// Appends bytes.
    package func write(_ bytes: UnsafeRawBufferPointer) throws(SystemError) { try file.writeAll(bytes) }

    /// Lets the file appear at its path, with everything on disk before its name.
    package func publish() throws(SystemError) {
        let number = file.number
        if let replacedMode { _ = try checked("fchmod") { fchmod(number, replacedMode) } }
        _ = try checked("fsync") { fsync(number) }
        _ = try checked("rename") { rename(partialPath, path) }
        isPublished = true
        Directory.syncParent(of: path)
    }

    /// Lets a text appear as a file, whole or not at all.
    package static func publish(_ text: String, at path: String) throws(SystemError) {
        let file = try PartialFile(for: path)
        try Array(text.utf8).withUnsafeBufferPointer { bytes throws(SystemError) in
            try file.write(UnsafeRawBufferPointer(bytes))
        }
        try file.publish()
    }
}
