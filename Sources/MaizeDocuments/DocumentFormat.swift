/// The formats of workflow files and other documents, by the suffixes of their files.
///
///     let formats = DocumentFormat.allCases.map(\.rawValue)  // yaml, toml, json
public enum DocumentFormat: String, CaseIterable, Sendable {
    /// YAML 1.2 without tags: `.yaml`, `.yml`.
    case yaml
    /// TOML 1.0: `.toml`.
    case toml
    /// JSON: `.json`.
    case json

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
