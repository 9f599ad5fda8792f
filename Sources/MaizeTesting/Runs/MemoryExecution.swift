internal import MaizeCore
internal import MaizeRuntime
internal import MaizeSystem
internal import MaizeWire

/// One run in memory, from its plan to its result.
struct MemoryExecution {
    private let plan: RunPlan
    private let network: MemoryNetwork
    private let notes = RunNotes()
    private let files: FileFolder

    init(_ plan: RunPlan, wideningLimit: Int) {
        self.plan = plan
        network = MemoryNetwork(plan, wideningLimit: wideningLimit)
        files = FileFolder(network.files.folder)
    }

    /// The nodes that have a thread.
    private var tested: [Int] { plan.nodes.indices.filter { !network.names.standsForTest[$0] } }

    /// Runs all nodes, to their end or for so many seconds.
    func run(timeLimit: Double?) throws -> InMemoryResult {
        try beginTestEnds()
        let deadline = timeLimit.map { MonotonicTime.now.advanced(bySeconds: $0) }
        for index in tested {
            let thread = NodeThread(index, of: plan, network: network, notes: notes)
            if plan.nodes[index].isActive {
                thread.start()
            } else {
                thread.doNotRun(.notStarted(reason: "it is not active"))
            }
        }
        var stillRunning: [String]?
        if !network.waitForEnd(until: deadline) {
            stillRunning = network.activities()
            network.shutDown()
            // A thread cannot be killed: what does not end within the grace is left behind.
            _ = network.waitForEnd(until: MonotonicTime.now.advanced(bySeconds: RunOptions().grace))
        }
        let contents = notes.close()
        let channels = network.lobby.locked { network.channels }
        finishTestEnds(channels)
        var result = result(contents, channels, stillRunning: stillRunning)
        result.notices += settle(contents.results)
        return result
    }

    /// The outcome of a node that has none.
    private static let leftBehind = NodeOutcome.failed(
        ErrorRecord(
            kind: "time",
            message:
                "it did not end when its time was over, nor within \(RunOptions().grace) s of the shutdown, and is left"
                + " behind; a long computation looks at shutdownRequested"
        )
    )

    // MARK: The test at the ends of channels

    private func beginTestEnds() throws {
        for (number, channel) in plan.channels.enumerated() {
            for place in [channel.sender, channel.receiver] {
                guard let end = plan.nodes[place].node as? any TestEnd else { continue }
                // Files that are fed lie where the test says, as seen from its own folder.
                let host = MemoryHost(
                    index: place,
                    path: "the test",
                    level: .info,
                    network: network,
                    notes: notes,
                    folder: Directory.current
                )
                try end.begin(on: number, of: network, host: host)
            }
        }
    }

    private func finishTestEnds(_ channels: [MemoryChannel]) {
        for channel in channels {
            for node in [channel.sender, channel.receiver] {
                (plan.nodes[node].node as? any TestEnd)?.finish(channel)
            }
        }
    }

    // MARK: What came of it

    /// Brings results to the workflow's own nodes, and lets these clean up; gives what went wrong.
    private func settle(_ results: [Int: [[UInt8]]]) -> [String] {
        plan.nodes.enumerated().compactMap { index, planned in
            let settled = Result {
                if let collector = planned.node as? any ResultCollecting {
                    for bytes in results[index] ?? [] { try collector.collect(bytes) }
                }
                if !planned.node.isSkippedByOption { try planned.node.cleanup() }
            }
            if case .failure(let error) = settled { return "\(planned.path): \(error)" }
            return nil
        }
    }

    private func result(
        _ notes: RunNotes.Contents,
        _ channels: [MemoryChannel],
        stillRunning: [String]?
    ) -> InMemoryResult {
        let deadlock = network.lobby.locked { network.deadlock }
        let hasFailed = notes.firstFailure != nil || !deadlock.isEmpty || stillRunning != nil
        var undelivered: [String: Int] = [:]
        var widened: [String: Int] = [:]
        for (number, channel) in channels.enumerated() {
            let name = network.names.channels[number]
            let isBetweenNodes = ![channel.sender, channel.receiver].contains { network.names.standsForTest[$0] }
            if channel.lostCount > 0, isBetweenNodes, plan.nodes[channel.receiver].isActive {
                undelivered[name] = channel.lostCount
            }
            if channel.wasWidened { widened[name] = channel.capacity }
        }
        return InMemoryResult(
            status: hasFailed ? .failed : .completed,
            nodes: tested.map { node in
                InMemoryResult.NodeRecord(
                    path: plan.nodes[node].path,
                    outcome: notes.outcomes[node] ?? MemoryExecution.leftBehind,
                    received: plan.nodes[node].inputs.reduce(0) { $0 + channels[$1].receivedCount },
                    sent: plan.nodes[node].outputs.reduce(0) { $0 + channels[$1].sentCount },
                    folder: notes.folders[node]
                )
            },
            undelivered: undelivered,
            widened: widened,
            deadlock: deadlock,
            stillRunning: stillRunning ?? [],
            log: notes.log,
            notices: notes.notices,
            firstFailure: notes.firstFailure.map { plan.nodes[$0].path },
            error: (notes.firstFailure ?? notes.firstError).flatMap { notes.errors[$0] },
            ranOutOfTime: stillRunning != nil,
            files: files
        )
    }
}
