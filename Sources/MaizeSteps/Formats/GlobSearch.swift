internal import MaizeSystem

/// Looks for the files that match a pattern.
struct GlobSearch {
    /// The paths that were found, in the order of their bytes.
    private(set) var found: [String] = []
    private let parts: [GlobPattern]
    /// What was looked at already: two `**` may lead to one folder on several ways.
    private var visited: Set<Visit> = []

    private struct Visit: Hashable {
        var folder: String
        var part: Int
    }

    init(_ pattern: String) throws(FileFailure) {
        let words = pattern.utf8.split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self) }
        parts = words.filter { $0 != "." }.map(GlobPattern.init)
        try search(pattern.utf8.first == UInt8(ascii: "/") ? "/" : "", part: 0)
        // Of a path and the same without links only the one is found, but a path may be found on two ways.
        found = Set(found).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Looks in a folder, whose path ends with a slash or is empty, from a part of the pattern on.
    private mutating func search(_ folder: String, part: Int) throws(FileFailure) {
        guard part < parts.count, visited.insert(Visit(folder: folder, part: part)).inserted else { return }
        let isLast = part == parts.count - 1
        if parts[part].text == "**" {
            if !isLast { try search(folder, part: part + 1) }
            for name in try names(in: folder) where name.utf8.first != UInt8(ascii: ".") {
                try take(folder + name, enters: part, ifFolderOnly: true, isFile: isLast)
            }
        } else if parts[part].isPlain || (!isLast && isFolder(folder + parts[part].text)) {
            try take(folder + parts[part].text, enters: part + 1, isFile: isLast)
        } else {
            for name in try names(in: folder) where parts[part].matches(name) {
                try take(folder + name, enters: part + 1, isFile: isLast)
            }
        }
    }

    /// Notes a file, or goes on in a folder.
    private mutating func take(
        _ path: String,
        enters part: Int,
        ifFolderOnly: Bool = false,
        isFile: Bool
    ) throws(FileFailure) {
        if ifFolderOnly {
            // A link may lead to a folder around it.
            if try isOwnFolder(path) { return try search(path + "/", part: part) }
        } else if !isFile {
            if isFolder(path) { try search(path + "/", part: part) }
            return
        }
        if isFile, kind(of: path) == .regular { found.append(path) }
    }

    /// Whether a folder is at a path, not a link to one.
    private func isOwnFolder(_ path: String) throws(FileFailure) -> Bool {
        do {
            return try FileStatus.ifAny(at: path)?.kind == .folder
        } catch {
            throw FileFailure(path: path, error)
        }
    }

    private func isFolder(_ path: String) -> Bool { kind(of: path) == .folder }

    /// What is at a path; nil for what cannot be looked at, such as a link that leads to itself.
    private func kind(of path: String) -> FileKind? {
        guard case .success(let kind) = Result(catching: { try FileKind.of(path) }) else { return nil }
        return kind
    }

    /// The names in a folder, none if it has gone meanwhile.
    private func names(in folder: String) throws(FileFailure) -> [String] {
        do {
            return try Directory.entries(of: folder.isEmpty ? "." : folder)
        } catch {
            if error.isMissing { return [] }
            throw FileFailure(path: folder, error)
        }
    }
}
