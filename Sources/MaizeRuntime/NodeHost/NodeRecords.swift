internal import MaizeCore
internal import MaizeSystem
internal import MaizeWire

/// The records of a node's process, which any of its threads writes.
struct NodeRecords: RecordSink {
    let path: String
    let level: LogLevel
    let writer: RecordWriter

    func write(_ level: LogLevel, _ message: String) {
        writer.write(LogRecord(time: WallClock.now, level: level, source: path, message: message))
    }
}
