/// Texts in single and double quotes, and in three of them.
extension TOMLReader {
    /// A text at which reading stands, on one line or on several.
    mutating func text() throws(DocumentError) -> String {
        let quote = bytes[place]
        guard quotes(quote) >= 3 else { return try lineText() }
        let start = place
        place += 3
        // The end of a line behind the quotes only makes the text stand below them.
        _ = try skipNewline()
        var result: [UInt8] = []
        while true {
            takePlain(into: &result, until: quote)
            switch current {
            case quote:
                // One or two quotes before the last three belong to the text.
                let count = min(quotes(quote), 5)
                place += count
                result += repeatElement(quote, count: count < 3 ? count : count - 3)
                if count >= 3 { return String(decoding: result, as: UTF8.self) }
            case UInt8(ascii: "\\"): if try !skipFold() { try takeEscape(into: &result) }
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                _ = try skipNewline()
                result.append(UInt8(ascii: "\n"))
            case nil: throw unsound("a text does not end", at: start)
            default: throw controlCharacter
            }
        }
    }

    /// A text that ends on its line, as each one that is a key.
    mutating func lineText() throws(DocumentError) -> String {
        let quote = bytes[place]
        let start = place
        place += 1
        var result: [UInt8] = []
        while true {
            takePlain(into: &result, until: quote)
            switch current {
            case quote:
                place += 1
                return String(decoding: result, as: UTF8.self)
            case UInt8(ascii: "\\"): try takeEscape(into: &result)
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"), nil:
                throw unsound("a text does not end on its line; one of several lines stands in three quotes", at: start)
            default: throw controlCharacter
            }
        }
    }

    private var controlCharacter: DocumentError {
        unsound("a control character inside of a text; write it as an escape, in double quotes")
    }

    /// How many quotes stand here.
    private func quotes(_ quote: UInt8) -> Int { bytes[place...].prefix(6).prefix { $0 == quote }.count }

    /// Takes what stands for itself.
    private mutating func takePlain(into result: inout [UInt8], until quote: UInt8) {
        let start = place
        while let byte = current, byte != quote, !TOMLReader.isControl(byte) {
            // Nothing is escaped in single quotes.
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") { break }
            place += 1
        }
        if start < place { result += bytes[start..<place] }
    }

    /// Goes beyond a backslash at the end of a line, with all blanks and ends of lines that follow.
    private mutating func skipFold() throws(DocumentError) -> Bool {
        let start = place
        place += 1
        skipBlanks()
        guard try skipNewline() else {
            place = start
            return false
        }
        repeat { skipBlanks() } while try skipNewline()
        return true
    }

    /// Takes what an escape means; a text may be nothing but millions of them.
    private mutating func takeEscape(into result: inout [UInt8]) throws(DocumentError) {
        let start = place
        place += 2
        switch start + 1 < bytes.count ? bytes[start + 1] : 0 {
        case UInt8(ascii: "\""): result.append(UInt8(ascii: "\""))
        case UInt8(ascii: "\\"): result.append(UInt8(ascii: "\\"))
        case UInt8(ascii: "b"): result.append(0x08)
        case UInt8(ascii: "t"): result.append(0x09)
        case UInt8(ascii: "n"): result.append(0x0A)
        case UInt8(ascii: "f"): result.append(0x0C)
        case UInt8(ascii: "r"): result.append(0x0D)
        case UInt8(ascii: "u"): result += try scalar(digits: 4, from: start).utf8
        case UInt8(ascii: "U"): result += try scalar(digits: 8, from: start).utf8
        default:
            throw unsound("an unknown escape; in single quotes a backslash stands for itself", at: start)
        }
    }

    /// A scalar by its number of so many hexadecimal digits.
    private mutating func scalar(digits count: Int, from start: Int) throws(DocumentError) -> String {
        let digits = bytes[place...].prefix(count)
        let isNumber = digits.count == count && digits.allSatisfy { Unicode.Scalar($0).properties.isASCIIHexDigit }
        guard isNumber, let number = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else {
            throw unsound("\(count) hexadecimal digits were expected in an escape", at: start)
        }
        guard let scalar = Unicode.Scalar(number) else { throw unsound("an escape of no character", at: start) }
        place += count
        return String(scalar)
    }
}
