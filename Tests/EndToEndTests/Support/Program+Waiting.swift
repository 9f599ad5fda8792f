import Foundation
import MaizeSystem

extension Program {
    /// Waits until standard error holds `text`, `count` times.
    func waitForErrors(_ text: String, count: Int = 1, within seconds: Double = 20) throws {
        var isThere: Bool { streams[1].text.ranges(of: text).count >= count }
        try follow(within: seconds) { isThere }
        let lived = ProcessTable.isAlive(process.identifier) ? "" : "ended and "
        guard isThere else { throw overdue(lived + "did not write '\(text)'", seconds) }
    }

    /// Lets the program go on for so long, and takes in what it writes meanwhile.
    func runOn(seconds: Double) throws { try follow(within: seconds) { false } }

    /// Waits for the end.
    func wait(within seconds: Double = 30) throws -> Finished {
        let started = MonotonicTime.now
        try follow(within: seconds) { false }
        guard let end = process.reapIfEnded() else { throw overdue("did not end", seconds) }
        // Whatever was written before the end is in the pipes; somebody else may hold them open.
        for stream in streams { stream.read() }
        return Finished(
            end: end,
            output: streams[0].text,
            errors: streams[1].text,
            waited: MonotonicTime.now.seconds(since: started)
        )
    }

    /// What of the program still lives after `seconds`; waits no longer than it has to.
    func leftovers(after seconds: Double) -> [String] {
        Program.wait(within: seconds) { processes.isEmpty }
        return processes.map { "\($0) \(Program.name(of: $0) ?? "")" }
    }

    /// The folders of runs that are still there after `seconds`.
    func folders(after seconds: Double) -> [String] {
        Program.wait(within: seconds) { folders.isEmpty }
        return folders
    }

    /// The ends of processes that are no children of ours, and of folders, are no events here.
    private static func wait(within seconds: Double, until isReached: () -> Bool) {
        let deadline = MonotonicTime.now.advanced(bySeconds: seconds)
        while deadline > .now, !isReached() { usleep(10_000) }
    }

    /// Reads what comes until `isReached`, the end of the process, or the deadline.
    private func follow(within seconds: Double, until isReached: () -> Bool) throws {
        let deadline = MonotonicTime.now.advanced(bySeconds: seconds)
        while !isReached(), deadline > .now {
            var set = PollSet()
            let end = process.endNumber.map { set.add($0, .readable) }
            for stream in streams where !stream.hasEnded { set.add(stream.number, .readable) }
            _ = try set.wait(milliseconds: deadline.millisecondsFromNow)
            for stream in streams { stream.read() }
            if let end, !set.events(at: end).isEmpty { return }
        }
    }

    private func overdue(_ what: String, _ seconds: Double) -> Overdue {
        process.signal(SIGKILL)
        let written = streams.map(\.text).joined(separator: "\n")
        return Overdue(description: "the program \(what) within \(seconds) s; it wrote:\n\(written)")
    }
}
