@testable import MaizeFormats
@testable import MaizeDocuments

extension DocumentValue {
    /// The value on one line: `'x'` for what stands in quotes, `#1` for a literal of JSON, plain words as they are.
    var text: String {
        switch content {
        case .null: "null"
        case .scalar(let text, .plain): text
        case .scalar(let text, .text): "'\(text)'"
        case .scalar(let text, .literal): "#\(text)"
        case .list(let values): "[" + values.map(\.text).joined(separator: ", ") + "]"
        case .mapping(let entries):
            "{" + entries.map { "\($0.key): \($0.value.text)" }.joined(separator: ", ") + "}"
        }
    }

    /// The places of all keys and values in the order in which they stand, as `key@1:2`.
    var places: [String] {
        switch content {
        case .null: ["null@\(position.text)"]
        case .scalar(let text, _): ["\(text)@\(position.text)"]
        case .list(let values): ["[@\(position.text)"] + values.flatMap(\.places)
        case .mapping(let entries):
            ["{@\(position.text)"] + entries.flatMap { ["\($0.key)@\($0.position.text)"] + $0.value.places }
        }
    }
}

extension Position {
    var text: String { "\(line):\(column)" }
}

extension DocumentError {
    /// `1:2: what`, or what alone.
    var text: String { (position.map { $0.text + ": " } ?? "") + message }
}

/// A format as a test argument.
enum Format: String, CaseIterable, Sendable {
    case yaml, toml, json

    /// Reads a text of bytes.
    func read(_ bytes: [UInt8]) throws -> DocumentValue {
        switch self {
        case .yaml: try YAMLReader.read(SourceText(bytes: bytes))
        case .toml: try TOMLReader.read(SourceText(bytes: bytes))
        case .json: try JSONDocument.read(SourceText(bytes: bytes))
        }
    }

    func read(_ text: String) throws -> DocumentValue { try read(Array(text.utf8)) }

    /// What is wrong with a text; nil when nothing is.
    func problem(_ bytes: [UInt8]) throws -> String? {
        do {
            _ = try read(bytes)
            return nil
        } catch let error as DocumentError {
            return error.text
        }
    }

    func problem(_ text: String) throws -> String? { try problem(Array(text.utf8)) }
}
