internal import MaizeCore
internal import MaizeSystem
internal import MaizeWire

/// The records of a node's process, which any of its threads writes.
final class NodeRecords: RecordSink {
    private let path: String
    let level: LogLevel
    private let writer: RecordWriter

    init(path: String, level: LogLevel, writer: RecordWriter) {
        self.path = path
        self.level = level
        self.writer = writer
    }

    func write(_ level: LogLevel, _ message: String) {
        writer.write(LogRecord(time: WallClock.now, level: level, source: path, message: message))
    }
}
