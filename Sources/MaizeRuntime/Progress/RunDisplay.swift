internal import MaizeSystem

/// What is kept to show a run: the states of its nodes, the waits to be told, what stands on the screen.
struct RunDisplay {
    /// What is shown; never `automatic`.
    let view: RunView
    let terminal: TerminalSettings
    let paths: [String]
    var states: NodeStates
    var lines: ChangeLines
    var rates = RateWindow()
    /// The table that stands on the screen.
    var drawn: [String] = []
    /// When the table is drawn next.
    var drawAt: MonotonicTime?
    private var drawnAt: MonotonicTime?

    /// Seconds between two drawings at least.
    private static let fastest = 0.22
    /// Seconds between two drawings while nothing can change but the clock in the title.
    private static let slowest = 1.0
    /// A screen may be larger; a table that fills it helps nobody, and has to be sent in one piece.
    private static let largest = TerminalSize(rows: 60, columns: 160)
    /// Rows that are left to the log and the cursor.
    private static let rowsForLog = 3

    init(_ view: RunView, paths: [String], _ terminal: TerminalSettings) {
        self.view = view
        self.terminal = terminal
        self.paths = paths
        states = NodeStates(paths)
        lines = ChangeLines(nodeCount: paths.count)
    }

    /// When something is to be shown, though nothing has happened.
    var deadline: MonotonicTime? {
        switch view {
        case .none, .automatic: nil
        case .lines: lines.deadline
        case .table: drawAt
        }
    }

    /// Something has changed: it is drawn soon, together with what changes until then.
    mutating func needsDrawing(at now: MonotonicTime) {
        let due = (drawnAt ?? now).advanced(bySeconds: RunDisplay.fastest)
        drawAt = min(drawAt ?? due, due)
    }

    /// The table has been drawn: counters of running nodes change without a word; where they stand still, only the clock
    /// goes on.
    mutating func wasDrawn(_ table: [String], at now: MonotonicTime) {
        drawn = table
        drawnAt = now
        let mayMove = states.isAnyRunning && rates.isMoving
        drawAt = now.advanced(bySeconds: mayMove ? RunDisplay.fastest : RunDisplay.slowest)
    }

    /// The rows and columns that a table may have on a screen of this size.
    static func tableSize(on screen: TerminalSize?) -> TerminalSize {
        let screen = screen ?? TerminalSize(rows: 24, columns: 80)
        return TerminalSize(
            rows: max(1, min(screen.rows - rowsForLog, largest.rows)),
            columns: min(screen.columns, largest.columns)
        )
    }
}
