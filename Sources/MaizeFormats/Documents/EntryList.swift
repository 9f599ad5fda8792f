/// The entries of one mapping, without repeated keys.
struct EntryList {
    private(set) var entries: [DocumentValue.Entry] = []
    private var lines: [String: Int] = [:]

    func contains(_ key: String) -> Bool { lines[key] != nil }

    mutating func append(_ entry: DocumentValue.Entry) throws {
        if let line = lines.updateValue(entry.position.line, forKey: entry.key) {
            throw DocumentError(
                position: entry.position,
                message: "the key '\(entry.key)' was given in line \(line) already"
            )
        }
        entries.append(entry)
    }
}
