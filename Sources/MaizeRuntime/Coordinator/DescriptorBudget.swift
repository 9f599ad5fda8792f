internal import MaizeCore

/// How many descriptors a run needs at once, found before anything is started.
struct DescriptorBudget: Equatable {
    /// In the process that starts the run, beyond what it has open.
    let coordinator: Int
    /// In the logger.
    let logger: Int
    /// In the node with the most ports.
    let largestNode: Int

    /// Room for what a run opens for a moment, such as a launch message.
    private static let slack = 24

    init(_ plan: RunPlan) {
        let active = plan.nodes.filter(\.isActive).count
        logger = active + 16
        largestNode = (plan.nodes.map { $0.inputs.count + $0.outputs.count }.max() ?? 0) * 2 + 32
        // Before the logger starts, both ends of each node's output are here.
        var open = active * 2
        var peak = open
        open = active
        var handedOver: [Int: Int] = [:]
        for node in plan.nodes {
            let channels = node.inputs + node.outputs
            for channel in channels where handedOver[channel] == nil {
                handedOver[channel] = 0
                open += 4
            }
            peak = max(peak, open + 4)
            for channel in channels {
                handedOver[channel, default: 0] += 1
                open -= 2
            }
            // The output's end goes; the control socket and the process's descriptor stay.
            if node.isActive { open += 1 }
        }
        coordinator = max(peak, open) + DescriptorBudget.slack
    }
}
