internal import MaizeSystem
internal import MaizeWire

/// Where log lines go: gathered for one turn, then written together.
final class LogSink {
    private let file: Descriptor
    private let colour: Bool
    private var gathered: [UInt8] = []

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

    func flush() {
        guard !gathered.isEmpty else { return }
        // A full disk or a closed terminal loses lines; the run's own data does not depend on them.
        _ = Result { try gathered.withUnsafeBytes { try file.writeAll($0) } }
        gathered.removeAll(keepingCapacity: true)
    }
}
