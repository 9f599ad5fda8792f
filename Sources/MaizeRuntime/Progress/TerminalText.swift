/// Text in cells of a terminal: how wide it is, cut and padded to a width.
enum TerminalText {
    /// Text of any origin as one line of printable characters.
    static func plain(_ text: some StringProtocol) -> String {
        LogText.escaped(text.split(separator: "\t", omittingEmptySubsequences: false).joined(separator: " "))
    }

    /// The columns that a terminal gives to the text.
    static func width(_ text: some StringProtocol) -> Int { text.unicodeScalars.reduce(0) { $0 + width($1) } }

    /// The text, or its start and `mark` where it is too wide.
    static func cut(_ text: String, to columns: Int, mark: String) -> String {
        guard width(text) > columns else { return text }
        let kept = fitting(text.unicodeScalars, in: columns - width(mark))
        return columns < width(mark) ? "" : String(String.UnicodeScalarView(kept)) + mark
    }

    /// The text, or `mark` and its end where it is too wide: of a path the end tells most.
    static func cutFront(_ text: String, to columns: Int, mark: String) -> String {
        guard width(text) > columns else { return text }
        let kept = fitting(text.unicodeScalars.reversed(), in: columns - width(mark))
        return columns < width(mark) ? "" : mark + String(String.UnicodeScalarView(kept.reversed()))
    }

    static func padded(_ text: String, to columns: Int) -> String { text + spaces(columns - width(text)) }
    static func paddedFront(_ text: String, to columns: Int) -> String { spaces(columns - width(text)) + text }

    private static func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

    private static func fitting(_ scalars: some Sequence<Unicode.Scalar>, in columns: Int) -> [Unicode.Scalar] {
        var left = columns
        return Array(
            scalars.prefix { scalar in
                left -= width(scalar)
                return left >= 0
            }
        )
    }

    /// Scripts and pictures of two columns, from the Unicode standard's list of wide characters, taken generously: a
    /// line that is too short does no harm, one that is too long breaks the table.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x231A...0x231B, 0x23E9...0x23F3, 0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x27BF,
        0x2B1B...0x2B55, 0x2E80...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1B000...0x1B2FF, 0x1F000...0x1FBFF, 0x20000...0x3FFFD,
    ]

    private static func width(_ scalar: Unicode.Scalar) -> Int {
        if scalar.isASCII { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return wide.contains { $0.contains(scalar.value) } ? 2 : 1
        }
    }
}
