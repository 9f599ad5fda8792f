internal import MaizeCore
internal import MaizeSystem
internal import MaizeWire

/// The process that writes everything a run has to say: the only writer to the terminal or the log file.
///
/// It ends on the coordinator's word, or cleans up after a coordinator that was killed.
final class LoggerProcess {
    private let launch: LoggerLaunch
    private let control: Descriptor
    private let records: Descriptor
    private let sink: LogSink
    private let mask: SecretMask
    private let events: EventQueue
    private let controlBuffer = FrameBuffer(capacity: 4096)
    private let recordBuffer = FrameBuffer()
    private var outputs: [NodeOutput] = []
    private var pending: [String] = []

    private enum Token {
        static let control: UInt64 = 0
        static let records: UInt64 = 1
        static let firstOutput: UInt64 = 2
    }

    /// Runs the logger; never returns.
    static func run(_ launch: LoggerLaunch) throws -> Never {
        OwnProcess.closeDescriptors(
            except: launch.outputs.map(\.descriptor) + [launch.records, launch.control, launch.sink]
        )
        OwnProcess.setName("maize-logger")
        // The terminal's signals are the coordinator's business: the last words are still to be written.
        OwnProcess.ignoreTerminalSignals()
        let logger = try LoggerProcess(launch)
        logger.loop()
    }

    private init(_ launch: LoggerLaunch) throws {
        self.launch = launch
        control = Descriptor(owning: launch.control)
        records = Descriptor(owning: launch.records)
        sink = LogSink(Descriptor(owning: launch.sink), colour: launch.usesColour)
        mask = SecretMask(launch.secrets)
        events = try EventQueue()
        try control.setNonBlocking()
        try records.setNonBlocking()
        try events.add(control, token: Token.control)
        try events.add(records, token: Token.records)
        for (index, output) in launch.outputs.enumerated() {
            let node = try NodeOutput(output)
            try events.add(node.pipe, token: Token.firstOutput + UInt64(index))
            outputs.append(node)
        }
        reply(.hello)
    }

    private func loop() -> Never {
        while true {
            for event in events.wait(until: nil) {
                switch event.token {
                case Token.control: readControl()
                case Token.records: readRecords(reads: LoggerProcess.readsPerTurn)
                default:
                    let output = outputs[Int(event.token - Token.firstOutput)]
                    if !read(output) { events.remove(output.pipe) }
                }
            }
            sink.flush()
        }
    }

    // MARK: Control

    private func readControl() {
        do {
            while let count = try controlBuffer.fill({ room throws(SystemError) in try control.read(into: room) }) {
                while let request = try MessageFraming.next(LoggerRequest.self, from: controlBuffer) { answer(request) }
                if count == 0 { coordinatorIsGone() }
            }
        } catch is SystemError {
            coordinatorIsGone()  // killed with something unread, a coordinator resets the connection
        } catch {
            // Nonsense: the coordinator may well live, and goes on without a logger.
            drain()
            sink.flush()
            OwnProcess.end(status: 70)
        }
    }

    private func answer(_ request: LoggerRequest) {
        switch request {
        case .record(let record): write(record)
        case .table(let lines): sink.show(lines)
        case .finish(let paths):
            sink.show([])
            drain()
            let words = outputs.filter { paths.contains($0.path) }.map { ($0.path, $0.crash.words) }
            sink.flush()
            reply(.lastWords(Dictionary(words) { first, _ in first }))
        case .report(let lines):
            sink.writeReport(lines)
            sink.flush()
            OwnProcess.end(status: 0)
        }
    }

    private func reply(_ message: LoggerReply) {
        // A coordinator that is gone shows as the end of the socket.
        let deadline = MonotonicTime.now.advanced(bySeconds: 60)
        _ = Result { try MessageFraming.frame(message).withUnsafeBytes { try control.sendAll($0, until: deadline) } }
    }

    /// Reads what is left until nothing is there now; not until end-of-file, since a process that a node left behind
    /// may hold the other end.
    private func drain() {
        for output in outputs {
            _ = read(output)
            if let line = output.cutter.finish() { write(line, of: output) }
        }
        readRecords()
    }

    /// The coordinator was killed: nothing of its run stays.
    private func coordinatorIsGone() -> Never {
        // The table goes first, before a shell writes its prompt below.
        sink.show([])
        sink.flush()
        ProcessTable.killAll(withEnvironmentWord: RunIdentity.environmentWord(launch.run))
        drain()
        sink.write(
            LogRecord(
                time: WallClock.now,
                level: .critical,
                source: "maize",
                message: "the process that started the run is gone; everything that it had started was ended"
            )
        )
        if let scratch = launch.scratch, ScratchFolder.holdsMovedFiles(scratch) {
            let message = "files that were moved are kept in \(scratch)/\(InboxPath.moved)"
            sink.write(LogRecord(time: WallClock.now, level: .critical, source: "maize", message: message))
        } else if let scratch = launch.scratch {
            _ = Result { try Directory.remove(scratch) }  // a later run removes what could not be removed now
        }
        sink.flush()
        OwnProcess.end(status: 0)
    }

    // MARK: Reading

    private static let readsPerTurn = 16

    /// Reads what is there, or a part of it: nodes that log without end must not keep the coordinator waiting.
    private func readRecords(reads: Int = .max) {
        var left = reads
        do {
            while left > 0,
                let count = try recordBuffer.fill({ room throws(SystemError) in try records.read(into: room) })
            {
                left -= 1
                while let record = try MessageFraming.next(LogRecord.self, from: recordBuffer) { write(record) }
                if count == 0 {
                    events.remove(records)
                    return
                }
            }
        } catch {
            events.remove(records)
            sink.write(
                LogRecord(
                    time: WallClock.now,
                    level: .error,
                    source: "maize",
                    message: "the pipe of log records was damaged (\(error)); records are lost from here on"
                )
            )
        }
    }

    /// Takes in what a node printed; false at the end of its pipe.
    private func read(_ output: NodeOutput) -> Bool {
        withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { room in
            // A node that prints without end must not keep the others waiting: a bounded number of reads a turn.
            for _ in 0..<LoggerProcess.readsPerTurn {
                switch Result(catching: { try output.pipe.read(into: room) }) {
                case .success(nil): return true
                case .success(0), .failure: return false
                case .success(let count?):
                    let bytes = UnsafeRawBufferPointer(rebasing: room[..<count])
                    for line in output.cutter.append(bytes) { write(line, of: output) }
                }
            }
            return true
        }
    }

    private func write(_ record: LogRecord) {
        var record = record
        record.message = mask.masked(record.message)
        sink.write(record)
    }

    private func write(_ line: String, of output: NodeOutput) {
        let line = mask.masked(line)
        output.crash.read(line)
        let level: LogLevel = output.crash.isInCrash ? .debug : .info
        guard level >= output.level else { return }
        sink.write(LogRecord(time: WallClock.now, level: level, source: output.path, message: line))
    }
}

/// What the logger keeps of one node.
private final class NodeOutput {
    let path: String
    let level: LogLevel
    let pipe: Descriptor
    var cutter = LineCutter()
    var crash = CrashReader()

    init(_ output: LoggerLaunch.NodeOutput) throws {
        path = output.path
        level = output.level
        pipe = Descriptor(owning: output.descriptor)
        try pipe.setNonBlocking()
    }
}
