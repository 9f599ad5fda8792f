internal import MaizeSystem

/// Where a run keeps the files that travel: each input has an inbox, each of its items with files a numbered folder.
///
///     <the run's folder>/.maize-inputs/<node's path>.<port>/0, 1, 2…
///     <the run's folder>/.maize-moved/<node's path>.<port>.<place>/0, 1, 2…
package enum InboxPath {
    /// Of files that somebody else still has.
    static let copied = ".maize-inputs"
    /// Of files that were moved here, or to a node that hands them on to here: nobody else has them, so they do not go
    /// with a run that ended badly.
    static let moved = ".maize-moved"

    /// The inbox of an input: `port` is its property name, in which no dot is, so that no two inputs have one inbox;
    /// `index` its place in a multi port.
    package static func inbox(in folder: String, node: String, port: String, index: Int?, isMoved: Bool) -> String {
        let place = index.map { ".\($0)" } ?? ""
        return "\(folder)/\(isMoved ? moved : copied)/\(node).\(port)\(place)"
    }

    /// The numbered folder that `path` lies in; nil for a file that is in no inbox.
    static func itemFolder(of path: String) -> String? {
        let slash = UInt8(ascii: "/")
        let parts = path.utf8.split(separator: slash, omittingEmptySubsequences: false)
        let marks = [copied, moved].map { Array($0.utf8) }
        guard let mark = parts.firstIndex(where: { part in marks.contains { part.elementsEqual($0) } }) else {
            return nil
        }
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        let number = parts[mark...].firstIndex { !$0.isEmpty && $0.allSatisfy(digits.contains) }
        guard let number, number < parts.count - 1 else { return nil }
        return String(decoding: Array(parts[...number].joined(separator: [slash])), as: UTF8.self)
    }

    /// Removes the folders above a path, up to the numbered one of its inbox, as far as they are empty.
    static func removeEmptyFolders(above path: String) {
        guard let last = itemFolder(of: path) else { return }
        var folder = path
        while folder.utf8.count > last.utf8.count, let parent = Path.parent(of: folder) {
            folder = parent
            guard Path.removeIfEmpty(folder) else { return }
        }
    }
}
