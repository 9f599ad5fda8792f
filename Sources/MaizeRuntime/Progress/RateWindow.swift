internal import MaizeSystem

/// How fast items go through the nodes, over about the last second.
struct RateWindow {
    private struct Sample {
        var time: MonotonicTime
        var counts: [NodeCounts]
    }

    /// Oldest first.
    private var samples: [Sample] = []

    /// Seconds that the window holds, as far as samples are there.
    static let length = 1.0
    /// Seconds that two samples must be apart to tell a rate.
    private static let shortest = 0.1

    mutating func add(_ counts: [NodeCounts], at time: MonotonicTime) {
        samples.append(Sample(time: time, counts: counts))
        while samples.count > 2, time.seconds(since: samples[1].time) >= RateWindow.length { samples.removeFirst() }
    }

    /// Whether anything went through some node between the last two samples.
    var isMoving: Bool { samples.count < 2 || samples[samples.count - 1].counts != samples[samples.count - 2].counts }

    /// Items a second through a node, whichever of its sides has more; nil before there is anything to compare.
    func rate(of node: Int) -> Double? {
        guard let first = samples.first, let last = samples.last else { return nil }
        let seconds = last.time.seconds(since: first.time)
        guard seconds >= RateWindow.shortest else { return nil }
        let received = last.counts[node].received - first.counts[node].received
        let sent = last.counts[node].sent - first.counts[node].sent
        return Double(max(0, received, sent)) / seconds
    }
}
