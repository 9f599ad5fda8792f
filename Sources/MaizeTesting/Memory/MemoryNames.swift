internal import MaizeCore

/// What nodes and channels of a plan are called, by number.
struct MemoryNames: Sendable {
    let nodes: [String]
    /// Which of them stand for the test at the other ends of what is tested.
    let standsForTest: [Bool]
    /// The whole connections.
    let channels: [String]
    /// The ports that send.
    let outputs: [String]
    /// The ports that receive.
    let inputs: [String]

    init(_ plan: RunPlan) {
        standsForTest = plan.nodes.map { $0.node is any TestEnd }
        nodes = plan.nodes.map { $0.node is any TestEnd ? "the test" : $0.path }
        channels = plan.channels.map(\.description)
        outputs = plan.channels.map(\.channel.sender.label)
        inputs = plan.channels.map(\.channel.receiver.label)
    }
}
