/// A document that a format cannot say: where, and why not.
package struct DocumentWritingError: Error {
    /// All of it: `nodes[2].parameters.data: TOML has no null`.
    package let problems: [String]
}

extension DocumentFormat {
    /// The document as a text of this format, which is read as the same document.
    package func text(of value: DocumentValue) throws(DocumentWritingError) -> String {
        var check = WritingCheck(format: self)
        check.look(at: value, "", depth: 1)
        if self == .toml {
            if case .mapping = value.content {} else { check.refuse("", "TOML holds a mapping, not \(value.summary)") }
        }
        guard check.problems.isEmpty else { throw DocumentWritingError(problems: check.problems) }
        return switch self {
        case .yaml: YAMLWriter.text(of: value)
        case .toml: TOMLWriter.text(of: value)
        case .json: JSONWriter.text(of: value)
        }
    }
}

/// Finds what a format has no words for.
private struct WritingCheck {
    let format: DocumentFormat
    var problems: [String] = []

    private var name: String { format.rawValue.uppercased() }

    mutating func refuse(_ path: String, _ message: String) {
        problems.append(path.isEmpty ? message : "\(path): \(message)")
    }

    mutating func look(at value: DocumentValue, _ path: String, depth: Int) {
        switch value.content {
        case .null: if format == .toml { refuse(path, "TOML has no null; leave the value out, or write YAML or JSON") }
        case .scalar(let text, let style): look(at: WrittenScalar(text, style), path)
        case .list(let values):
            guard reaches(depth, path) else { return }
            for (index, value) in values.enumerated() { look(at: value, "\(path)[\(index)]", depth: depth + 1) }
        case .mapping(let entries):
            guard reaches(depth, path) else { return }
            for entry in entries {
                look(at: entry.value, path.isEmpty ? entry.key : "\(path).\(entry.key)", depth: depth + 1)
            }
        }
    }

    private mutating func reaches(_ depth: Int, _ path: String) -> Bool {
        guard depth <= DocumentLimits.depth else {
            refuse("", "nested deeper than \(DocumentLimits.depth) levels, which no file may be")
            return false
        }
        return true
    }

    private mutating func look(at scalar: WrittenScalar, _ path: String) {
        switch scalar {
        case .special(let word) where format == .json:
            refuse(path, "JSON has no number \(word.replacing(".", with: "")); write YAML or TOML")
        case .number(let digits, isWhole: true) where format == .toml:
            guard Int64(digits) == nil, UInt64(digits) == nil else { return }
            refuse(path, "TOML has no whole numbers of more than 64 bits, as \(digits.prefix(40)) is one")
        default: return
        }
    }
}
