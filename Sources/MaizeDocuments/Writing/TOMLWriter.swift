/// TOML that people like to read: a table, or a list of tables, where its order allows it.
///
/// What stands below a header belongs to it, so that keys come before tables. Where a document has a table before other
/// keys, that table stands in braces: keys keep their order.
struct TOMLWriter {
    private var lines: [String] = []

    /// The text of a mapping without null.
    static func text(of value: DocumentValue) -> String {
        var writer = TOMLWriter()
        if case .mapping(let entries) = value.content { writer.append(entries, path: []) }
        return writer.lines.joined(separator: "\n") + "\n"
    }

    private mutating func append(_ entries: [DocumentValue.Entry], path: [String]) {
        let tables = entries.reversed().prefix { isTable($0.value, isRoot: path.isEmpty) }.count
        for entry in entries.dropLast(tables) {
            let key = TOMLText.key(entry.key) + " = "
            lines.append(key + TOMLWriter.value(entry.value, start: key.count))
        }
        for entry in entries.suffix(tables) {
            let path = path + [entry.key]
            switch entry.value.content {
            case .mapping(let inner):
                // A table that holds nothing but tables is made by their headers.
                let needsHeader = inner.isEmpty || !inner.allSatisfy { isTable($0.value, isRoot: false) }
                if needsHeader { appendHeader("[", path, "]") }
                append(inner, path: path)
            case .list(let elements):
                for element in elements {
                    appendHeader("[[", path, "]]")
                    if case .mapping(let inner) = element.content { append(inner, path: path) }
                }
            case .null, .scalar: break  // no table
            }
        }
    }

    private mutating func appendHeader(_ opening: String, _ path: [String], _ closing: String) {
        if !lines.isEmpty { lines.append("") }
        lines.append(opening + path.map(TOMLText.key).joined(separator: ".") + closing)
    }

    /// Whether a value gets headers: below the outermost level, only one that is too long for a line.
    private func isTable(_ value: DocumentValue, isRoot: Bool) -> Bool {
        let couldBe =
            switch value.content {
            case .mapping: true
            case .list(let values): !values.isEmpty && values.allSatisfy(\.isMapping)
            case .null, .scalar: false
            }
        return couldBe && (isRoot || TOMLWriter.short(value).count > TOMLWriter.longestInBraces)
    }

    /// The columns of a line that braces may fill.
    private static let longestInBraces = 80

    /// A value behind so many columns; a long list has an element a line.
    private static func value(_ value: DocumentValue, start: Int) -> String {
        let line = short(value)
        guard case .list(let values) = value.content, !values.isEmpty,
            values.count > 1 && LineWidth.isTable(values) || start + line.count > LineWidth.columns
        else { return line }
        return "[\n" + values.map { "  " + short($0) + ",\n" }.joined() + "]"
    }

    /// The value on one line, but for texts of several.
    private static func short(_ value: DocumentValue) -> String {
        switch value.content {
        case .null: ""  // refused before
        case .list(let values): "[" + values.map(short).joined(separator: ", ") + "]"
        case .mapping(let entries):
            "{" + entries.map { TOMLText.key($0.key) + " = " + short($0.value) }.joined(separator: ", ") + "}"
        case .scalar(let text, .plain) where TOMLDate.looksLikeOne(text) && TOMLDate.isSound(text): text
        case .scalar(let text, let style):
            switch WrittenScalar(text, style) {
            case .text(let text): TOMLText.text(text)
            case .bool(let value): "\(value)"
            case .number(let digits, _): digits
            case .special(let word): word.replacing(".", with: "")
            }
        }
    }
}

extension DocumentValue {
    fileprivate var isMapping: Bool { if case .mapping = content { true } else { false } }
}
