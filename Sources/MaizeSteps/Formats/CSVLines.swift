internal import MaizeWire

/// Items as rows of CSV.
struct CSVLines {
    private let path: String
    private let separator: UInt8
    /// Whether names are still to be written.
    private var header: Bool
    /// Whether only some fields are wanted.
    private let isChoice: Bool
    /// The names of the columns as bytes; nil until the first item has said them.
    private var columns: [[UInt8]]?
    /// The number of fields of rows without names.
    private var width: Int?
    private var count = 0
    private let reader = ItemRow()

    init(path: String, separator: UInt8, columns: [String]?, header: Bool) {
        self.path = path
        self.separator = separator
        self.header = header
        isChoice = columns != nil
        self.columns = columns?.map { Array($0.utf8) }
    }

    /// Appends the line with the names, unless it is there or not wanted.
    mutating func appendNames(to lines: ByteBuffer) {
        guard header, let columns else { return }
        header = false
        for (number, name) in columns.enumerated() {
            name.withUnsafeBytes { append(.text($0), first: number == 0, to: lines) }
        }
        lines.append(fixed: UInt8(ascii: "\n"))
    }

    /// Appends the row of an encoded item.
    mutating func append(_ item: UnsafeRawBufferPointer, to lines: ByteBuffer) throws {
        count += 1
        try reader.read(item) { cells, isDictionary in
            // Of a dictionary without anything only the names of others tell what it lacks.
            guard cells.first?.name != nil || (isDictionary && columns != nil) else {
                return try appendList(cells, to: lines)
            }
            if columns == nil { columns = cells.compactMap { $0.name.map(Array.init) } }
            appendNames(to: lines)
            try appendFields(cells, to: lines)
        }
    }

    private mutating func appendList(_ cells: [ItemRow.Cell], to lines: ByteBuffer) throws {
        let expected = columns?.count ?? width ?? cells.count
        guard cells.count == expected, expected > 0 else {
            throw failure(
                "has \(cells.count) values; \(expected == 0 ? "a row has one at least" : "the rows have \(expected)")"
            )
        }
        width = expected
        try appendRow(cells, to: lines)
    }

    private func appendFields(_ cells: [ItemRow.Cell], to lines: ByteBuffer) throws {
        guard let columns else { return }
        // Mostly each item has all fields, and in their order.
        if cells.count == columns.count, zip(cells, columns).allSatisfy({ isName($0, $1) }) {
            return try appendRow(cells, to: lines)
        }
        if !isChoice, let stranger = cells.first(where: { cell in !columns.contains { isName(cell, $0) } }) {
            let name = String(decoding: stranger.name ?? UnsafeRawBufferPointer(start: nil, count: 0), as: UTF8.self)
            throw failure("has the field '\(name)', which the first line does not have; name all with columns")
        }
        let row = columns.map { column in
            cells.first { isName($0, column) } ?? ItemRow.Cell(name: nil, content: .nothing)
        }
        try appendRow(row, to: lines)
    }

    private func isName(_ cell: ItemRow.Cell, _ column: [UInt8]) -> Bool {
        cell.name.map { $0.count == column.count && $0.elementsEqual(column) } ?? false
    }

    private func appendRow(_ cells: [ItemRow.Cell], to lines: ByteBuffer) throws {
        for (number, cell) in cells.enumerated() {
            if case .composite(let kind) = cell.content {
                let name = cell.name.map { "'\(String(decoding: $0, as: UTF8.self))'" } ?? "field \(number + 1)"
                throw failure("has \(kind) as \(name); a field of CSV holds one value")
            }
            append(cell.content, first: number == 0, to: lines)
        }
        // A row of one empty field would be an empty line, which is none.
        if cells.count == 1, case .nothing = cells[0].content { lines.append(utf8: "\"\"") }
        lines.append(fixed: UInt8(ascii: "\n"))
    }

    private func append(_ content: ItemRow.Content, first: Bool, to lines: ByteBuffer) {
        if !first { lines.append(fixed: separator) }
        switch content {
        case .nothing, .composite: break
        case .literal(let text):
            // A number holds the separator where that is a point, for instance.
            lines.append(utf8: text.utf8.contains(separator) ? "\"\(text)\"" : text)
        case .text(let text):
            let quote = UInt8(ascii: "\"")
            let isSpecial = text.contains { $0 == separator || $0 == quote || $0 == 0x0A || $0 == 0x0D }
            guard isSpecial || text.isEmpty else { return lines.append(text) }
            lines.append(fixed: quote)
            for byte in text {
                if byte == quote { lines.append(fixed: quote) }
                lines.append(fixed: byte)
            }
            lines.append(fixed: quote)
        }
    }

    private func failure(_ message: String) -> FileFailure { FileFailure(path: path, "item \(count) \(message)") }
}

extension ByteBuffer {
    /// Appends a text as it is.
    fileprivate func append(utf8 text: String) {
        var text = text
        text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
    }
}
