internal import MaizeWire

/// What is wrong with a row of CSV, and at which of its bytes.
struct CSVProblem: Error, Equatable {
    var offset: Int
    var message: String
}

/// The fields of one row of CSV (RFC 4180), found in its bytes and used again from row to row.
struct CSVRecord {
    /// Where a field stands, without its quotes.
    struct Field {
        var start: Int
        var end: Int
        var isQuoted = false
        /// There are quotes in it, each written twice.
        var hasQuotes = false
    }

    private(set) var fields: [Field] = []
    private let separator: UInt8
    private var bytes = UnsafeRawBufferPointer(start: nil, count: 0)

    /// The most fields that a row may have.
    static let mostFields = 100_000

    init(separator: UInt8) { self.separator = separator }

    /// Finds the fields of a row; false when it ends inside of quotes, and so goes on in the next line.
    ///
    /// The bytes must stay as they are while fields are asked for.
    mutating func read(_ row: UnsafeRawBufferPointer) throws(CSVProblem) -> Bool {
        fields.removeAll(keepingCapacity: true)
        bytes = row
        let quote = UInt8(ascii: "\"")
        // A line may end with `\r\n`, of which the `\n` is gone already.
        let end = row.last == UInt8(ascii: "\r") ? row.count - 1 : row.count
        var place = 0
        while true {
            guard fields.count < CSVRecord.mostFields else {
                throw CSVProblem(offset: place, message: "more than \(CSVRecord.mostFields) fields")
            }
            var field = Field(start: place, end: place)
            if place < end, row[place] == quote {
                field.isQuoted = true
                field.start += 1
                place += 1
                while true {
                    // What is inside of quotes may be a `\r` at the very end too.
                    guard let next = CSVRecord.find(quote, in: row, from: place, to: row.count) else { return false }
                    place = next + 1
                    guard place < row.count, row[place] == quote else { break }
                    field.hasQuotes = true
                    place += 1
                }
                field.end = place - 1
                guard place >= end || row[place] == separator else {
                    throw CSVProblem(
                        offset: place,
                        message: "something follows a closing quote; a quote inside of a field is written twice"
                    )
                }
            } else {
                while place < end, row[place] != separator {
                    if row[place] == UInt8(ascii: "\r") {
                        throw CSVProblem(
                            offset: place,
                            message:
                                "a carriage return in the middle of a line; lines end with \\n or \\r\\n, and a field with"
                                + " one in it stands in quotes"
                        )
                    }
                    if row[place] == quote {
                        throw CSVProblem(
                            offset: place,
                            message:
                                "a quote inside of a field without quotes; put the field in quotes, and write it twice"
                        )
                    }
                    place += 1
                }
                field.end = place
            }
            fields.append(field)
            if place >= end { return true }
            place += 1
        }
    }

    private static func find(_ byte: UInt8, in row: UnsafeRawBufferPointer, from start: Int, to end: Int) -> Int? {
        var place = start
        while place < end {
            if row[place] == byte { return place }
            place += 1
        }
        return nil
    }

    /// Whether the row is an empty line.
    var isBlank: Bool { fields.count == 1 && !fields[0].isQuoted && fields[0].start == fields[0].end }

    /// The bytes of a field as they stand: with doubled quotes, if it has any.
    func raw(_ number: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: bytes[fields[number].start..<fields[number].end])
    }

    /// Where a field begins in its row.
    func offset(of number: Int) -> Int { fields[number].start - (fields[number].isQuoted ? 1 : 0) }

    /// What a field says.
    func text(_ number: Int) -> String {
        let text = String(decoding: raw(number), as: UTF8.self)
        guard fields[number].hasQuotes else { return text }
        var result = ""
        var isSecond = false
        for scalar in text.unicodeScalars {
            isSecond = scalar == "\"" && !isSecond
            if !isSecond { result.unicodeScalars.append(scalar) }
        }
        return result
    }

    /// Whether nothing stands in a field, not even quotes; a row of one field needs them, since it would be an empty line.
    func isEmpty(_ number: Int) -> Bool {
        fields[number].start == fields[number].end && (!fields[number].isQuoted || fields.count == 1)
    }
}
