internal import MaizeDocuments
internal import MaizeSystem

/// Paths of files as a workflow file has them, and places in the graph.
struct SavedPath {
    /// The folder of the file; nil where paths stay absolute.
    let folder: String?

    /// The path from the file's folder where it lies below, else the absolute one.
    func relative(_ path: String) -> String {
        // One that is empty is none, and the check says so.
        guard !path.isEmpty else { return path }
        let path = SavedPath.absolute(path)
        if path == folder { return "." }
        guard let folder, path.hasPrefix(folder == "/" ? "/" : folder + "/") else { return path }
        let rest = path.dropFirst(folder == "/" ? 1 : folder.count + 1).drop { $0 == "/" }
        return rest.isEmpty ? "." : String(rest)
    }

    /// The same for a program, which is looked up where it has no slash.
    func relativeProgram(_ word: String) -> String {
        guard word.contains("/") else { return word }
        let path = relative(word)
        return path.contains("/") ? path : "./" + path
    }

    /// A relative path of a program means the folder in which that was started.
    static func absolute(_ path: String) -> String {
        guard !path.isEmpty, !path.hasPrefix("/") else { return path }
        var rest = path[...]
        while rest.hasPrefix("./") { rest = rest.dropFirst(2).drop { $0 == "/" } }
        return Directory.current + (rest.isEmpty ? "" : "/" + rest)
    }

    /// `{node: port}`, or `{graph: {node: port}}`.
    static func place(_ components: [String], _ interface: String) -> DocumentValue {
        components.reversed().reduce(.text(interface)) { .mapping([($1, $0)]) }
    }
}
