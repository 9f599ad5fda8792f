internal import MaizeCore
internal import MaizeWire

/// What a command says to people: line by line to the log, with the last of it kept for a failure.
struct LoggedLines {
    private var cutter = LineCutter()
    private let level: LogLevel
    private let logger: NodeLogger
    private(set) var last: [String] = []

    /// Lines that a failure quotes, and the characters that it quotes of each.
    private static let kept = 5
    private static let keptLength = 200

    init(_ level: LogLevel, _ logger: NodeLogger) {
        self.level = level
        self.logger = logger
    }

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        for line in cutter.append(bytes) { log(line) }
    }

    mutating func finish() {
        if let line = cutter.finish() { log(line) }
    }

    private mutating func log(_ line: String) {
        guard !line.isEmpty else { return }
        logger.log(level, line)
        last.append(line.count > LoggedLines.keptLength ? line.prefix(LoggedLines.keptLength) + "…" : line)
        if last.count > LoggedLines.kept { last.removeFirst() }
    }
}
