internal import MaizeSystem
internal import MaizeWire

/// The last lines on the screen after a run that did not complete: at most twelve, the root cause first.
enum FailureReport {
    static let longest = 12

    static func lines(_ summary: RunSummary) -> [String] {
        var lines: [String]
        if let signal = summary.signal {
            lines = ["stopped by \(Signals.name(signal)): \(counts(summary))"]
        } else if !summary.deadlock.isEmpty {
            lines = deadlock(summary)
        } else if let reason = summary.launchFailure {
            lines = ["error: not everything could be started: \(reason)", "the run: \(counts(summary))"]
        } else if let record = summary.firstFailure.flatMap({ summary[$0] }) {
            lines = failure(record) + ["the run: \(counts(summary))"]
        } else {
            lines = ["error: the run did not complete: \(counts(summary))"] + summary.notices.suffix(3)
        }
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

    private static func deadlock(_ summary: RunSummary) -> [String] {
        var lines = ["error: deadlock: these nodes wait for each other and can never go on"]
        let shown = summary.deadlock.prefix(longest - 4)
        lines += shown.map { "  \($0)" }
        if summary.deadlock.count > shown.count { lines.append("  and \(summary.deadlock.count - shown.count) more") }
        lines.append("  break the cycle: let one of them send first, or make one of these inputs optional")
        return lines
    }

    private static func counts(_ summary: RunSummary) -> String {
        let words = ["completed", "stopped", "failed", "tolerated", "killed", "notStarted"]
        return words.compactMap { word in
            let count = summary.count(word)
            return count == 0 ? nil : "\(count) \(word)"
        }.joined(separator: ", ")
    }
}
