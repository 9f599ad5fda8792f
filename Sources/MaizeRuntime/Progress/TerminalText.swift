internal import MaizeWire

/// Text in cells of a terminal: how wide it is, cut and padded to a width.
enum TerminalText {
    /// Text of any origin as one line of printable characters.
    static func plain(_ text: some StringProtocol) -> String {
        LogText.escaped(text.split(separator: "\t", omittingEmptySubsequences: false).joined(separator: " "))
    }

    /// The columns that a terminal gives to the text.
    static func width(_ text: some StringProtocol) -> Int { TerminalWidth.of(text) }

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
                left -= TerminalWidth.of(scalar)
                return left >= 0
            }
        )
    }
}
