import Maize
import MaizeSystem
import Synchronization

/// One run with processes, with the events that tell of knots.
struct ProcessTrial {
    /// What the run came to; nil when it did not start.
    let summary: RunSummary?
    /// Nil when the run completed.
    let error: RunError?
    /// Each widening of a channel, and whether it was its first.
    let widenings: [(channel: String, isFirst: Bool)]
    let seconds: Double

    /// Runs a workflow; the longest that is run here takes ten seconds.
    init(_ flow: Workflow, timeLimit: Double = 60) throws {
        let widenings = Mutex<[(String, Bool)]>([])
        let start = MonotonicTime.now
        let result = try Watchdog.watching(seconds: timeLimit) { dog in
            var options = RunOptions()
            options.level = .error
            options.logFile = "/dev/null"
            options.signalEvents = dog.signalEvents
            options.observer = { event in
                guard case .widened(let channel, _, let first) = event.change else { return }
                widenings.withLock { $0.append((channel, first)) }
            }
            return Result { () throws(RunError) in
                do {
                    return try flow.execute(options)
                } catch let error as RunError {
                    throw error
                } catch {
                    throw RunError(.invalid, "\(error)")
                }
            }
        }
        seconds = MonotonicTime.now.seconds(since: start)
        self.widenings = widenings.withLock { $0 }
        switch result {
        case .success(let summary): (self.summary, error) = (summary, nil)
        case .failure(let error): (summary, self.error) = (error.summary, error)
        }
        // A failed run keeps its folder.
        if let folder = summary?.scratch { try Directory.remove(folder) }
    }
}
