internal import MaizeSystem
internal import MaizeWire

/// How a record looks on the screen or in a log file.
enum LogText {
    /// One line: time, level, source in 16 columns, message; a message of several lines gives several.
    static func lines(of record: LogRecord, colour: Bool) -> String {
        let name = escaped(record.source)
        let source = name + String(repeating: " ", count: max(0, 16 - name.count))
        let level = record.level.label + String(repeating: " ", count: max(0, 8 - record.level.label.count))
        let head = "\(WallClock.clockText(record.time)) \(level) \(source) | "
        let paint = colour ? colourCode(record.level) : nil
        // By scalars: CR and LF together are one character, which is no LF.
        return record.message.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let text = head + escaped(Substring(line))
            return paint.map { "\u{1B}[\($0)m\(text)\u{1B}[0m\n" } ?? text + "\n"
        }.joined()
    }

    private static func colourCode(_ level: LogLevel) -> Int? {
        switch level {
        case .debug: 2
        case .info: nil
        case .warning: 33
        case .error, .critical: 31
        }
    }

    /// Text as data: control characters cannot move the cursor, colour the screen or fake a line.
    static func escaped(_ text: some StringProtocol) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return String(text) }
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar == "\t" || !isControl(scalar) {
                result.unicodeScalars.append(scalar)
            } else {
                result += "\\u{\(String(scalar.value, radix: 16))}"
            }
        }
        return result
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        // C0, DEL, C1, the separators of lines, and the marks that reorder text on the screen.
        scalar.value < 0x20 && scalar != "\t" || (0x7F...0x9F).contains(scalar.value)
            || (0x2028...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
}
