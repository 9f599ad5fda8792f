internal import MaizeWire

/// Makes rows of lines: one that ends inside of quotes goes on in the next.
struct CSVRows {
    /// Whether names are still to come.
    var hasNames = false
    private let row: CSVRow
    private var place: RowPlace
    /// The line in which the row at hand begins.
    private var firstLine = 1
    /// What there is of a row of several lines.
    private let begun = ByteBuffer()
    private var isBegun = false
    /// The number of fields that rows have, once one was read.
    private var width: Int?

    init(path: String, row: CSVRow) {
        place = RowPlace(path: path)
        self.row = row
    }

    /// The row that ends with a line; nil when it goes on, or when the line has the names or nothing.
    mutating func row(endingWith line: UnsafeRawBufferPointer) throws -> UnsafeRawBufferPointer? {
        var text = try place.text(of: line)
        if isBegun {
            begun.append(fixed: UInt8(ascii: "\n"))
            begun.append(text)
            // An even number of quotes leaves it as it was: inside of them.
            guard text.count(where: { $0 == UInt8(ascii: "\"") }) % 2 == 1 else { return try goOn() }
            text = begun.bytes
        } else {
            firstLine = place.line
        }
        guard try naming(text, { try row.record.read(text) }) else {
            if !isBegun { begun.append(text) }
            isBegun = true
            return try goOn()
        }
        return try complete(text)
    }

    private mutating func goOn() throws -> UnsafeRawBufferPointer? {
        guard begun.count <= LineBuffer.longestLine else {
            throw place.failure(
                "the row that begins here has more than \(LineBuffer.longestLine >> 20) MiB; is a quote missing?",
                line: firstLine
            )
        }
        return nil
    }

    private mutating func complete(_ text: UnsafeRawBufferPointer) throws -> UnsafeRawBufferPointer? {
        isBegun = false
        if row.record.isBlank, width != 1 { return nil }
        if hasNames {
            hasNames = false
            try naming(text) { try row.takeNames() }
            width = row.record.fields.count
            begun.removeAll()
            return nil
        }
        if let width, width != row.record.fields.count {
            let found = row.record.fields.count
            throw place.failure(
                "\(found) \(found == 1 ? "field" : "fields") instead of \(width), as in the first line",
                line: firstLine
            )
        }
        width = row.record.fields.count
        return text
    }

    /// The value of a row that `row(endingWith:)` gave.
    mutating func decode<Value: Decodable>(_ type: Value.Type, of text: UnsafeRawBufferPointer) throws -> Value {
        defer { if begun.count > 0 { begun.removeAll() } }
        return try naming(text) { try row.decode(type) }
    }

    /// - Throws: `FileFailure` for a row that does not end.
    func end() throws {
        guard isBegun else { return }
        throw place.failure("the row that begins here ends inside of quotes; one is missing", line: firstLine)
    }

    /// Tells problems with their line, and the column in it.
    private func naming<Result>(_ text: UnsafeRawBufferPointer, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let problem as CSVProblem {
            let before = text.prefix(problem.offset)
            let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
            let line = firstLine + before.count { $0 == UInt8(ascii: "\n") }
            let column = before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
            throw place.failure(problem.message, line: line, column: column)
        }
    }
}
