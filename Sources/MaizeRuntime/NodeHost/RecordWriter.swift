internal import MaizeSystem
internal import MaizeWire
internal import Synchronization

/// Writes log records into the pipe that all processes of a run share, each in one atomic write.
///
/// A logger that cannot keep up costs records, never the node's time: what was dropped is counted and said.
final class RecordWriter: Sendable {
    private let pipe: Descriptor
    private let dropped = Mutex<Int>(0)

    init(_ pipe: consuming Descriptor) throws {
        try pipe.setNonBlocking()
        self.pipe = pipe
    }

    /// How long a record waits for room in the pipe, in milliseconds.
    private static let patience: Int32 = 100

    /// With each record that is lost the next one waits half as long: a logger that does not read at all costs twice the
    /// patience and no more.
    func write(_ record: LogRecord) {
        dropped.withLock { lost in
            if lost > 0 {
                var notice = record
                notice.level = .warning
                notice.message =
                    (lost == 1 ? "1 log record was" : "\(lost) log records were")
                    + " dropped: the logger could not keep up"
                guard put(notice, patience: RecordWriter.patience >> Int32(min(lost, 31))) else {
                    lost += 1
                    return
                }
                lost = 0
            }
            if !put(record, patience: RecordWriter.patience) { lost += 1 }
        }
    }

    private func put(_ record: LogRecord, patience: Int32) -> Bool {
        guard let frames = try? record.frames(limit: Pipe.atomicWriteSize) else { return false }  // counted as dropped
        return frames.allSatisfy { frame in
            for attempt in 0..<2 {
                let written = Result { try frame.withUnsafeBytes { try pipe.write($0) } }
                switch written {
                case .success(.some): return true
                case .success(nil) where attempt == 0 && patience > 0: waitForRoom(patience)
                default: return false
                }
            }
            return false
        }
    }

    private func waitForRoom(_ patience: Int32) {
        var set = PollSet()
        set.add(pipe.number, .writable)
        _ = Result { try set.wait(milliseconds: patience) }  // no room in time: the record is dropped
    }
}
