/// YAML that people like to read: quotes only where they are needed, and what is short on one line.
enum YAMLWriter {
    static func text(of value: DocumentValue) -> String {
        let lines =
            if case .mapping(let entries) = value.content, !entries.isEmpty {
                mapping(entries, indent: 0)
            } else {
                block(value, indent: 0)
            }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The lines of a value that begins a line of its own, `indent` columns from the left; they come without those.
    private static func block(_ value: DocumentValue, indent: Int) -> [String] {
        switch value.content {
        case .list(let values) where !values.isEmpty:
            if !LineWidth.isTable(values), let line = line(value, start: indent) { return [line] }
            return list(values, indent: indent)
        case .mapping(let entries) where !entries.isEmpty:
            return line(value, start: indent).map { [$0] } ?? mapping(entries, indent: indent)
        case .scalar(let text, .text):
            return YAMLText.literal(text).map { [$0.head] + $0.lines.map { $0.isEmpty ? "" : "  " + $0 } } ?? [
                short(value)
            ]
        default: return [short(value)]
        }
    }

    /// A list with an element a line.
    private static func list(_ values: [DocumentValue], indent: Int) -> [String] {
        values.flatMap { element in
            let lines = block(element, indent: indent + 2)
            return ["- " + lines[0]] + lines.dropFirst().map { $0.isEmpty ? "" : "  " + $0 }
        }
    }

    /// A mapping with a key a line.
    private static func mapping(_ entries: [DocumentValue.Entry], indent: Int) -> [String] {
        entries.flatMap { entry -> [String] in
            let key = YAMLText.key(entry.key)
            // A key of so many characters is one only where a mark says so.
            let start = key.utf8.count > YAMLText.longestKey ? ["? " + key, ":"] : [key + ":"]
            let last = start[start.count - 1]
            switch entry.value.content {
            case .list(let values) where !values.isEmpty:
                if !LineWidth.isTable(values), let line = line(entry.value, start: indent + last.count + 1) {
                    return start.dropLast() + [last + " " + line]
                }
                return start + list(values, indent: indent)
            case .mapping(let inner) where !inner.isEmpty:
                if let line = line(entry.value, start: indent + last.count + 1) {
                    return start.dropLast() + [last + " " + line]
                }
                return start + mapping(inner, indent: indent + 2).map { $0.isEmpty ? "" : "  " + $0 }
            default:
                let lines = block(entry.value, indent: indent)
                return start.dropLast() + [last + " " + lines[0]] + lines.dropFirst()
            }
        }
    }

    /// The value on one line, if that has room behind so many columns.
    private static func line(_ value: DocumentValue, start: Int) -> String? {
        guard fits(value) else { return nil }
        let line = short(value)
        return start + line.count <= LineWidth.columns ? line : nil
    }

    /// Whether every key may stand in braces, and no text has several lines.
    private static func fits(_ value: DocumentValue) -> Bool {
        switch value.content {
        case .null: true
        case .scalar(let text, _): YAMLText.literal(text) == nil
        case .list(let values): values.allSatisfy(fits)
        case .mapping(let entries):
            entries.allSatisfy { $0.key.utf8.count < YAMLText.longestKey && fits($0.value) }
        }
    }

    /// The value on one line, which may itself be inside of brackets.
    private static func short(_ value: DocumentValue, isInside: Bool = false) -> String {
        switch value.content {
        case .null: "null"
        case .list(let values): "[" + values.map { short($0, isInside: true) }.joined(separator: ", ") + "]"
        case .mapping(let entries):
            "{"
                + entries.map { YAMLText.key($0.key) + ": " + short($0.value, isInside: true) }.joined(separator: ", ")
                + "}"
        case .scalar(let text, .plain) where YAMLText.isSafe(text, isInside: isInside): text
        case .scalar(let text, let style):
            switch WrittenScalar(text, style) {
            case .text(let text): YAMLText.text(text, isInside: isInside)
            case .bool(let value): "\(value)"
            case .number(let digits, _): digits
            case .special(let word): word
            }
        }
    }
}
