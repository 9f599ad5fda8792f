/// Makes plain data of JSON (RFC 8259), with the position of each value, which no library gives.
struct JSONReader {
    private let text: SourceText
    let bytes: [UInt8]
    var place = 0
    private var line = 1
    private var column = 1
    /// The place up to which the column is right.
    private var counted = 0
    private var count = 0
    private var depth = 0

    /// The one value of a text.
    static func read(_ text: SourceText) throws -> DocumentValue {
        var reader = JSONReader(text: text, bytes: text.bytes)
        let value = try reader.value()
        reader.skipSpace()
        guard reader.current == nil else { throw reader.error("the end of the file was expected") }
        return value
    }

    private init(text: SourceText, bytes: [UInt8]) {
        self.text = text
        self.bytes = bytes
    }

    var current: UInt8? { place < bytes.count ? bytes[place] : nil }

    /// Where reading stands; a long line is counted only once.
    var position: Position {
        mutating get {
            column += bytes[counted..<place].count { $0 & 0xC0 != 0x80 }
            counted = place
            return Position(line: line, column: column)
        }
    }

    mutating func error(_ message: String) -> DocumentError {
        DocumentError(position: position, message: "no sound JSON: \(message)")
    }

    private mutating func skipSpace() {
        while let byte = current {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): place += 1
            case UInt8(ascii: "\n"):
                place += 1
                line += 1
                column = 1
                counted = place
            default: return
            }
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard current == byte else { return false }
        place += 1
        return true
    }

    private mutating func value() throws -> DocumentValue {
        skipSpace()
        let position = position
        count += 1
        guard count <= DocumentLimits.values else {
            throw DocumentError(position: position, message: "more than \(DocumentLimits.values) values")
        }
        switch current {
        case UInt8(ascii: "{"):
            return DocumentValue(content: .mapping(try deeper { try $0.object() }), position: position)
        case UInt8(ascii: "["): return DocumentValue(content: .list(try deeper { try $0.array() }), position: position)
        case UInt8(ascii: "\""): return DocumentValue(content: .scalar(try string(), .text), position: position)
        case nil: throw error(bytes.isEmpty ? "the file is empty" : "a value was expected, and the file ends")
        default: return DocumentValue(content: try word(), position: position)
        }
    }

    private mutating func deeper<Result>(_ body: (inout JSONReader) throws -> Result) throws -> Result {
        depth += 1
        defer { depth -= 1 }
        guard depth <= DocumentLimits.depth else {
            throw DocumentError(position: position, message: "nested deeper than \(DocumentLimits.depth) levels")
        }
        place += 1
        return try body(&self)
    }

    private mutating func array() throws -> [DocumentValue] {
        var values: [DocumentValue] = []
        if take(UInt8(ascii: "]")) { return values }
        repeat {
            skipSpace()
            if !values.isEmpty, current == UInt8(ascii: "]") {
                throw error("a value was expected after ','; nothing stands behind the last one but ']'")
            }
            values.append(try value())
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw error("',' or ']' was expected") }
        return values
    }

    private mutating func object() throws -> [DocumentValue.Entry] {
        var entries = EntryList()
        if take(UInt8(ascii: "}")) { return entries.entries }
        repeat {
            skipSpace()
            let position = position
            guard current == UInt8(ascii: "\"") else { throw error("a name in double quotes was expected") }
            let key = try string()
            guard take(UInt8(ascii: ":")) else { throw error("':' was expected") }
            try entries.append(DocumentValue.Entry(key: key, position: position, value: try value()))
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { throw error("',' or '}' was expected") }
        return entries.entries
    }

    /// A number, `true`, `false` or `null`.
    private mutating func word() throws -> DocumentValue.Content {
        let end = bytes[place...].firstIndex { !JSONReader.isWordByte($0) } ?? bytes.count
        let word = String(decoding: bytes[place..<end], as: UTF8.self)
        guard word != "null" else {
            place = end
            return .null
        }
        guard word == "true" || word == "false" || JSONNumber.isSound(bytes[place..<end]) else {
            throw error("a value was expected; texts stand in double quotes")
        }
        place = end
        return .scalar(word, .literal)
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
