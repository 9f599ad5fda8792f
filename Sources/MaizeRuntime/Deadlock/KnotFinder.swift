internal import MaizeWire

/// Keeps what the nodes of a run published about their waits and tells which of them wait for each other for ever.
///
/// The answer is exact without a time-out, although reports are late: in a set of reports that agree pairwise, the
/// first node to have left its wait was woken by a frame or a credit of another member, which that member's report
/// counts and its own does not. A difference in the counters therefore means news on the way, and no difference
/// means that nobody has moved. Only help from outside, such as a widening or a signal, can loosen a knot.
///
/// Reports and events of one node are taken in the order in which the node sent them.
struct KnotFinder: Sendable {
    /// A channel as the finder sees it.
    struct Channel: Hashable, Sendable {
        /// The node that sends.
        let sender: Int
        /// The node that receives.
        let receiver: Int
        /// The items that the channel may hold, widenings included.
        var capacity: Int
    }

    private var channels: [Channel]
    private let channelsOfNode: [[Int]]
    private var waits: [Wait?]
    private var hasEnded: [Bool]
    private var widenings: [Int]
    private var sent: [OutputCounters?]
    private var received: [InputCounters?]

    /// Creates a finder for a graph of which nothing has been published yet.
    ///
    /// - Parameters:
    ///   - nodeCount: The number of nodes; their indices start at 0.
    ///   - channels: The channels by index, between these nodes.
    init(nodeCount: Int, channels: [Channel]) {
        var channelsOfNode: [[Int]] = Array(repeating: [], count: nodeCount)
        for (index, channel) in channels.enumerated() {
            channelsOfNode[channel.sender].append(index)
            channelsOfNode[channel.receiver].append(index)
        }
        self.channels = channels
        self.channelsOfNode = channelsOfNode
        waits = Array(repeating: nil, count: nodeCount)
        hasEnded = Array(repeating: false, count: nodeCount)
        widenings = Array(repeating: 0, count: nodeCount)
        sent = Array(repeating: nil, count: channels.count)
        received = Array(repeating: nil, count: channels.count)
    }

    /// Takes a report, which replaces the node's last one.
    ///
    /// A report from before a widening of the node says nothing any more, and one that names a channel which is not
    /// the node's own is not believed: the node then counts as able to move.
    mutating func apply(_ report: WaitReport) {
        guard waits.indices.contains(report.node) else { return }
        void(report.node)
        guard
            !hasEnded[report.node],
            report.widenings == widenings[report.node],
            isAboutOwnChannels(report)
        else { return }
        for channel in channelsOfNode[report.node] {
            // A closed end has no counters, and must not keep those of an earlier report.
            if channels[channel].sender == report.node { sent[channel] = nil }
            if channels[channel].receiver == report.node { received[channel] = nil }
        }
        for counters in report.outputs { sent[counters.channel] = counters }
        for counters in report.inputs { received[counters.channel] = counters }
        waits[report.node] = report.wait
    }

    /// Notes that the node runs again.
    mutating func resumed(_ node: Int) {
        void(node)
    }

    /// Notes that the node has ended and will publish nothing more.
    mutating func ended(_ node: Int) {
        void(node)
        hasEnded[node] = true
    }

    /// Forgets the node's report, because a message that was sent to it can end the wait.
    mutating func void(_ node: Int) {
        waits[node] = nil
    }

    /// Notes that the channel's receiver is told to widen the channel, which makes its reports so far obsolete.
    ///
    /// - Parameters:
    ///   - channel: The channel's index.
    ///   - credits: The extra credits; 0 if only the bytes that the receiver may hold grow.
    mutating func widen(_ channel: Int, by credits: Int) {
        let receiver = channels[channel].receiver
        channels[channel].capacity += credits
        widenings[receiver] += 1
        void(receiver)
    }

    /// The knots that the reports of this moment prove, each node in at most one of them.
    func knots() -> [Knot] {
        KnotSearch(candidates: waits.indices.map(candidate)).knots()
    }

    /// The node's wait, unless its report or that of a peer leaves open that it may end.
    private func candidate(_ node: Int) -> Knot.Member? {
        guard let wait = waits[node], wait.isPure else { return nil }
        var waited: [Knot.WaitedChannel] = []
        waited.reserveCapacity(wait.inputs.count + wait.roomOn.count + wait.bytesOn.count)
        for (need, indices) in [(Knot.Need.item, wait.inputs), (.room, wait.roomOn), (.bytes, wait.bytesOn)] {
            for channel in indices {
                guard let one = stillWaited(channel, need: need) else { return nil }
                waited.append(one)
            }
        }
        // A wait for nothing at all comes from no sane node: report nobody because of it.
        return waited.isEmpty ? nil : Knot.Member(node: node, waits: waited)
    }

    /// The channel as its waiter sees it, if the counters of both ends say that nothing is under way on it.
    private func stillWaited(_ index: Int, need: Knot.Need) -> Knot.WaitedChannel? {
        guard let sent = sent[index], let received = received[index] else { return nil }
        let channel = channels[index]
        let isQuiet =
            switch need {
            case .item: sent.framesSent == received.framesReceived
            case .room: sent.creditsReceived == received.creditsGranted
            case .bytes: received.isAtByteLimit && sent.bytesTaken == received.bytesRead
            }
        guard isQuiet else { return nil }
        // The receiver keeps credits back for a port that it waits on itself, but that port's queue is empty.
        let taken = received.creditsGranted &+ received.creditsWithheld &- channel.capacity
        return Knot.WaitedChannel(
            channel: index,
            peer: need == .item ? channel.sender : channel.receiver,
            need: need,
            queued: need == .item ? 0 : max(0, sent.framesSent &- taken),
            capacity: channel.capacity
        )
    }

    private func isAboutOwnChannels(_ report: WaitReport) -> Bool {
        let inputs = report.wait.inputs + report.inputs.map(\.channel)
        let outputs = report.wait.roomOn + report.wait.bytesOn + report.outputs.map(\.channel)
        return inputs.allSatisfy { channels.indices.contains($0) && channels[$0].receiver == report.node }
            && outputs.allSatisfy { channels.indices.contains($0) && channels[$0].sender == report.node }
    }
}
