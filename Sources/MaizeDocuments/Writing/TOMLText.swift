/// Keys and texts as TOML writes them.
enum TOMLText {
    static func key(_ key: String) -> String {
        !key.isEmpty && key.utf8.allSatisfy(TOMLReader.isBare) ? key : basic(key)
    }

    /// The text in the quotes in which it needs the fewest escapes.
    static func text(_ text: String) -> String {
        if text.utf8.contains(UInt8(ascii: "\n")), let lines = lines(text) { return lines }
        let hasEscapes = text.utf8.contains { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "\"") }
        if hasEscapes, text.unicodeScalars.allSatisfy({ $0 != "'" && !isEscaped($0) }) { return "'\(text)'" }
        return basic(text)
    }

    /// A text of several lines as they are; nil for one that is better, or only, written with escapes.
    private static func lines(_ text: String) -> String? {
        let isPlain = text.unicodeScalars.allSatisfy { $0 == "\n" || !isEscaped($0) }
        guard isPlain, text.utf8.contains(where: { $0 != UInt8(ascii: "\n") }) else { return nil }
        if !text.contains("'''"), text.utf8.last != UInt8(ascii: "'") { return "'''\n\(text)'''" }
        guard !text.contains("\""), !text.contains("\\") else { return nil }
        return "\"\"\"\n\(text)\"\"\""
    }

    private static func basic(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            case _ where isEscaped(scalar):
                let digits = String(scalar.value, radix: 16, uppercase: true)
                let (mark, count) = scalar.value <= 0xFFFF ? ("u", 4) : ("U", 8)
                result += "\\" + mark + String(repeating: "0", count: count - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// Whether a character is written as an escape: those that TOML wants so, and others that nobody would see.
    private static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
