internal import MaizeSystem
internal import MaizeWire
public import MaizeCore

extension Workflow {
    /// Runs the workflow: every node in a process of its own; returns when all have ended.
    ///
    /// Parameters that are relative paths are taken from the current directory, and are absolute afterwards.
    /// May be called again, and from any thread; it changes no signal disposition of the process.
    ///
    /// - Throws: `RunError`, which carries the summary, unless the run completed.
    @discardableResult
    public final func execute(_ options: RunOptions = RunOptions()) throws -> RunSummary {
        let (plan, findings, preparations) = try planned()
        for case let collector as any ResultCollecting in nodes { collector.removeResults() }
        let coordinator: Coordinator
        do {
            coordinator = try Coordinator(plan, workflow: self, options: options, preparations: preparations)
        } catch {
            throw RunError(.machine, "error: the run cannot start: \(error)")
        }
        for warning in findings { coordinator.log(.warning, warning.description) }
        let summary = coordinator.run()
        guard summary.status == .completed else {
            throw RunError(
                coordinator.errorCode,
                FailureReport.lines(summary).joined(separator: "\n"),
                summary: summary,
                diagnostics: findings,
                wasReported: true
            )
        }
        return summary
    }
}
