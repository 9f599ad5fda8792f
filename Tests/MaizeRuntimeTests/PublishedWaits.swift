internal import MaizeWire
@testable import MaizeRuntime

/// A finder for a small graph, and short ways to write down what its nodes publish.
///
/// Every channel starts with nothing sent and all of its credits given, as both of its ends count it.
struct PublishedWaits {
    var finder: KnotFinder
    private var channels: [KnotFinder.Channel]
    private var inputs: [InputCounters]
    private var outputs: [OutputCounters]
    private var closed: Set<End> = []
    private var widenings: [Int]

    /// One end of a channel.
    enum End: Hashable {
        case sending(Int)
        case receiving(Int)
    }

    /// Creates the graph from pairs of nodes, in the order of the channels' indices.
    init(nodes: Int, channels pairs: [(Int, Int)], capacity: Int = 2) {
        channels = pairs.map { KnotFinder.Channel(sender: $0.0, receiver: $0.1, capacity: capacity) }
        finder = KnotFinder(nodeCount: nodes, channels: channels)
        inputs = pairs.indices.map { InputCounters(channel: $0, framesReceived: 0, creditsGranted: capacity) }
        outputs = pairs.indices.map { OutputCounters(channel: $0, framesSent: 0, creditsReceived: capacity) }
        widenings = Array(repeating: 0, count: nodes)
    }

    /// The node lists of the knots that the finder knows of.
    var knots: [[Int]] {
        finder.knots().map(\.nodes)
    }

    /// Counts items that were sent, and how many of them have left the pipe.
    mutating func send(_ items: Int, on channel: Int, received: Int) {
        outputs[channel].framesSent += items
        inputs[channel].framesReceived += received
    }

    /// Counts credits that the receiver gave, and how many of them have arrived.
    mutating func grant(_ credits: Int, on channel: Int, received: Int) {
        inputs[channel].creditsGranted += credits
        outputs[channel].creditsReceived += received
    }

    /// Counts that the receiver stopped reading at its byte limit, and whether the sender has heard of it.
    mutating func stop(_ channel: Int, isHeard: Bool) {
        inputs[channel].isAtByteLimit = true
        inputs[channel].bytesRead += 1
        if isHeard { outputs[channel].bytesTaken = inputs[channel].bytesRead }
    }

    /// Leaves an end out of all later reports.
    mutating func close(_ end: End) {
        closed.insert(end)
    }

    /// Counts a widening that the node carried out.
    mutating func carryOutWidening(_ node: Int) {
        widenings[node] += 1
    }

    /// The report of a node with the counters of this moment.
    func report(_ node: Int, _ wait: Wait) -> WaitReport {
        WaitReport(
            node: node,
            wait: wait,
            inputs: inputs.filter { channels[$0.channel].receiver == node && !closed.contains(.receiving($0.channel)) },
            outputs: outputs.filter { channels[$0.channel].sender == node && !closed.contains(.sending($0.channel)) },
            widenings: widenings[node]
        )
    }

    /// Publishes that the node waits, with the counters of this moment.
    mutating func publish(_ node: Int, _ wait: Wait) {
        finder.apply(report(node, wait))
    }
}
