/// Documents that a program makes itself stand nowhere.
extension DocumentValue {
    /// A text.
    package static func text(_ text: String) -> DocumentValue {
        DocumentValue(content: .scalar(text, .text), position: .start)
    }

    package static func number(_ number: Int) -> DocumentValue {
        DocumentValue(content: .scalar("\(number)", .literal), position: .start)
    }

    package static func bool(_ value: Bool) -> DocumentValue {
        DocumentValue(content: .scalar("\(value)", .literal), position: .start)
    }

    package static func list(_ values: [DocumentValue]) -> DocumentValue {
        DocumentValue(content: .list(values), position: .start)
    }

    package static func mapping(_ entries: KeyValuePairs<String, DocumentValue>) -> DocumentValue {
        mapping(entries.map { ($0, $1) })
    }

    /// A mapping of the entries that have a value.
    package static func mapping(_ entries: [(String, DocumentValue)]) -> DocumentValue {
        let entries = entries.map { Entry(key: $0.0, position: .start, value: $0.1) }
        return DocumentValue(content: .mapping(entries), position: .start)
    }
}
