/// What a person sees on a terminal that was sent some bytes: just the sequences that a run writes.
struct Screen {
    let rows: Int
    let columns: Int
    private var cells: [[Unicode.Scalar]]
    private(set) var row = 0
    private(set) var column = 0
    /// Lines that have left the screen at its top, oldest first.
    private(set) var history: [String] = []
    /// Sequences that no terminal is to be sent by a run.
    private(set) var unknown: [String] = []
    private var pending: [UInt8] = []

    init(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
        cells = Array(repeating: Screen.blank(columns), count: rows)
    }

    private static func blank(_ columns: Int) -> [Unicode.Scalar] { Array(repeating: " ", count: columns) }

    private static func text(_ cells: [Unicode.Scalar]) -> String {
        var text = String(String.UnicodeScalarView(cells))
        while text.last == " " { text.removeLast() }
        return text
    }

    /// The rows, from the top, without spaces at their ends.
    var lines: [String] { cells.map(Screen.text) }
    /// The rows up to the last one that shows something.
    var shown: [String] {
        let lines = lines
        return Array(lines[..<((lines.lastIndex { !$0.isEmpty } ?? -1) + 1)])
    }

    /// Everything that was written and not written over.
    var transcript: [String] { history + shown }

    func contains(_ text: String) -> Bool { lines.contains { $0.contains(text) } }

    mutating func write(_ bytes: some Sequence<UInt8>) {
        pending += bytes
        while let (scalars, length) = nextUnit() {
            pending.removeFirst(length)
            perform(scalars)
        }
    }

    /// A whole escape sequence or a whole character at the start of what is pending.
    private func nextUnit() -> (String, Int)? {
        guard let first = pending.first else { return nil }
        let length: Int
        if first == 0x1B {
            guard pending.count > 1 else { return nil }
            guard pending[1] == UInt8(ascii: "[") else { return ("\u{1B}?", 2) }
            guard let end = pending.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) }) else { return nil }
            length = end + 1
        } else {
            length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        }
        guard pending.count >= length else { return nil }
        return (String(decoding: pending[..<length], as: UTF8.self), length)
    }

    private mutating func perform(_ unit: String) {
        guard let first = unit.unicodeScalars.first else { return }
        switch first {
        case "\u{1B}": performSequence(unit)
        case "\r": column = 0
        case "\n": lineFeed()
        case "\u{8}", "\t", "\u{7}", "\0"..<" ": unknown.append(unit.debugDescription)
        default: put(first)
        }
    }

    private mutating func performSequence(_ sequence: String) {
        let number = Int(sequence.dropFirst(2).dropLast())
        switch sequence.last {
        case "A": row = max(0, row - (number ?? 1))
        case "K" where number == nil: for place in min(column, columns)..<columns { cells[row][place] = " " }
        case "J" where number == nil:
            for place in min(column, columns)..<columns { cells[row][place] = " " }
            for lower in row + 1..<max(rows, row + 1) { cells[lower] = Screen.blank(columns) }
        case "m": break
        default: unknown.append(sequence.debugDescription)
        }
    }

    private mutating func put(_ scalar: Unicode.Scalar) {
        if column == columns {
            column = 0
            lineFeed()
        }
        cells[row][column] = scalar
        column += 1
    }

    private mutating func lineFeed() {
        guard row == rows - 1 else { return row += 1 }
        history.append(Screen.text(cells.removeFirst()))
        cells.append(Screen.blank(columns))
    }
}
