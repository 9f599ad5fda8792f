internal import MaizeCore

/// Reads the keys of one mapping of a file; what is wrong with them is found and not thrown.
package struct FieldReader {
    /// The keys in the order of the file.
    package let entries: [DocumentValue.Entry]
    private let places: [String: DocumentValue.Entry]
    package let position: Position
    /// What the mapping describes, for messages: `a node`.
    private let what: String

    /// Nil when the value is no mapping; keys outside of `known` are reported.
    package init?(_ value: DocumentValue, what: String, known: [String], _ findings: inout FindingList) {
        guard case .mapping(let entries) = value.content else {
            let keys = known.prefix(4).joined(separator: ", ")
            findings.error(value.position, "\(what) is a mapping (\(keys), …), not \(value.summary)")
            return nil
        }
        for entry in entries where !known.contains(entry.key) {
            findings.error(
                entry.position,
                "unknown key '\(entry.key)' in \(what)" + findings.suggestion(for: entry.key, among: known)
            )
        }
        self.entries = entries
        places = Dictionary(entries.map { ($0.key, $0) }) { first, _ in first }
        position = value.position
        self.what = what
    }

    /// The value of a key; null counts as none.
    package func value(_ key: String) -> DocumentValue? {
        guard let value = places[key]?.value else { return nil }
        if case .null = value.content { return nil }
        return value
    }

    /// As `value(_:)`, for a key that must be there.
    package func required(_ key: String, _ findings: inout FindingList) -> DocumentValue? {
        if let value = value(key) { return value }
        findings.error(places[key]?.position ?? position, "\(what) needs the key '\(key)'")
        return nil
    }

    /// The value of a key as a type; nil also when it is another one, which is reported.
    package func decoded<Value: Decodable>(_ key: String, as type: Value.Type, _ findings: inout FindingList) -> Value?
    {
        guard let value = value(key) else { return nil }
        return FieldReader.decode(value, as: type, key: key, &findings)
    }

    /// The elements of a list; empty when there is none.
    package func list(_ key: String, _ findings: inout FindingList) -> [DocumentValue] {
        guard let value = value(key) else { return [] }
        guard case .list(let values) = value.content else {
            findings.error(value.position, "'\(key)' is a list, not \(value.summary)")
            return []
        }
        return values
    }

    package static func decode<Value: Decodable>(
        _ value: DocumentValue,
        as type: Value.Type,
        key: String,
        _ findings: inout FindingList
    ) -> Value? {
        do {
            return try DocumentDecoder(value).decode(type)
        } catch let error as ValueError {
            findings.error(error.position, "'\(key)': \(error.message)")
        } catch {
            findings.error(value.position, "'\(key)': \(error)")
        }
        return nil
    }
}
