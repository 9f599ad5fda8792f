internal import Glibc

/// Whole small files.
package enum FileContents {
    /// The bytes of a file; nil where it cannot be read.
    package static func bytes(of path: String) -> [UInt8]? {
        let number = open(path, O_RDONLY | O_CLOEXEC)
        guard number >= 0 else { return nil }
        return try? Descriptor(owning: number).readToEnd()  // unreadable is the answer
    }

    /// The first `limit` bytes of a file, or of what comes out of a pipe, with the file's size where it has one.
    package static func beginning(
        of path: String,
        limit: Int
    ) throws -> (bytes: [UInt8], size: Int?) {
        let file = Descriptor(owning: try checked("open", path: path) { open(path, O_RDONLY | O_CLOEXEC) })
        var status = stat()
        _ = try checked("fstat", path: path) { fstat(file.number, &status) }
        let isRegular = status.st_mode & S_IFMT == S_IFREG
        let size = isRegular ? Int(status.st_size) : nil
        var bytes = [UInt8](repeating: 0, count: min(limit, size ?? 1 << 16))
        var filled = 0
        while filled < limit {
            if filled == bytes.count { bytes += [UInt8](repeating: 0, count: min(limit - filled, bytes.count + 1)) }
            let count = try bytes.withUnsafeMutableBytes { buffer in
                try file.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])) ?? 0
            }
            if count == 0 { break }
            filled += count
        }
        bytes.removeLast(bytes.count - filled)
        return (bytes, size)
    }

    /// Whether there is a regular file at `path`; a pipe, which gives its bytes only once, is none.
    package static func isRegular(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// Throws what a reader of `path` would come upon at once: there is no such file, it is a folder, it is not ours.
    package static func checkReadable(_ path: String) throws {
        _ = try checked("access", path: path) { access(path, R_OK) }
        var status = stat()
        _ = try checked("stat", path: path) { stat(path, &status) }
        if status.st_mode & S_IFMT == S_IFDIR { throw SystemError("read", EISDIR, path: path) }
    }

    /// The text of a file, damaged characters replaced; nil where it cannot be read.
    package static func text(of path: String) -> String? {
        bytes(of: path).map { String(decoding: $0, as: UTF8.self) }
    }
}
