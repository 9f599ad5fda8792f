internal import MaizeRuntime
internal import MaizeSystem
public import MaizeCore

/// A run of a workflow inside this process: a thread a node, no processes, no pipes.
///
///     let result = try InMemoryRun(flow).execute()
///     #expect(result["double"]?.outcome == .completed)
///
/// Nodes behave as in a run with processes: the same passes, attempts, ends of streams, and the same outcomes. Three
/// things differ. The environment is that of this process, whatever the workflow's settings say. A deadlock is told once
/// no node of the whole network can move. And a thread cannot be killed: a node that neither sends nor receives, nor looks
/// at `shutdownRequested`, keeps the run from ending, unless there is a time limit: then it is left behind.
public struct InMemoryRun {
    /// Items by which all channels of the run together may be widened in a deadlock; 0 tells it at once.
    public var wideningLimit = 1 << 20
    /// Seconds after which the run is shut down; nil for no limit.
    ///
    /// A node that has not ended 1.5 s later is left behind, as failed.
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
        let findings = workflow.checkOnMachine(loadsModules: false).findings
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
        return try MemoryExecution(plan, wideningLimit: wideningLimit).run(timeLimit: timeLimit)
    }
}
