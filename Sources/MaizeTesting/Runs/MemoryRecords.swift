internal import MaizeCore
internal import MaizeWire

/// The records of one node of a run in memory.
final class MemoryRecords: RecordSink {
    private let path: String
    let level: LogLevel
    private let notes: RunNotes

    init(path: String, level: LogLevel, notes: RunNotes) {
        self.path = path
        self.level = level
        self.notes = notes
    }

    func write(_ level: LogLevel, _ message: String) {
        notes.add(.init(source: path, level: level, message: message))
    }
}
