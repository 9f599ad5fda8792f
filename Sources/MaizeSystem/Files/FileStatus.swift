internal import Glibc

/// What is at a path, links not followed.
package struct FileStatus: Sendable {
    /// What it is.
    package enum Kind: Sendable {
        case file, folder, link
        /// A pipe, a socket, a device: nothing that can be copied.
        case special
    }

    package let kind: Kind
    /// The permission bits, without those that give a program its owner's rights.
    let permissions: mode_t
    let accessed: timespec
    let modified: timespec
    let size: Int
    /// Bytes on disk: fewer than `size` where the file has holes.
    let allocated: Int
    /// The names that the file has.
    package let linkCount: Int

    /// Looks at what is at `path` itself.
    package init(of path: String) throws(SystemError) { try self.init(of: PathBytes(path)) }

    init(of path: PathBytes) throws(SystemError) {
        var status = stat()
        while lstat(path.bytes, &status) != 0 {
            if errno != EINTR { throw SystemError("lstat", errno, path: path.text) }
        }
        self.init(status)
    }

    /// Looks at an open file.
    init(of file: borrowing Descriptor, path: String) throws(SystemError) {
        var status = stat()
        let number = file.number
        _ = try checked("fstat", path: path) { fstat(number, &status) }
        self.init(status)
    }

    private init(_ status: stat) {
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .special
            }
        permissions = status.st_mode & 0o1777
        accessed = status.st_atim
        modified = status.st_mtim
        size = Int(status.st_size)
        allocated = Int(status.st_blocks) * 512
        linkCount = Int(status.st_nlink)
    }

    /// What is at `path`; nil where nothing is.
    package static func ifAny(at path: String) throws(SystemError) -> FileStatus? { try ifAny(at: PathBytes(path)) }

    static func ifAny(at path: PathBytes) throws(SystemError) -> FileStatus? {
        do {
            return try FileStatus(of: path)
        } catch {
            if error.isMissing { return nil }
            throw error
        }
    }

    /// Whether nobody has written to the file, or made or removed a name in the folder, since `earlier` was looked at.
    package func isUnchanged(since earlier: FileStatus) -> Bool {
        size == earlier.size && modified.tv_sec == earlier.modified.tv_sec
            && modified.tv_nsec == earlier.modified.tv_nsec
    }

    /// Gives an open file or folder the permissions and times seen here.
    func apply(to file: borrowing Descriptor, path: String) throws(SystemError) {
        let number = file.number
        _ = try checked("fchmod", path: path) { fchmod(number, permissions) }
        let times = [accessed, modified]
        _ = try checked("futimens", path: path) { futimens(number, times) }
    }
}
