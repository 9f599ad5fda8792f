internal import MaizeSystem
internal import MaizeWire
internal import Synchronization

/// Lines of JSON on their way to standard output.
///
/// A thread of its own writes them: a reader that is slow, or has stopped reading, does not hold up the run. One that
/// has gone away loses the rest, and the run goes on.
final class EventStream: Sendable {
    private struct Queue {
        var lines: [any Encodable & Sendable] = []
        var isFinished = false
        /// Nobody reads any more, or not fast enough.
        var isAbandoned = false
        var wasTooSlow = false
        /// Why lines are missing that somebody might have read.
        var failure: SystemError?
    }

    private let queue = Mutex(Queue())
    private let news: WakeEvent
    private let end: WakeEvent
    private let output: Descriptor

    /// Lines that may wait for the reader; some hundred megabytes at most.
    private static let longestQueue = 500_000
    /// Seconds that a reader has after a signal has ended the run.
    static let patienceAfterSignal = 2.0

    /// - Throws: When standard output is closed, or the machine gives no thread.
    init() throws {
        news = try WakeEvent()
        end = try WakeEvent()
        output = try Descriptor.standardOutput()
        try DetachedThread.run { [self] in writeAll() }
    }

    var isOnTerminal: Bool { output.isTerminal() }

    func add(_ line: any Encodable & Sendable) {
        queue.withLock { queue in
            guard !queue.isAbandoned else { return }
            queue.wasTooSlow = queue.lines.count >= EventStream.longestQueue
            queue.isAbandoned = queue.wasTooSlow
            queue.lines.append(line)
        }
        news.signal()
    }

    /// Waits until everything was written, or nobody reads any more, or the time is up.
    ///
    /// - Returns: Whether a reader was left behind that did not keep up, and why lines could not be written.
    func finish(within seconds: Double?) -> (wasTooSlow: Bool, failure: SystemError?) {
        queue.withLock { $0.isFinished = true }
        news.signal()
        var set = PollSet()
        set.add(end.descriptor.number, .readable)
        let deadline = seconds.map { MonotonicTime.now.advanced(bySeconds: $0) }
        _ = Result { try set.wait(milliseconds: deadline?.millisecondsFromNow) }  // no wait: what is left is lost
        return queue.withLock { ($0.wasTooSlow, $0.failure) }
    }

    // MARK: The thread

    private func writeAll() {
        defer { end.signal() }
        let encoder = JSONLine.encoder()
        while true {
            let (lines, isFinished) = queue.withLock { queue in
                defer { queue.lines = [] }
                return (queue.lines, queue.isFinished)
            }
            guard !lines.isEmpty else {
                if isFinished { return }
                waitForNews()
                continue
            }
            guard write(lines, encoder) else { return queue.withLock { $0.isAbandoned = true } }
        }
    }

    private func waitForNews() {
        var set = PollSet()
        set.add(news.descriptor.number, .readable)
        _ = Result { try set.wait(milliseconds: nil) }  // a wait that fails only makes the thread look again
        news.clear()
    }

    /// Writes the lines together; false when nobody reads them.
    private func write(_ lines: [any Encodable & Sendable], _ encoder: JSONItemEncoder) -> Bool {
        let text = ByteBuffer()
        for line in lines {
            // Only a result of the user's own type can refuse to be encoded, and that is looked at before.
            guard case .success = Result(catching: { try encoder.encode(line, into: text) }) else { continue }
            text.append(fixed: UInt8(ascii: "\n"))
        }
        do {
            try output.writeAll(text.bytes)
            return true
        } catch {
            if !error.isBrokenPipe { queue.withLock { $0.failure = error } }
            return false
        }
    }
}
