/// A table while its file is being read: which headers and keys may still add to it.
final class TOMLTable {
    /// What made a table, which says what may still add to it.
    private enum Origin {
        /// A header of one below it: a header of its own may follow, once.
        case outer
        /// A header of its own, or braces: the lines below it, and headers of tables within.
        case header
        /// A dotted key: others like it below the same header, which `base` is the table of.
        case dotted(base: ObjectIdentifier)
    }

    private final class List {
        var tables: [TOMLTable]

        init(_ first: TOMLTable) { tables = [first] }
    }

    private enum Child {
        case value(DocumentValue)
        case table(TOMLTable)
        /// The tables of `[[headers]]`.
        case list(List)
    }

    private struct Entry {
        let key: TOMLKey
        let child: Child
    }

    let depth: Int
    private var position: Position
    private var origin: Origin
    private var entries: [Entry] = []
    private var places: [String: Int] = [:]

    private init(_ origin: Origin, position: Position, depth: Int) {
        self.origin = origin
        self.position = position
        self.depth = depth
    }

    /// A table that no other one makes: the file's, or one in braces.
    convenience init(position: Position, depth: Int) {
        self.init(.header, position: position, depth: depth)
    }

    /// What a file says with it.
    var value: DocumentValue {
        let entries = entries.map { entry in
            DocumentValue.Entry(key: entry.key.text, position: entry.key.position, value: TOMLTable.value(of: entry))
        }
        return DocumentValue(content: .mapping(entries), position: position)
    }

    private static func value(of entry: Entry) -> DocumentValue {
        switch entry.child {
        case .value(let value): value
        case .table(let table): table.value
        case .list(let list):
            DocumentValue(content: .list(list.tables.map(\.value)), position: entry.key.position)
        }
    }

    // MARK: Keys

    func refuseRepetition(of key: TOMLKey) throws(DocumentError) {
        guard let earlier = entry(key) else { return }
        throw DocumentError(
            position: key.position,
            message: "the key '\(key.text)' was given in line \(earlier.key.position.line) already"
        )
    }

    /// Takes a value in for a key that it does not have.
    func add(_ key: TOMLKey, _ value: DocumentValue) { add(key, .value(value)) }

    private func add(_ key: TOMLKey, _ child: Child) {
        places[key.text] = entries.count
        entries.append(Entry(key: key, child: child))
    }

    private func entry(_ key: TOMLKey) -> Entry? { places[key.text].map { entries[$0] } }

    private func adding(_ origin: Origin, _ key: TOMLKey) -> TOMLTable {
        let table = TOMLTable(origin, position: key.position, depth: depth + 1)
        add(key, .table(table))
        return table
    }

    /// The table that a part of a dotted key names, below the header of `base`.
    func dotted(_ key: TOMLKey, from base: TOMLTable) throws(DocumentError) -> TOMLTable {
        let below = ObjectIdentifier(base)
        guard let earlier = entry(key) else { return adding(.dotted(base: below), key) }
        guard case .table(let table) = earlier.child else { throw noTable(key, earlier) }
        switch table.origin {
        case .outer: table.origin = .dotted(base: below)
        case .dotted(below): break
        case .header, .dotted:
            throw DocumentError(
                position: key.position,
                message: "the table '\(key.text)' was made in line \(table.position.line), and only the lines there add"
                    + " to it"
            )
        }
        return table
    }

    // MARK: Headers

    /// The table that a header names before the last part of its path; of a list, the last one.
    func outer(_ key: TOMLKey) throws(DocumentError) -> TOMLTable {
        guard let earlier = entry(key) else { return adding(.outer, key) }
        switch earlier.child {
        case .table(let table): return table
        case .list(let list): return list.tables[list.tables.count - 1]
        case .value: throw noTable(key, earlier)
        }
    }

    /// The table of `[key]`.
    func inner(_ key: TOMLKey) throws(DocumentError) -> TOMLTable {
        guard let earlier = entry(key) else { return adding(.header, key) }
        switch earlier.child {
        case .table(let table):
            guard case .outer = table.origin else {
                throw DocumentError(
                    position: key.position,
                    message: "the table '\(key.text)' was made in line \(table.position.line) already; its lines stand"
                        + " together"
                )
            }
            table.origin = .header
            table.position = key.position
            return table
        case .list:
            throw DocumentError(
                position: key.position,
                message: "'\(key.text)' is a list since line \(earlier.key.position.line); another element begins with"
                    + " [[…]]"
            )
        case .value: throw noTable(key, earlier)
        }
    }

    /// Another table of `[[key]]`.
    func element(_ key: TOMLKey) throws(DocumentError) -> TOMLTable {
        let table = TOMLTable(position: key.position, depth: depth + 2)
        guard let earlier = entry(key) else {
            add(key, .list(List(table)))
            return table
        }
        switch earlier.child {
        case .list(let list): list.tables.append(table)
        case .table:
            throw DocumentError(
                position: key.position,
                message: "'\(key.text)' is a table since line \(earlier.key.position.line), and no list of tables"
            )
        case .value: throw noTable(key, earlier)
        }
        return table
    }

    private func noTable(_ key: TOMLKey, _ earlier: Entry) -> DocumentError {
        DocumentError(
            position: key.position,
            message: "'\(key.text)' has its whole value since line \(earlier.key.position.line); nothing is added to it"
        )
    }
}
