internal import MaizeSystem

/// The programs that are set for a node, and how any other one is found.
package struct ProgramTable: Sendable {
    /// The words that start each, by name.
    private let words: [String: [String]]

    package init(_ words: [String: [String]]) {
        self.words = words
    }

    /// The words that start a program, with the file of the first one found.
    ///
    /// - Throws: `ProgramNotFound`
    package func words(toStart program: String, environment: [String]) throws -> [String] {
        var found = words[program] ?? []
        let first = found.first ?? program
        let path = try ProgramSearch.path(of: first, environment: environment)
        found.replaceSubrange(0..<min(1, found.count), with: [path])
        return found
    }
}
