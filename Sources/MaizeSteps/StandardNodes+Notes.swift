package import MaizeCore

extension StandardNodes {
    /// What is said of a standard type in lists.
    private struct Note {
        let summary: String
        let tag: String
        /// What its ports are for.
        var ports: [String: String] = [:]
    }

    /// What a type is for, in one sentence: what it says of itself, of a standard one its documentation comment.
    package static func summary(of type: Component.Type) -> String {
        type.summary.isEmpty ? note(on: type)?.summary ?? "" : type.summary
    }

    /// Words by which a type is found among others.
    package static func tags(of type: Component.Type) -> Set<String> {
        type.tags.union([note(on: type)?.tag].compactMap(\.self))
    }

    /// What a port of a standard type is for, by its property's name.
    package static func help(on port: String, of type: Component.Type) -> String {
        note(on: type)?.ports[port] ?? ""
    }

    /// By the names that the types have in Swift.
    private static let notes: [String: Note] = {
        var notes: [String: Note] = [:]
        for line in table.split(separator: "\n") {
            let words = line.split(separator: " ", maxSplits: 2).map(String.init)
            guard words.count == 3 else { continue }
            if let port = words[1].hasPrefix(".") ? words[1].dropFirst() : nil {
                notes[words[0]]?.ports[String(port)] = words[2]
            } else {
                notes[words[0]] = Note(summary: words[2], tag: words[1])
            }
        }
        return notes
    }()

    /// A type of somebody else's that is called as a standard one is not meant.
    private static func note(on type: Component.Type) -> Note? {
        let name = String(reflecting: type)
        guard name.hasPrefix("MaizeSteps.") else { return nil }
        return notes[String(name.dropFirst("MaizeSteps.".count).prefix { $0 != "<" })]
    }
}
