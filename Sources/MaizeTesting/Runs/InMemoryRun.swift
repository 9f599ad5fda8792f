internal import MaizeRuntime
internal import MaizeSystem
internal import MaizeWire
public import MaizeCore

/// A run of a workflow inside this process: a thread a node, no processes, no pipes.
///
///     let result = try InMemoryRun(flow).execute()
///     #expect(result["double"]?.outcome == .completed)
///
/// Nodes behave as in a run with processes: the same passes, attempts, ends of streams, and the same outcomes. Two
/// things differ. A deadlock is told once no node of the whole network can move. And a thread cannot be killed: a
/// node that neither sends nor receives, nor looks at `shutdownRequested`, keeps the run from ending.
public struct InMemoryRun {
    /// Items by which all channels of the run together may be widened in a deadlock; 0 tells it at once.
    public var wideningLimit = 1 << 20
    /// Seconds after which the run is shut down; nil for no limit.
    public var timeLimit: Double?

    private let workflow: Workflow

    /// Makes a run of `workflow`, which starts with `execute()`.
    public init(_ workflow: Workflow) {
        self.workflow = workflow
    }

    /// Runs the workflow; returns when all nodes have ended, however that was.
    ///
    /// Values of `Return` nodes are there afterwards.
    ///
    /// - Throws: `RunError` when the workflow is invalid: nothing was started then.
    public func execute() throws -> InMemoryResult {
        let findings = workflow.checkBeforeRun()
        let errors = findings.filter { $0.severity == .error }
        guard errors.isEmpty else {
            throw RunError(.invalid, errors.map(\.description).joined(separator: "\n"), diagnostics: findings)
        }
        let plan: RunPlan
        do {
            plan = try RunPlan(workflow, pathsFrom: Directory.current)
        } catch {
            throw RunError(.invalid, "\(error)", diagnostics: findings)
        }
        for case let collector as any ResultCollecting in workflow.nodes { collector.removeResults() }
        let network = MemoryNetwork(plan, wideningLimit: wideningLimit)
        let notes = RunNotes()
        let deadline = timeLimit.map { MonotonicTime.now.advanced(bySeconds: $0) }
        for index in plan.nodes.indices {
            let thread = NodeThread(index, of: plan, network: network, notes: notes)
            if plan.nodes[index].isActive {
                thread.start()
            } else {
                thread.doNotRun(.notStarted(reason: "it is not active"))
            }
        }
        let isInTime = network.waitForEnd(until: deadline)
        if !isInTime {
            network.shutDown()
            _ = network.waitForEnd(until: nil)
        }
        settle(plan, notes)
        return result(plan, network, notes.all, ranOutOfTime: !isInTime)
    }

    /// Brings results to the workflow's own nodes, and lets these clean up.
    private func settle(_ plan: RunPlan, _ notes: RunNotes) {
        let results = notes.all.results
        for (index, planned) in plan.nodes.enumerated() {
            let settled = Result {
                if let collector = planned.node as? any ResultCollecting {
                    for bytes in results[index] ?? [] { try collector.collect(bytes) }
                }
                try planned.node.cleanup()
            }
            if case .failure(let error) = settled { notes.add(notice: "\(planned.path): \(error)") }
        }
    }

    private func result(
        _ plan: RunPlan,
        _ network: MemoryNetwork,
        _ notes: RunNotes.Contents,
        ranOutOfTime: Bool
    ) -> InMemoryResult {
        let channels = network.lobby.locked { network.channels }
        let deadlock = network.lobby.locked { network.deadlock }
        let hasFailed = notes.firstFailure != nil || !deadlock.isEmpty || ranOutOfTime
        var undelivered: [String: Int] = [:]
        var widened: [String: Int] = [:]
        for (channel, name) in zip(channels, network.names.channels) {
            let lost = channel.sentCount - channel.receivedCount
            if lost > 0, plan.nodes[channel.receiver].isActive { undelivered[name] = lost }
            if channel.wasWidened { widened[name] = channel.capacity }
        }
        return InMemoryResult(
            status: hasFailed ? .failed : .completed,
            nodes: plan.nodes.indices.map { node in
                InMemoryResult.NodeRecord(
                    path: plan.nodes[node].path,
                    outcome: notes.outcomes[node] ?? .notStarted(reason: "the run ended first"),
                    received: plan.nodes[node].inputs.reduce(0) { $0 + channels[$1].receivedCount },
                    sent: plan.nodes[node].outputs.reduce(0) { $0 + channels[$1].sentCount }
                )
            },
            undelivered: undelivered,
            widened: widened,
            deadlock: deadlock,
            log: notes.log,
            notices: notes.notices,
            firstFailure: notes.firstFailure.map { plan.nodes[$0].path },
            ranOutOfTime: ranOutOfTime
        )
    }
}
