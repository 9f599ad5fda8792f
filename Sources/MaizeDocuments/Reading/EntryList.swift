/// The entries of one mapping, without repeated keys.
package struct EntryList {
    package private(set) var entries: [DocumentValue.Entry] = []
    private var lines: [String: Int] = [:]

    package init() {}

    package func contains(_ key: String) -> Bool { lines[key] != nil }

    package mutating func append(_ entry: DocumentValue.Entry) throws {
        if let line = lines.updateValue(entry.position.line, forKey: entry.key) {
            throw DocumentError(
                position: entry.position,
                message: "the key '\(entry.key)' was given in line \(line) already"
            )
        }
        entries.append(entry)
    }
}
