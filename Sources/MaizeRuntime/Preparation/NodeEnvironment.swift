internal import MaizeSystem

/// The variables that the process of a node has beside those by which a run knows its own.
struct NodeEnvironment: Hashable, Sendable {
    private(set) var variables: [String: String]

    /// - Parameter words: `NAME=value` each.
    init(words: some Sequence<String>) {
        variables = [:]
        for word in words {
            guard let end = word.firstIndex(of: "=") else { continue }
            variables[String(word[..<end])] = String(word[word.index(after: end)...])
        }
    }

    /// The variables as they are given to a process.
    var words: [String] { variables.map { "\($0.key)=\($0.value)" }.sorted() }

    mutating func set(_ changes: [String: String]) { variables.merge(changes) { _, new in new } }

    /// Gives a variable a value, or takes it away.
    mutating func set(_ name: String, to value: String?) { variables[name] = value }

    /// Lets programs in a folder be found before all others.
    mutating func putFirstInPath(_ folder: String) {
        let path = variables["PATH"] ?? ProgramSearch.usualPath
        variables["PATH"] = path.isEmpty ? folder : "\(folder):\(path)"
    }

    /// The variables that a node's process starts with: those of the loader are as they are here.
    ///
    /// What a module sets for other programs must not make the node's own executable load other libraries.
    func atStart(here: NodeEnvironment) -> [String] {
        var start = NodeEnvironment(words: words.filter { !NodeEnvironment.isLoaders($0) })
        start.set(here.variables.filter { NodeEnvironment.isLoaders($0.key) })
        return start.words
    }

    /// What is set in a node's process once it was loaded; a word without `=` takes a variable away.
    func afterStart(here: NodeEnvironment) -> [String] {
        let changed = variables.filter { NodeEnvironment.isLoaders($0.key) && here.variables[$0.key] != $0.value }
        let gone = here.variables.keys.filter { NodeEnvironment.isLoaders($0) && variables[$0] == nil }
        return changed.map { "\($0.key)=\($0.value)" }.sorted() + gone.sorted()
    }

    private static func isLoaders(_ name: String) -> Bool { name.hasPrefix("LD_") }

    /// What is wrong with a variable's name or value; nil for a good one.
    static func problem(with name: String, value: String) -> String? {
        if name.isEmpty || name.utf8.contains(UInt8(ascii: "=")) || name.utf8.contains(0) {
            return "\(name.debugDescription) is no name of a variable"
        }
        if value.utf8.contains(0) { return "the value of \(name) holds a zero byte, which no variable can" }
        if name.hasPrefix("MAIZE_"), ["MAIZE_RUN", "MAIZE_NODE", "MAIZE_ROLE"].contains(name) {
            return "\(name) is set by the run itself"
        }
        return nil
    }
}
