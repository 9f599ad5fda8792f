internal import Glibc

/// Files as programs.
package enum Executable {
    /// Why the file at `path` cannot be a program as far as can be seen; nil if it can.
    package static func problem(at path: String) -> String? {
        var status = stat()
        guard stat(path, &status) == 0 else { return String(cString: strerror(errno)) }
        if status.st_mode & S_IFMT == S_IFDIR { return "is a folder" }
        return access(path, X_OK) == 0 ? nil : "\(String(cString: strerror(errno))) to execute it"
    }

    /// Whether there is anything at `path`.
    package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
