internal import MaizeSystem
internal import MaizeWire

/// The last lines on the screen after a run that did not complete: at most twelve, the root cause first.
enum FailureReport {
    static let longest = 12

    static func lines(_ summary: RunSummary) -> [String] {
        var lines: [String]
        var deadlock: DeadlockReport?
        if !summary.deadlock.isEmpty {
            deadlock = DeadlockReport(summary.deadlock, wideningLimit: summary.wideningLimit)
        }
        if let signal = summary.signal {
            lines = ["stopped by \(Signals.name(signal)): \(counts(summary))"]
        } else if let reason = summary.launchFailure {
            lines = ["error: not everything could be started: \(reason)", "the run: \(counts(summary))"]
        } else if let record = summary.firstFailure.flatMap({ summary[$0] }) {
            lines = failure(record) + ["the run: \(counts(summary))"]
        } else if let report = deadlock.take() {
            lines = report.lines(atMost: longest - 1)
            lines[0] = "error: " + lines[0]
        } else {
            lines = ["error: the run did not complete: \(counts(summary))"] + summary.notices.suffix(3)
        }
        if let deadlock { lines.append("before that, \(deadlock.brief)") }
        if let scratch = summary.scratch { lines.append("its files are kept in \(scratch)") }
        return lines
    }

    private static func failure(_ record: RunSummary.NodeRecord) -> [String] {
        switch record.outcome {
        case .failed(let error), .tolerated(let error):
            let words = error.message.split(separator: "\n").prefix(2).joined(separator: " ").prefix(1000)
            var lines = ["error: node '\(record.path)' failed: \(words)"]
            if let location = error.location { lines.append("  in \(location)") }
            if !error.lastLines.isEmpty {
                lines.append("  the last it printed:")
                lines += error.lastLines.suffix(CrashReader.keptLines).map { "    \($0.prefix(200))" }
            }
            return lines
        case .killed(let signal, let reason):
            return ["error: node '\(record.path)' was killed by \(Signals.name(signal)): \(reason)"]
        default:
            return ["error: node '\(record.path)': \(record.outcome.word)"]
        }
    }

    private static func counts(_ summary: RunSummary) -> String {
        let words = ["completed", "stopped", "failed", "tolerated", "killed", "notStarted"]
        return words.compactMap { word in
            let count = summary.count(word)
            return count == 0 ? nil : "\(count) \(word)"
        }.joined(separator: ", ")
    }
}
