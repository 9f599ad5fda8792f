internal import MaizeSystem
internal import MaizeWire

/// Where log lines go: gathered for one turn, then written together.
///
/// On a terminal a table may stand below the lines. The cursor rests on the row after it; new lines are written over
/// it and the table again below them, all in one write, so that nothing flickers and nothing is torn.
final class LogSink {
    private let file: Descriptor
    private let colour: Bool
    private var gathered: [UInt8] = []
    private var table: [String] = []
    /// Rows of the table as it stands on the screen.
    private var shownRows = 0
    private var hasNewTable = false

    /// Bytes after which lines are written before the turn's end.
    private static let largestGathering = 1 << 18

    init(_ file: consuming Descriptor, colour: Bool) {
        self.file = file
        self.colour = colour
    }

    func write(_ record: LogRecord) {
        gathered += LogText.lines(of: record, colour: colour).utf8
        if gathered.count > LogSink.largestGathering { flush() }
    }

    /// The last lines of a run, without time and level.
    func writeReport(_ lines: [String]) {
        for line in lines { gathered += (LogText.escaped(line) + "\n").utf8 }
    }

    /// Keeps these lines below all others from now on; each must fit a row of the terminal.
    func show(_ lines: [String]) {
        hasNewTable = hasNewTable || lines != table
        table = lines
    }

    func flush() {
        guard !gathered.isEmpty || hasNewTable else { return }
        let bytes = shownRows == 0 && table.isEmpty ? gathered : LogSink.redrawn(gathered, over: shownRows, table)
        shownRows = table.count
        hasNewTable = false
        gathered.removeAll(keepingCapacity: true)
        // A full disk or a closed terminal loses lines; the run's own data does not depend on them.
        _ = Result { try bytes.withUnsafeBytes { try file.writeAll($0) } }
    }

    /// What moves the cursor to the start of the old table, writes `lines` and the new table over it, and erases
    /// whatever of the old one is left.
    private static func redrawn(_ lines: [UInt8], over rows: Int, _ table: [String]) -> [UInt8] {
        let lineEnd = UInt8(ascii: "\n")
        var bytes: [UInt8] = []
        if rows > 0 { bytes += "\r\u{1B}[\(rows)A".utf8 }
        for byte in lines {
            if byte == lineEnd { bytes += eraseToEndOfRow }
            bytes.append(byte)
        }
        for line in table {
            bytes += LogText.escaped(line).utf8
            bytes += eraseToEndOfRow
            bytes.append(lineEnd)
        }
        return bytes + eraseBelow
    }

    private static let eraseToEndOfRow = Array("\u{1B}[K".utf8)
    private static let eraseBelow = Array("\u{1B}[J".utf8)
}
