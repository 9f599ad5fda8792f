import Maize
import MaizeCore
import MaizeSystem
import MaizeTesting
import MaizeWire
import Synchronization

/// One random graph, run one way, with all that is wrong about how it went.
struct GraphTrial {
    let spec: GraphSpec
    private(set) var problems: [String] = []
    /// Channels that were widened.
    private(set) var widenedCount = 0

    /// Seconds that a graph may take; most take milliseconds, on a machine that is busy with other things too.
    private static let timeLimit = 60.0

    /// Runs the graph of a seed in this process, or with a process a node.
    init(seed: UInt64, inMemory: Bool) throws {
        spec = GraphGenerator.graph(seed: seed)
        let folder = try Directory.makeUnique(prefix: "/tmp/maize-random-")
        let flow = try spec.workflow(recordFolder: folder)
        if inMemory { try runInMemory(flow) } else { try runWithProcesses(flow, log: folder + "/log") }
        checkRecords(of: flow, in: folder)
        if problems.isEmpty { try Directory.remove(folder) } else { problems.append("its records are in \(folder)") }
    }

    /// What to do about a seed that failed.
    var report: String {
        """
        seed \(spec.seed): MAIZE_SEED=\(spec.seed) swift test --filter RandomGraphTests
        \(problems.prefix(12).joined(separator: "\n"))
        \(spec)
        """
    }

    // MARK: Running

    private mutating func runInMemory(_ flow: Workflow) throws {
        var run = InMemoryRun(flow)
        run.timeLimit = GraphTrial.timeLimit
        let result = try run.execute()
        if result.ranOutOfTime { problems.append("it did not end within \(GraphTrial.timeLimit) s") }
        if result.status != .completed { problems.append("it \(result.status)") }
        problems += result.deadlock
        problems += result.undelivered.map { "\($1) items were lost on \($0)" }
        for node in result.nodes { check(node.outcome, of: node.path) }
        widenedCount = result.widened.count
    }

    private mutating func runWithProcesses(_ flow: Workflow, log: String) throws {
        let outcomes = Mutex<[String: Int]>([:])
        let limit = GraphTrial.timeLimit
        let (summary, isLate) = try Watchdog.watching(seconds: limit) { dog -> (RunSummary?, Bool) in
            var options = RunOptions()
            options.logFile = log
            options.signalEvents = dog.signalEvents
            options.observer = { event in
                guard case .outcome(let path, _) = event.change else { return }
                outcomes.withLock { $0[path, default: 0] += 1 }
            }
            do {
                return (try flow.execute(options), dog.didBite)
            } catch let error as RunError {
                return (error.summary, dog.didBite)
            }
        }
        if isLate { problems.append("it did not end within \(limit) s") }
        guard let summary else {
            problems.append("it did not start")
            return
        }
        if summary.status != .completed { problems.append("it \(summary.status)") }
        problems += summary.deadlock.map(\.description) + summary.notices
        problems += summary.undelivered.map { "\($0.items) items were lost on \($0.channel)" }
        for node in summary.nodes {
            check(node.outcome, of: node.path)
            let count = outcomes.withLock { $0[node.path] ?? 0 }
            if count != 1 { problems.append("\(node.path) ended \(count) times") }
        }
        widenedCount = summary.widened.count
    }

    // MARK: Checking

    private mutating func check(_ outcome: NodeOutcome, of path: String) {
        switch outcome {
        case .completed, .stopped: return
        default: problems.append("\(path): \(outcome)")
        }
    }

    /// For every channel, what was received must be what was sent, in that order.
    private mutating func checkRecords(of flow: Workflow, in folder: String) {
        let records = flow.nodes.reduce(into: [:]) { $0[$1.name] = NodeRecord.lines(at: folder + "/" + $1.name) }
        for channel in flow.channels {
            let sent = line(of: channel.sender, in: records)
            let received = line(of: channel.receiver, in: records)
            if sent == nil || sent != received {
                problems.append("\(channel.description): sent \(sent ?? "?"), received \(received ?? "?")")
            }
        }
    }

    private func line(of port: AnyPort, in records: [String: [Substring: Substring]]) -> Substring? {
        port.owner.flatMap { records[$0.name]?[Substring(port.label)] }
    }
}
