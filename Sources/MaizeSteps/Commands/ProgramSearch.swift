internal import MaizeSystem

/// Finds the file of a program as a shell would, and says where it looked.
enum ProgramSearch {
    /// The path of the program called `name`, looked up in `PATH` of `environment` unless it has a slash.
    static func path(of name: String, environment: [String]) throws(CommandFailure) -> String {
        if name.utf8.contains(UInt8(ascii: "/")) {
            if let problem = Executable.problem(at: name) {
                throw CommandFailure("program '\(name)' cannot be started: \(problem)")
            }
            return name
        }
        let list = environment.first { $0.hasPrefix("PATH=") }.map { String($0.dropFirst(5)) } ?? "/usr/bin:/bin"
        // The current folder is the node's own, so an entry that is relative to it has no meaning here.
        let folders = list.split(separator: ":").filter { $0.hasPrefix("/") }
        var refused: String?
        for folder in folders {
            let path = "\(folder)/\(name)"
            guard let problem = Executable.problem(at: path) else { return path }
            if refused == nil, Executable.exists(path) { refused = "\(path): \(problem)" }
        }
        throw CommandFailure(
            "program '\(name)' was not found; looked in PATH: \(folders.joined(separator: ":"))"
                + (refused.map { " (\($0))" } ?? "") + "; install it, or give its path"
        )
    }
}
