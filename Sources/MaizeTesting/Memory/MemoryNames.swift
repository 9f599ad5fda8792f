internal import MaizeCore

/// What nodes and channels of a plan are called, by number.
struct MemoryNames: Sendable {
    let nodes: [String]
    /// The whole connections.
    let channels: [String]
    /// The ports that send.
    let outputs: [String]
    /// The ports that receive.
    let inputs: [String]

    init(_ plan: RunPlan) {
        nodes = plan.nodes.map(\.path)
        channels = plan.channels.map(\.description)
        outputs = plan.channels.map(\.channel.sender.label)
        inputs = plan.channels.map(\.channel.receiver.label)
    }
}
