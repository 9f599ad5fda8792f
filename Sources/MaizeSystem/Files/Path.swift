internal import Glibc

/// Names in the file system: resolved, given, changed.
package enum Path {
    /// The path without links, `.` and `..`; something must be there.
    package static func resolved(_ path: String) throws(SystemError) -> String {
        guard let real = realpath(path, nil) else { throw SystemError("realpath", errno, path: path) }
        defer { free(real) }
        return String(cString: real)
    }

    /// As `resolved(_:)`, but a link at the very end stays itself.
    package static func resolvedParent(_ path: String) throws(SystemError) -> String {
        // By bytes: to a `String` a slash and an accent behind it are one other character.
        let slash = UInt8(ascii: "/")
        var bytes = Array(path.utf8)
        while bytes.count > 1, bytes.last == slash { bytes.removeLast() }
        guard let last = bytes.lastIndex(of: slash) else { return try resolvedParent("./" + path) }
        let name = String(decoding: bytes[(last + 1)...], as: UTF8.self)
        if name.isEmpty || name == "." || name == ".." { return try resolved(path) }
        let parent = try resolved(last == 0 ? "/" : String(decoding: bytes[..<last], as: UTF8.self))
        return (parent == "/" ? "" : parent) + "/" + name
    }

    /// Gives what is at `source` the name `target`; both are on one file system.
    package static func rename(_ source: String, to target: String) throws(SystemError) {
        _ = try checked("rename", path: source) { Glibc.rename(source, target) }
    }

    /// Gives the file at `source` a second name.
    package static func link(_ source: String, as target: String) throws(SystemError) {
        _ = try checked("link", path: source) { Glibc.link(source, target) }
    }

    /// Makes a symbolic link.
    package static func makeLink(at path: String, to destination: String) throws(SystemError) {
        _ = try checked("symlink", path: path) { symlink(destination, path) }
    }

    /// What a symbolic link says.
    package static func destination(ofLink path: String) throws(SystemError) -> String {
        var room = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = try checked("readlink", path: path) { readlink(path, &room, room.count) }
        return String(decoding: room[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Removes a folder if it is empty; whether it was.
    @discardableResult
    package static func removeIfEmpty(_ folder: String) -> Bool { rmdir(folder) == 0 }
}
