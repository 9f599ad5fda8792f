/// Texts as YAML writes them, so that every reader of YAML 1.1 and 1.2 takes them for texts.
enum YAMLText {
    /// The bytes of a key that needs no mark: readers look 1,024 characters ahead for its colon.
    static let longestKey = 500

    /// The text without quotes where it is one so, else with them.
    static func text(_ text: String, isInside: Bool) -> String {
        isSafe(text, isInside: isInside) && !isOtherThanText(text) ? text : quoted(text)
    }

    /// A key, in brackets or not.
    static func key(_ key: String) -> String { key == "<<" ? quoted(key) : text(key, isInside: true) }

    /// Whether the characters stand for themselves without quotes, whatever they are taken for; inside of brackets, some
    /// do not that do elsewhere.
    static func isSafe(_ text: String, isInside: Bool) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last, text.utf8.count <= longestKey
        else { return false }
        guard !"-?:,[]{}#&*!|>'\"%@`= ".unicodeScalars.contains(first) || isOption(text), last != " ", last != ":"
        else {
            return false
        }
        if text.hasPrefix("---") || text.hasPrefix("...") { return false }
        var previous: Unicode.Scalar = "a"
        for scalar in text.unicodeScalars {
            // Brackets stand in quotes everywhere: nobody has to know where they need not. Some readers take a question
            // mark inside of them for the mark of a key.
            if (isInside ? "[]{},?" : "[]{}").unicodeScalars.contains(scalar) || !isPrintable(scalar) { return false }
            if previous == ":" && scalar == " " || previous == " " && scalar == "#" { return false }
            previous = scalar
        }
        return true
    }

    /// `-r`, `--all`: a word that begins like an element of a list, and is none.
    private static func isOption(_ text: String) -> Bool {
        guard text.hasPrefix("-"), let first = text.dropFirst().unicodeScalars.first(where: { $0 != "-" }) else {
            return false
        }
        return first.properties.isAlphabetic
    }

    /// Whether some reader takes the text for a number, a date, a truth value or nothing.
    private static func isOtherThanText(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return true }
        switch first {
        case "0"..."9", "+": return true
        case "~", "<": return true
        case ".", "-":
            // `.5`, `.inf`, `-.5`; a path or an option is none.
            guard let next = text.unicodeScalars.dropFirst().first else { return true }
            let isWord = next.properties.isAlphabetic || next == "/" || next == "-" || next == "." && first == "."
            return !isWord || words.contains(text.lowercased())
        default: return words.contains(text.lowercased())
        }
    }

    private static let words: Set<String> = [
        "null", "true", "false", "yes", "no", "on", "off", "y", "n", ".inf", ".nan", "inf", "nan",
    ]

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value >= 0x20 && scalar.value < 0x7F }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .surrogate, .privateUse,
            .unassigned:
            return false
        default: return true
        }
    }

    // MARK: Quotes

    /// The text in the quotes in which it needs the fewest escapes.
    private static func quoted(_ text: String) -> String {
        let hasEscapes = text.unicodeScalars.contains { $0 == "\\" || $0 == "\"" }
        if hasEscapes, text.unicodeScalars.allSatisfy({ $0 != "'" && isPrintable($0) }) { return "'\(text)'" }
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            case _ where isPrintable(scalar): result.unicodeScalars.append(scalar)
            default: result += escape(scalar)
            }
        }
        return result + "\""
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let (mark, count) = scalar.value <= 0xFF ? ("x", 2) : scalar.value <= 0xFFFF ? ("u", 4) : ("U", 8)
        return "\\" + mark + String(repeating: "0", count: count - digits.count) + digits
    }

    /// A text of several lines as they are, behind `|`; nil for one that is better, or only, written in quotes.
    static func literal(_ text: String) -> (head: String, lines: [String])? {
        guard text.unicodeScalars.contains("\n") else { return nil }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        // Where the first line is indented, or none is there, a reader could not tell how far the others are.
        guard let first = lines.first?.unicodeScalars.first, first != " ",
            lines.allSatisfy({ $0.unicodeScalars.allSatisfy(isPrintable) })
        else { return nil }
        guard lines.last == "" else { return ("|-", lines) }
        lines.removeLast()
        return lines.last == "" ? nil : ("|", lines)
    }
}
