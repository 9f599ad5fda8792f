internal import Glibc

/// Names for what is not complete yet.
extension Path {
    /// A name in the same folder that nothing has: `.NAME.maize-partial-…`.
    package static func partial(beside path: String) -> String {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = slash.map { path[...$0] } ?? ""
        let name = slash.map { path[path.utf8.index(after: $0)...] } ?? path[...]
        let random = String(UInt64.random(in: 0..<(1 << 40)), radix: 36)
        // A file's name has 255 bytes at most.
        return folder + prefix("." + name, bytes: 220) + ".maize-partial-" + random
    }

    /// Where a path leads to in the end, whether anything is there or not: what is written there is written through a
    /// link, and does not replace it.
    package static func followed(_ path: String) throws(SystemError) -> String {
        var path = path
        for _ in 0..<40 {
            var room = [CChar](repeating: 0, count: Int(PATH_MAX))
            let count = readlink(path, &room, room.count)
            guard count >= 0 else { return path }
            let link = String(decoding: room[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
            path = link.hasPrefix("/") ? link : (path.lastIndex(of: "/").map { path[...$0] } ?? "") + link
        }
        throw SystemError("readlink", ELOOP, path: path)
    }

    /// As much of `text` as fits into so many bytes.
    private static func prefix(_ text: String, bytes: Int) -> String {
        var text = text
        while text.utf8.count > bytes { text.removeLast() }
        return text
    }
}

extension Directory {
    /// Lets a new name outlast a loss of power; what has the name is complete in either case, so a refusal is no error.
    static func syncParent(of path: String) {
        let folder = Path.parent(of: path).map { $0 + "/" } ?? "."
        let number = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard number >= 0 else { return }
        fsync(number)
        close(number)
    }

    /// Makes one folder, with what the umask leaves of the usual permissions; one that is there is no error.
    package static func makeOne(_ path: String) throws(SystemError) {
        guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw SystemError("mkdir", errno, path: path) }
    }
}
