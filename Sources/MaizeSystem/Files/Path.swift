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

    /// What stands before the last slash of a path; nil where there is none.
    package static func parent(of path: String) -> String? {
        // By bytes: to a `String` a slash and an accent behind it are one other character.
        let bytes = path.utf8
        return bytes.lastIndex(of: UInt8(ascii: "/")).map { String(decoding: bytes[..<$0], as: UTF8.self) }
    }

    /// Gives what is at `source` the name `target`; both are on one file system.
    package static func rename(_ source: String, to target: String) throws(SystemError) {
        _ = try checked("rename", path: source) { Glibc.rename(source, target) }
    }

    /// Gives the file at `source` a second name.
    package static func link(_ source: String, as target: String) throws(SystemError) {
        try link(PathBytes(source), as: PathBytes(target))
    }

    static func link(_ source: PathBytes, as target: PathBytes) throws(SystemError) {
        _ = try checked("link", path: source.text) { Glibc.link(source.bytes, target.bytes) }
    }

    /// Makes a symbolic link.
    package static func makeLink(at path: String, to destination: LinkDestination) throws(SystemError) {
        try makeLink(at: PathBytes(path), to: destination)
    }

    static func makeLink(at path: PathBytes, to destination: LinkDestination) throws(SystemError) {
        _ = try checked("symlink", path: path.text) { symlink(destination.path.bytes, path.bytes) }
    }

    /// What a symbolic link says.
    package static func destination(ofLink path: String) throws(SystemError) -> LinkDestination {
        try destination(ofLink: PathBytes(path))
    }

    static func destination(ofLink path: PathBytes) throws(SystemError) -> LinkDestination {
        var room = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = try checked("readlink", path: path.text) { readlink(path.bytes, &room, room.count - 1) }
        return LinkDestination(path: PathBytes(terminated: room[..<count] + [0]))
    }

    /// Removes a folder if it is empty; whether it was.
    @discardableResult
    package static func removeIfEmpty(_ folder: String) -> Bool { rmdir(folder) == 0 }
}

/// What a symbolic link says, to the byte.
package struct LinkDestination: Sendable {
    let path: PathBytes

    /// For people.
    package var text: String { path.text }
}
