internal import CMaizeSystem
internal import Glibc

/// Copies of single regular files, with permissions and times.
package enum FileCopy {
    /// The most bytes that are copied without asking whether to go on.
    private static let piece = 16 << 20

    /// Copies the file at `source` to `target`, where nothing may be.
    ///
    /// The blocks are shared where the file system can do that (a reflink: it takes no time and no space); else the
    /// kernel copies, and where it cannot, this process. Holes stay holes. What fails leaves nothing at `target`.
    ///
    /// - Parameters:
    ///   - source: A regular file.
    ///   - target: Where the copy is to be.
    ///   - betweenPieces: Called now and then during a long copy; what it throws ends the copy.
    /// - Throws: `SystemError`, or what `betweenPieces` throws.
    package static func copy(_ source: String, to target: String, betweenPieces: () throws -> Void) throws {
        try copy(PathBytes(source), to: PathBytes(target), betweenPieces: betweenPieces)
    }

    static func copy(_ source: PathBytes, to target: PathBytes, betweenPieces: () throws -> Void) throws {
        let (sourceText, targetText) = (source.text, target.text)
        // Without waiting: somebody may have put a pipe there since it was looked at.
        let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW
        let from = Descriptor(owning: try checked("open", path: sourceText) { open(source.bytes, flags) })
        let status = try FileStatus(of: from, path: sourceText)
        guard status.kind == .file else { throw SystemError("open", EINVAL, path: sourceText) }
        let made = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
        let to = Descriptor(owning: try checked("open", path: targetText) { open(target.bytes, made, 0o600) })
        do {
            if maize_clone_file(from.number, to.number) != 0 {
                try copyBytes(from, to, status, source: sourceText, target: targetText, betweenPieces)
            }
            try status.apply(to: to, path: targetText)
        } catch {
            unlink(target.bytes)
            throw error
        }
    }

    private static func copyBytes(
        _ from: borrowing Descriptor,
        _ to: borrowing Descriptor,
        _ status: FileStatus,
        source: String,
        target: String,
        _ betweenPieces: () throws -> Void
    ) throws {
        var pump = BytePump(source: source, target: target)
        guard status.allocated < status.size else {
            // Also a file that does not know its size, as those of /proc.
            return try pump.copyAll(from, to, pieces: piece, betweenPieces)
        }
        var offset = 0
        while offset < status.size {
            var start = 0
            var end = 0
            let found = maize_next_data(from.number, offset, &start, &end)
            if found < 0 { throw SystemError("lseek", errno, path: source) }
            if found == 0 { break }
            _ = try checked("lseek", path: source) { lseek(from.number, start, SEEK_SET) }
            _ = try checked("lseek", path: target) { lseek(to.number, start, SEEK_SET) }
            try pump.copyAll(from, to, atMost: end - start, pieces: piece, betweenPieces)
            offset = end
        }
        _ = try checked("ftruncate", path: target) { ftruncate(to.number, status.size) }
    }
}

/// Moves bytes from one open file to another one: inside the kernel as long as that works, else through memory.
private struct BytePump {
    let source: String
    let target: String
    private var usesKernel = true
    private var memory: [UInt8] = []

    init(source: String, target: String) {
        self.source = source
        self.target = target
    }

    mutating func copyAll(
        _ from: borrowing Descriptor,
        _ to: borrowing Descriptor,
        atMost limit: Int = .max,
        pieces: Int,
        _ betweenPieces: () throws -> Void
    ) throws {
        var left = limit
        while left > 0 {
            let count = try copy(from, to, min(left, pieces))
            if count == 0 { return }
            left -= count
            try betweenPieces()
        }
    }

    private mutating func copy(
        _ from: borrowing Descriptor,
        _ to: borrowing Descriptor,
        _ most: Int
    ) throws(SystemError) -> Int {
        if usesKernel {
            let (source, target) = (from.number, to.number)
            do {
                let count = try checked("copy_file_range", path: self.target) {
                    maize_copy_file_range(source, target, UInt(most))
                }
                if count > 0 { return Int(count) }
            } catch {
                guard error.isCopyUnsupported else { throw error }
            }
            // The end, or a file that only `read` can read to its end.
            usesKernel = false
        }
        if memory.isEmpty { memory = [UInt8](repeating: 0, count: 256 << 10) }
        return try throughMemory(from, to, most)
    }

    private mutating func throughMemory(
        _ from: borrowing Descriptor,
        _ to: borrowing Descriptor,
        _ most: Int
    ) throws(SystemError) -> Int {
        let (source, target) = (from.number, to.number)
        let count = try checked("read", path: self.source) { read(source, &memory, min(most, memory.count)) }
        var written = 0
        while written < count {
            let start = written
            written += try checked("write", path: self.target) {
                memory.withUnsafeBytes { write(target, $0.baseAddress.map { $0 + start }, count - start) }
            }
        }
        return count
    }
}
