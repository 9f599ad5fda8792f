package import MaizeCore
internal import MaizeSystem

/// What a run needs of the machine, found before anything is started.
package struct RunNeeds: Equatable, Sendable {
    /// The coordinator, the logger, and each node that is active.
    package let processes: Int
    /// Descriptors of the process with the most.
    package let descriptors: Int
    /// Pipes that are there at the same time.
    package let pipes: Int
    /// Bytes of memory that processes take before they hold any data.
    package let memory: Int

    /// What a node's process takes beside what it shares with the others; see `docs/performance.md`.
    private static let memoryOfNode = 2 << 20

    package init(_ plan: RunPlan) {
        let active = plan.nodes.filter(\.isActive).count
        let budget = DescriptorBudget(plan)
        processes = active + 2
        descriptors = max(budget.coordinator, budget.logger, budget.largestNode)
        // Frames and credits of a channel, the output of a node; one for all records.
        pipes = plan.channels.count * 2 + active + 1
        memory = (active + 2) * RunNeeds.memoryOfNode
    }
}

extension Workflow {
    /// The plan of a run, made as for the run itself, and what its nodes are given.
    ///
    /// - Throws: `RunError` for a workflow that cannot run.
    package final func planned() throws(RunError) -> (
        plan: RunPlan, findings: [Diagnostic], preparations: NodePreparations
    ) {
        let (findings, preparations) = checkOnMachine()
        let errors = findings.filter { $0.severity == .error }
        guard errors.isEmpty else {
            throw RunError(.invalid, errors.map(\.description).joined(separator: "\n"), diagnostics: findings)
        }
        do {
            return (try RunPlan(self, pathsFrom: Directory.current), findings, preparations)
        } catch {
            throw RunError(.invalid, "\(error)", diagnostics: findings)
        }
    }
}
