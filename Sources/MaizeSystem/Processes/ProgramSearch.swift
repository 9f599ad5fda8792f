/// Finds the file of a program as a shell would, and says where it looked.
package enum ProgramSearch {
    /// Where programs are looked for when nothing says where.
    package static let usualPath = "/usr/bin:/bin"

    /// The path of the program called `name`, looked up in `PATH` of `environment` unless it has a slash.
    package static func path(of name: String, environment: [String]) throws(ProgramNotFound) -> String {
        if name.utf8.contains(UInt8(ascii: "/")) {
            guard let problem = Executable.problem(at: name) else { return name }
            throw ProgramNotFound(name: name, refused: problem, searched: nil)
        }
        let list = environment.first { $0.hasPrefix("PATH=") }?.dropFirst(5) ?? usualPath[...]
        // The current folder is the node's own, so an entry that is relative to it has no meaning here.
        let folders = list.split(separator: ":").filter { $0.hasPrefix("/") }
        var refused: String?
        for folder in folders {
            let path = "\(folder)/\(name)"
            guard let problem = Executable.problem(at: path) else { return path }
            if refused == nil, Executable.exists(path) { refused = "\(path): \(problem)" }
        }
        throw ProgramNotFound(name: name, refused: refused, searched: folders.joined(separator: ":"))
    }
}

/// A program that is not there, or is none.
package struct ProgramNotFound: Error, CustomStringConvertible {
    package let name: String
    /// What is there and cannot be started, and why.
    package let refused: String?
    /// Where it was looked for, in words.
    package let searched: String

    /// Without folders that were searched, the name is a path.
    init(name: String, refused: String?, searched: String?) {
        self.name = name
        self.refused = refused
        self.searched = searched.map { $0.isEmpty ? "it names no folder" : $0 } ?? ""
        isPath = searched == nil
    }

    private let isPath: Bool

    package var description: String {
        if isPath { return "program '\(name)' cannot be started: \(refused ?? "unknown")" }
        return "program '\(name)' was not found; looked in PATH: \(searched)" + (refused.map { " (\($0))" } ?? "")
            + "; install it, or give its path"
    }
}
