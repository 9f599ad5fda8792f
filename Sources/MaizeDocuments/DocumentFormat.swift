/// The formats of documents, by the suffixes of their files.
package enum DocumentFormat: String, CaseIterable, Sendable {
    case yaml, toml, json

    /// What the suffix of a file's name says; nil where it is none of a document.
    package init?(path: String) {
        let name = path.lowercased()
        guard let format = DocumentFormat.allCases.first(where: { $0.suffixes.contains(where: name.hasSuffix) }) else {
            return nil
        }
        self = format
    }

    /// With the dot, the usual one first.
    package var suffixes: [String] { self == .yaml ? [".yaml", ".yml"] : [".\(rawValue)"] }

    /// All suffixes, for messages: `.yaml, .yml, .toml or .json`.
    package static var suffixList: String {
        let suffixes = allCases.flatMap(\.suffixes)
        return suffixes.dropLast().joined(separator: ", ") + " or " + suffixes[suffixes.count - 1]
    }
}
