extension TOMLReader {
    /// A value at which reading stands; a list or a table is the `depth`th level.
    mutating func value(depth: Int) throws(DocumentError) -> DocumentValue {
        let position = positions.position(at: place, in: bytes)
        try note()
        switch current {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            return DocumentValue(content: .scalar(try text(), .text), position: position)
        case UInt8(ascii: "["):
            guard depth <= DocumentLimits.depth else { throw tooDeep(at: position) }
            return DocumentValue(content: .list(try elements(depth: depth)), position: position)
        case UInt8(ascii: "{"):
            guard depth <= DocumentLimits.depth else { throw tooDeep(at: position) }
            return try inlineTable(position, depth: depth)
        default: return DocumentValue(content: try word(), position: position)
        }
    }

    /// A list in brackets, on as many lines as it likes.
    private mutating func elements(depth: Int) throws(DocumentError) -> [DocumentValue] {
        place += 1
        var values: [DocumentValue] = []
        while true {
            try skipLines()
            if current == UInt8(ascii: "]") { break }
            values.append(try value(depth: depth + 1))
            try skipLines()
            guard current == UInt8(ascii: ",") else { break }
            place += 1
        }
        guard current == UInt8(ascii: "]") else { throw unsound("',' or ']' was expected") }
        place += 1
        return values
    }

    /// A table in braces, which no other line can add to.
    private mutating func inlineTable(_ position: Position, depth: Int) throws(DocumentError) -> DocumentValue {
        place += 1
        let table = TOMLTable(position: position, depth: depth)
        skipBlanks()
        if take("}") { return table.value }
        repeat {
            skipBlanks()
            if current == UInt8(ascii: "}") {
                throw unsound("a key was expected after ','; nothing stands behind the last value but '}'")
            }
            try refuseEndOfLine()
            try pair(into: table)
            skipBlanks()
        } while take(",")
        try refuseEndOfLine()
        guard take("}") else { throw unsound("',' or '}' was expected") }
        return table.value
    }

    private func refuseEndOfLine() throws(DocumentError) {
        switch current {
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "#"), nil:
            throw unsound("'}' was expected: what stands in braces stands on one line")
        default: return
        }
    }

    /// A number, a date, a time, `true` or `false`.
    private mutating func word() throws(DocumentError) -> DocumentValue.Content {
        let start = place
        takeWord()
        // Between a date and its time, a blank may stand for the T.
        if TOMLDate.isDate(bytes[start..<place]), current == UInt8(ascii: " "), place + 1 < bytes.count,
            UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[place + 1]
        {
            place += 1
            takeWord()
        }
        let word = String(decoding: bytes[start..<place], as: UTF8.self)
        do {
            return try TOMLWord.content(of: word)
        } catch {
            throw unsound(error.message, at: start)
        }
    }

    private mutating func takeWord() {
        while let byte = current {
            switch byte {
            case UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: ":"): break
            default: guard TOMLReader.isBare(byte) else { return }
            }
            place += 1
        }
    }
}
