internal import MaizeCore
internal import MaizeWire

/// What is known of a run's nodes and channels: the numbers behind its events and its summary.
struct RunLedger {
    /// The bytes of results that are held for `Return` nodes.
    static let resultLimit = 256 << 20

    private let plan: RunPlan
    private var sentOn: [Int: Int] = [:]
    private var receivedFrom: [Int: Int] = [:]
    private var filesTaken: [Int: Int] = [:]
    private var durations: [Double]
    private var resultBytes = 0
    private var widened: [Int: Int] = [:]
    private var isCounted: [Bool]
    var outcomes: [NodeOutcome?]
    var notices: [String] = []
    /// The deadlocks that stand.
    var deadlock: [DeadlockWait] = []
    /// What the machine refused.
    var launchFailure: String?

    init(_ plan: RunPlan) {
        self.plan = plan
        durations = [Double](repeating: 0, count: plan.nodes.count)
        outcomes = [NodeOutcome?](repeating: nil, count: plan.nodes.count)
        isCounted = [Bool](repeating: false, count: plan.nodes.count)
    }

    /// Takes the counters of a longer wait; what the node took is what it gave credits back for, at least.
    mutating func note(_ report: WaitReport) {
        for output in report.outputs { sentOn[output.channel] = output.framesSent }
        for input in report.inputs {
            let taken = input.creditsGranted &+ input.creditsWithheld &- capacity(of: input.channel)
            receivedFrom[input.channel] = max(receivedFrom[input.channel] ?? 0, taken)
        }
    }

    /// Takes the last counters of a node.
    mutating func note(_ counts: ChannelCounts, of node: Int) {
        for count in counts.sent { sentOn[count.channel] = count.items }
        for count in counts.received { receivedFrom[count.channel] = count.items }
        for count in counts.filesTaken { filesTaken[count.channel] = count.items }
        isCounted[node] = true
    }

    /// Items with files that the channel's receiver said that it took.
    func filesTaken(on channel: Int) -> Int { filesTaken[channel] ?? 0 }

    /// Whether the node's counters are its last ones.
    func isCounted(_ node: Int) -> Bool { isCounted[node] }

    mutating func ended(_ node: Int, after seconds: Double) { durations[node] = seconds }
    func duration(of node: Int) -> Double { durations[node] }

    func received(by node: Int) -> Int { plan.nodes[node].inputs.reduce(0) { $0 &+ (receivedFrom[$1] ?? 0) } }
    func sent(by node: Int) -> Int { plan.nodes[node].outputs.reduce(0) { $0 &+ sent(on: $1) } }

    /// What was received was sent: a node that is killed between its write and its count has not counted it.
    private func sent(on channel: Int) -> Int { max(sentOn[channel] ?? 0, receivedFrom[channel] ?? 0) }

    /// Hands an encoded result to its node's instance here.
    mutating func collect(_ bytes: [UInt8], for node: Int) throws {
        resultBytes += bytes.count
        guard resultBytes <= RunLedger.resultLimit else {
            throw SystemFailure.launch(
                "more than \(RunLedger.resultLimit >> 20) MiB of results were returned; write them to a file instead"
            )
        }
        guard let collector = plan.nodes[node].node as? any ResultCollecting else {
            throw SystemFailure.launch("a node of type \(type(of: plan.nodes[node].node)) returned a result")
        }
        try collector.collect(bytes)
    }

    /// The items that a channel may hold, widenings included.
    func capacity(of channel: Int) -> Int { widened[channel] ?? plan.channels[channel].capacity }

    /// The capacity after a widening.
    mutating func widen(_ channel: Int, by credits: Int) -> Int {
        let capacity = capacity(of: channel) + credits
        widened[channel] = capacity
        return capacity
    }

    var undelivered: [RunSummary.Undelivered] {
        plan.channels.indices.compactMap { channel in
            guard let sent = sentOn[channel], plan.nodes[plan.channels[channel].receiver].isActive else { return nil }
            let lost = sent &- (receivedFrom[channel] ?? 0)
            return lost > 0 ? .init(channel: plan.channels[channel].description, items: lost) : nil
        }
    }

    var widenedChannels: [String: Int] {
        Dictionary(widened.map { (plan.channels[$0].description, $1) }) { first, _ in first }
    }

    var records: [RunSummary.NodeRecord] {
        plan.nodes.indices.map { node in
            RunSummary.NodeRecord(
                path: plan.nodes[node].path,
                outcome: outcomes[node] ?? .notStarted(reason: "the run ended first"),
                duration: durations[node],
                received: received(by: node),
                sent: sent(by: node)
            )
        }
    }
}
