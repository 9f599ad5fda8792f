internal import MaizeWire

/// JSON that people like to read: what is short stands on one line.
enum JSONWriter {
    static func text(of value: DocumentValue) -> String { text(of: value, indent: "", start: 0) + "\n" }

    /// A value whose first line has so many characters before it.
    private static func text(of value: DocumentValue, indent: String, start: Int) -> String {
        let inner = indent + "  "
        let parts: [String]
        let ends: (String, String)
        switch value.content {
        case .list(let values) where !values.isEmpty:
            if !LineWidth.isTable(values), let line = line(value, start: start) { return line }
            parts = values.map { text(of: $0, indent: inner, start: inner.count + 1) }
            ends = ("[", "]")
        case .mapping(let entries) where !entries.isEmpty:
            if start > 0, let line = line(value, start: start) { return line }
            parts = entries.map { entry in
                let key = JSONText.quoted(entry.key) + ": "
                return key + text(of: entry.value, indent: inner, start: inner.count + key.count + 1)
            }
            ends = ("{", "}")
        default: return short(value)
        }
        return ends.0 + "\n" + parts.map { inner + $0 }.joined(separator: ",\n") + "\n" + indent + ends.1
    }

    private static func line(_ value: DocumentValue, start: Int) -> String? {
        let line = short(value)
        return start + line.count <= LineWidth.columns ? line : nil
    }

    /// The value on one line.
    private static func short(_ value: DocumentValue) -> String {
        switch value.content {
        case .null: "null"
        case .list(let values): "[" + values.map(short).joined(separator: ", ") + "]"
        case .mapping(let entries):
            "{" + entries.map { JSONText.quoted($0.key) + ": " + short($0.value) }.joined(separator: ", ") + "}"
        case .scalar(let text, let style):
            switch WrittenScalar(text, style) {
            case .text(let text): JSONText.quoted(text)
            case .bool(let value): "\(value)"
            case .number(let digits, _): digits
            case .special(let word): JSONText.quoted(word)  // refused before
            }
        }
    }
}
