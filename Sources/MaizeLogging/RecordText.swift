internal import Logging

/// A record of swift-log as the text of a record of the run: `label: message [key=value] (Module/File.swift:12)`.
struct RecordText: CustomStringConvertible {
    var label: String
    var message: String
    var metadata: Logger.Metadata = [:]
    /// Where in the source the record was made.
    var place: String?

    var description: String {
        var text = label.isEmpty ? message : "\(RecordText.line(label)): \(message)"
        if !metadata.isEmpty { text += " [\(RecordText.pairs(metadata, separator: " "))]" }
        if let place { text += " (\(place))" }
        return text
    }

    /// The metadata of one record: what the call gives wins over the provider's, and that over the logger's.
    ///
    /// An error is told under the names that swift-log's own handlers use.
    static func merged(
        _ own: Logger.Metadata,
        _ provided: Logger.Metadata?,
        _ given: Logger.Metadata?,
        error: (any Error)?
    ) -> Logger.Metadata {
        var metadata = own
        for further in [provided, given] {
            if let further { metadata.merge(further) { _, new in new } }
        }
        if let error {
            metadata["error.message"] = "\(error)"
            metadata["error.type"] = "\(String(reflecting: type(of: error)))"
        }
        return metadata
    }

    private static func text(of value: Logger.Metadata.Value) -> String {
        switch value {
        case .string(let text): word(text)
        case .stringConvertible(let value): word(value.description)
        case .array(let values): "[" + values.map(text).joined(separator: ", ") + "]"
        case .dictionary(let values): "{" + pairs(values, separator: ", ") + "}"
        }
    }

    private static func pairs(_ metadata: Logger.Metadata, separator: String) -> String {
        metadata.sorted { $0.key < $1.key }.map { "\(word($0.key))=\(text(of: $0.value))" }.joined(separator: separator)
    }

    /// A text that stands among others: quoted where it could be mistaken for more than one, and always one line.
    private static func word(_ text: String) -> String {
        let isPlain = text.unicodeScalars.allSatisfy { scalar in
            !scalar.properties.isWhitespace && !special.contains(scalar)
        }
        return isPlain && !text.isEmpty ? text : "\"" + line(text, escaping: ["\"", "\\"]) + "\""
    }

    private static let special: Set<Unicode.Scalar> = ["\"", "\\", "=", ",", "[", "]", "{", "}"]

    /// The text without ends of lines; other control characters are made harmless where the log is written.
    private static func line(_ text: String, escaping escaped: Set<Unicode.Scalar> = []) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if escaped.contains(scalar) { result += "\\" }
            if scalar == "\n" { result += "\\n" } else { result.unicodeScalars.append(scalar) }
        }
        return result
    }
}
