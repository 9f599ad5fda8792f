internal import Glibc

/// Folders: made, listed, removed, locked.
package enum Directory {
    /// The names in a folder, without `.` and `..`, in no order; what is no text is repaired.
    package static func entries(of path: String) throws(SystemError) -> [String] {
        try entries(of: PathBytes(path)).map(\.text)
    }

    /// The names in a folder, without `.` and `..`, in no order.
    static func entries(of path: PathBytes) throws(SystemError) -> [PathBytes] {
        guard let stream = opendir(path.bytes) else { throw SystemError("opendir", errno, path: path.text) }
        defer { closedir(stream) }
        var names: [PathBytes] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
                    Array(UnsafeBufferPointer(start: $0, count: strlen($0) + 1))
                }
            }
            let dot = CChar(bitPattern: UInt8(ascii: "."))
            if name != [dot, 0], name != [dot, dot, 0] { names.append(PathBytes(terminated: name)) }
        }
        return names
    }

    /// Makes a folder and what lacks above it, for the owner only; one that is there is no error.
    package static func make(_ path: String) throws(SystemError) {
        if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, let parent = Path.parent(of: path), !parent.isEmpty else {
            throw SystemError("mkdir", errno, path: path)
        }
        try make(parent)
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw SystemError("mkdir", errno, path: path) }
    }

    /// Makes a fresh folder for the owner only; its name is `prefix` and six characters that nothing else has.
    package static func makeUnique(prefix: String) throws(SystemError) -> String {
        var template = Array(prefix.utf8CString.dropLast()) + Array("XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw SystemError("mkdtemp", errno, path: prefix) }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Removes a file, or a folder with all that is in it; links are removed, never followed.
    package static func remove(_ path: String) throws(SystemError) { try remove(PathBytes(path)) }

    private static func remove(_ path: PathBytes) throws(SystemError) {
        if unlink(path.bytes) == 0 || errno == ENOENT { return }
        let failure = SystemError("unlink", errno, path: path.text)
        // The second number also stands for a file that may not be removed.
        guard failure.number == EISDIR || failure.number == EPERM else { throw failure }
        do {
            try removeContents(of: path)
        } catch {
            throw error.number == ENOTDIR ? failure : error
        }
        guard rmdir(path.bytes) == 0 || errno == ENOENT else { throw SystemError("rmdir", errno, path: path.text) }
    }

    /// Empties a folder; one whose permissions forbid that gets others, if it is ours.
    package static func removeContents(of path: String) throws(SystemError) { try removeContents(of: PathBytes(path)) }

    private static func removeContents(of path: PathBytes) throws(SystemError) {
        do {
            try removeEntries(of: path)
        } catch {
            guard error.number == EACCES, isOwnFolder(path), chmod(path.bytes, 0o700) == 0 else { throw error }
            try removeEntries(of: path)
        }
    }

    private static func removeEntries(of path: PathBytes) throws(SystemError) {
        for name in try entries(of: path) { try remove(path.appending(name)) }
    }

    /// Whether there is anything but folders below a folder, or at the path itself; links are files.
    package static func holdsFiles(_ path: String) -> Bool { holdsFiles(PathBytes(path)) }

    private static func holdsFiles(_ path: PathBytes) -> Bool {
        // What is no folder, or cannot be read, is taken for files.
        guard let names = try? entries(of: path) else { return access(path.bytes, F_OK) == 0 }
        return names.contains { name in
            let inner = path.appending(name)
            guard let status = try? FileStatus(of: inner) else { return false }  // it went while we looked
            return status.kind != .folder || holdsFiles(inner)
        }
    }

    /// Makes `path` the current folder of this process.
    package static func enter(_ path: String) throws(SystemError) {
        _ = try checked("chdir", path: path) { chdir(path) }
    }

    /// The current folder of this process.
    package static var current: String {
        guard let path = getcwd(nil, 0) else { return "/" }
        defer { free(path) }
        return String(cString: path)
    }

    /// Where temporary files go: `$TMPDIR` if that is an absolute path, else `/tmp`.
    package static var temporary: String {
        guard let value = getenv("TMPDIR") else { return "/tmp" }
        let path = String(cString: value)
        return path.hasPrefix("/") ? path : "/tmp"
    }

    /// The path, taken from the current folder unless it is absolute.
    package static func absolute(_ path: String) -> String { path.hasPrefix("/") ? path : current + "/" + path }

    /// Makes (or opens) a lock file and locks it; nil when somebody else holds it.
    package static func lock(_ path: String, creating: Bool) throws(SystemError) -> Descriptor? {
        let flags = O_RDWR | O_CLOEXEC | O_NOFOLLOW | (creating ? O_CREAT : 0)
        let number = try checked("open", path: path) { open(path, flags, 0o600) }
        let file = Descriptor(owning: number)
        if flock(number, LOCK_EX | LOCK_NB) == 0 { return file }
        if errno == EWOULDBLOCK { return nil }
        throw SystemError("flock", errno, path: path)
    }

    /// Whether `path` is a folder, or a link to one.
    package static func exists(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether `path` is a folder itself (no link) that belongs to the user of this process.
    package static func isOwnFolder(_ path: String) -> Bool { isOwnFolder(PathBytes(path)) }

    private static func isOwnFolder(_ path: PathBytes) -> Bool {
        var status = stat()
        guard lstat(path.bytes, &status) == 0 else { return false }
        return status.st_mode & S_IFMT == S_IFDIR && status.st_uid == getuid()
    }
}
