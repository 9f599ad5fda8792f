internal import MaizeSystem
internal import MaizeWire

/// The coordinator's side of the logger process: what it has to say goes there, or to standard error when there is no
/// logger.
final class LoggerLink {
    private var process: ChildProcess?
    private var control: Descriptor?
    private let buffer = FrameBuffer(capacity: 4096)
    private let source: String
    private let level: LogLevel
    private let fallback: Descriptor
    private var hasSaidHello = false
    private var early: [LogRecord] = []
    private(set) var lastWords: [String: LastWords] = [:]
    private(set) var hasLastWords = false
    /// Records that found no room on their way to the logger.
    private var dropped = 0
    /// Whether it ended before it was told to.
    private(set) var wasLost = false

    /// Bytes that a socket takes as a whole or not at all, with room to spare.
    private static let largestTable = 24 << 10

    /// How long the logger may take to write what is left, in seconds.
    private static let patience = 10.0

    init(source: String, level: LogLevel, fallback: consuming Descriptor) {
        self.source = source
        self.level = level
        self.fallback = fallback
    }

    var isAlive: Bool { control != nil }

    func start(_ launch: LoggerLaunch, control: consuming Descriptor, kept: [Int32]) throws {
        let message = try MemoryFile.sealed(name: "maize-launch", contents: ItemCoder.encodeItem(launch))
        var request = SpawnRequest(
            executable: SpawnRequest.ownExecutable,
            arguments: ["maize-logger"],
            environment: RunIdentity.childEnvironment(
                run: launch.run,
                role: "logger",
                path: "",
                launch: message.number
            )
        )
        request.kept = kept + [message.number]
        process = try request.start()
        try control.setNonBlocking()
        self.control = consume control
    }

    func watch(in events: borrowing EventQueue, token: UInt64) throws {
        if let number = control?.number { try events.add(number: number, token: token) }
    }

    // MARK: Saying

    /// Says something, in the workflow's name or that of a node.
    func log(_ level: LogLevel, _ message: String, source: String? = nil) {
        guard level >= self.level else { return }
        let record = LogRecord(time: WallClock.now, level: level, source: source ?? self.source, message: message)
        if !isAlive { return writeHere(record) }
        if !hasSaidHello { early.append(record) }
        // Small frames go into the socket whole or not at all.
        for part in record.parts(limit: Pipe.atomicWriteSize) where !send(.record(part), until: .now) { dropped += 1 }
    }

    /// Shows these lines below the log from now on; false when they found no room on their way.
    func show(_ table: [String]) -> Bool {
        // Larger frames might go into the socket in part.
        guard hasSaidHello, table.reduce(0, { $0 + $1.utf8.count + 16 }) < LoggerLink.largestTable else { return false }
        return send(.table(table), until: .now)
    }

    /// The size of the terminal that the log goes to, where it has one.
    var terminalSize: TerminalSize? { fallback.terminalSize() }

    /// Sends as soon as there is room, until `deadline`; false when there was none.
    ///
    /// A logger that is gone shows as the socket's end.
    @discardableResult
    private func send(_ request: LoggerRequest, until deadline: MonotonicTime) -> Bool {
        let sent = Result {
            try MessageFraming.frame(request).withUnsafeBytes { bytes in try control?.sendAll(bytes, until: deadline) }
        }
        if case .success = sent { return true }
        return false
    }

    private func writeHere(_ record: LogRecord) { writeHere(LogText.lines(of: record, colour: false)) }

    private func writeHere(_ text: String) {
        _ = Result { try Array(text.utf8).withUnsafeBytes { try fallback.writeAll($0) } }  // the last resort
    }

    // MARK: Hearing

    /// Takes in what the logger has sent; true when it was found to be gone.
    func receive() -> Bool {
        guard control != nil else { return false }
        let stillThere = Result {
            while let count = try buffer.fill({ room throws(SystemError) in try control?.read(into: room) }) {
                while let reply = try MessageFraming.next(LoggerReply.self, from: buffer) {
                    switch reply {
                    case .hello:
                        hasSaidHello = true
                        early = []
                    case .lastWords(let words):
                        lastWords = words
                        hasLastWords = true
                    }
                }
                if count == 0 { return false }
            }
            return true
        }
        guard case .success(true) = stillThere else {
            lose()
            return true
        }
        return false
    }

    private func lose() {
        wasLost = true
        control = nil
        process?.signal(Signals.kill)
        _ = process?.reap()
        process = nil
        for record in early { writeHere(record) }
        early = []
        log(.warning, "the logger process is gone: what nodes print and log from here on is lost; the run goes on")
    }

    // MARK: The end

    /// Lets the logger write all that is left, and asks what these nodes said last.
    func collectLastWords(of paths: [String]) {
        guard isAlive else { return }
        let deadline = MonotonicTime.now.advanced(bySeconds: LoggerLink.patience)
        if dropped > 0 {
            let notice = "\(dropped) log records of the run were dropped: the logger could not keep up"
            let record = LogRecord(time: WallClock.now, level: .warning, source: source, message: notice)
            send(.record(record), until: deadline)
        }
        send(.finish(lastWordsOf: paths), until: deadline)
        while isAlive, !hasLastWords, MonotonicTime.now < deadline { waitForControl(until: deadline) }
        if isAlive, !hasLastWords { lose() }
    }

    private func waitForControl(until deadline: MonotonicTime) {
        guard let number = control?.number else { return }
        var set = PollSet()
        set.add(number, .readable)
        _ = Result { try set.wait(milliseconds: deadline.millisecondsFromNow) }
        _ = receive()
    }

    /// Writes the last lines of the run and ends the logger.
    func finish(_ report: [String]) {
        guard isAlive else { return writeHere(report.map { LogText.escaped($0) + "\n" }.joined()) }
        guard send(.report(report), until: MonotonicTime.now.advanced(bySeconds: LoggerLink.patience)) else {
            lose()
            return writeHere(report.map { LogText.escaped($0) + "\n" }.joined())
        }
        if let end = process?.endNumber {
            var set = PollSet()
            set.add(end, .readable)
            let ended = Result { try set.wait(milliseconds: Int32(LoggerLink.patience * 1000)) }
            if case .success(0) = ended { process?.signal(Signals.kill) }
        }
        _ = process?.reap()
        process = nil
        control = nil
    }
}
