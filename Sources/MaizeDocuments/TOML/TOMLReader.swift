/// Makes plain data of TOML (1.0.0), with the position of each value.
///
/// Dates and times are texts as they stand there; numbers lose what only groups their digits.
package struct TOMLReader {
    let bytes: UnsafeRawBufferPointer
    var place = 0
    var positions = PositionCounter()
    private var count = 0

    /// The outermost table of a text.
    package static func read(_ text: SourceText) throws -> DocumentValue {
        try text.bytes.withUnsafeBytes { bytes in
            var reader = TOMLReader(bytes: bytes)
            do throws(DocumentError) {
                return try reader.document()
            } catch {
                throw error.placed(in: text)
            }
        }
    }

    private init(bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    private mutating func document() throws(DocumentError) -> DocumentValue {
        let root = TOMLTable(position: .start, depth: 1)
        var table = root
        while true {
            skipBlanks()
            switch current {
            case nil: return root.value
            case UInt8(ascii: "#"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): break
            case UInt8(ascii: "["): table = try header(in: root)
            default: try pair(into: table)
            }
            try endLine()
        }
    }

    /// `[path]`, or `[[path]]` for another element of a list: the table that the lines below belong to.
    private mutating func header(in root: TOMLTable) throws(DocumentError) -> TOMLTable {
        place += 1
        let isElement = takeHere("[")
        let path = try keys(behind: isElement ? "[[" : "[")
        skipBlanks()
        let isClosed = takeHere("]") && (!isElement || takeHere("]"))
        guard isClosed else { throw unsound("'\(isElement ? "]]" : "]")' was expected") }
        var table = root
        for key in path.dropLast() { table = try checked(try table.outer(key), key) }
        let last = path[path.count - 1]
        return try checked(isElement ? try table.element(last) : try table.inner(last), last)
    }

    /// `key = value`.
    mutating func pair(into base: TOMLTable) throws(DocumentError) {
        let path = try keys(behind: "")
        guard take("=") else {
            throw unsound("'=' was expected after the key '\(path[path.count - 1].text)'")
        }
        skipBlanks()
        var table = base
        for key in path.dropLast() { table = try checked(try table.dotted(key, from: base), key) }
        let last = path[path.count - 1]
        try table.refuseRepetition(of: last)
        table.add(last, try value(depth: table.depth + 1))
    }

    // MARK: Limits

    /// Counts a key or a value that begins where reading stands.
    mutating func note() throws(DocumentError) {
        count += 1
        guard count <= DocumentLimits.values else {
            throw DocumentError(offset: place, message: "more than \(DocumentLimits.values) values")
        }
    }

    private func checked(_ table: TOMLTable, _ key: TOMLKey) throws(DocumentError) -> TOMLTable {
        guard table.depth <= DocumentLimits.depth else { throw tooDeep(at: key.position) }
        return table
    }

    func tooDeep(at position: Position) -> DocumentError {
        DocumentError(position: position, message: "nested deeper than \(DocumentLimits.depth) levels")
    }
}
