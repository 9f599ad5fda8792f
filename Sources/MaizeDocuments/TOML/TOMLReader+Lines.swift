/// What stands around keys and values.
extension TOMLReader {
    var current: UInt8? { place < bytes.count ? bytes[place] : nil }

    func unsound(_ message: String, at offset: Int? = nil) -> DocumentError {
        DocumentError(offset: offset ?? place, message: "no sound TOML: \(message)")
    }

    mutating func skipBlanks() {
        while current == UInt8(ascii: " ") || current == UInt8(ascii: "\t") { place += 1 }
    }

    /// Takes a character that may stand behind blanks; nothing where another one stands.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipBlanks()
        return takeHere(character)
    }

    /// Takes a character that stands here.
    mutating func takeHere(_ character: Unicode.Scalar) -> Bool {
        guard current == UInt8(ascii: character) else { return false }
        place += 1
        return true
    }

    /// Goes beyond what is left of a line.
    mutating func endLine() throws(DocumentError) {
        skipBlanks()
        try skipComment()
        guard current != nil else { return }
        guard try skipNewline() else {
            throw unsound("the end of the line was expected; each key has a line of its own")
        }
    }

    mutating func skipNewline() throws(DocumentError) -> Bool {
        switch current {
        case UInt8(ascii: "\n"):
            place += 1
            return true
        case UInt8(ascii: "\r"):
            guard place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "\n") else {
                throw unsound("a carriage return that ends no line; write it as \\r in a text in double quotes")
            }
            place += 2
            return true
        default: return false
        }
    }

    /// Goes beyond blanks, comments and the ends of lines.
    mutating func skipLines() throws(DocumentError) {
        repeat {
            skipBlanks()
            try skipComment()
        } while try skipNewline()
    }

    private mutating func skipComment() throws(DocumentError) {
        guard current == UInt8(ascii: "#") else { return }
        while let byte = current, byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") {
            guard !TOMLReader.isControl(byte) else { throw unsound("a control character inside of a comment") }
            place += 1
        }
    }

    /// Whether a byte is a control character that stands nowhere in TOML.
    static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && byte != UInt8(ascii: "\t") || byte == 0x7F }
}
