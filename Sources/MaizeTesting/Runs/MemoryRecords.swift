internal import MaizeCore
internal import MaizeWire

/// The records of one node of a run in memory.
struct MemoryRecords: RecordSink {
    let path: String
    let level: LogLevel
    let notes: RunNotes

    func write(_ level: LogLevel, _ message: String) {
        notes.add(.init(source: path, level: level, message: message))
    }
}
