internal import MaizeWire

/// What came of a run, in lines that end it: a table of the nodes, what went wrong first, and the totals.
enum SummaryTable {
    /// Nodes that are shown at most; of the others only their number.
    static let mostNodes = 18
    private static let longestName = 40

    static func lines(_ summary: RunSummary) -> [String] {
        let nodes = summary.nodes
        let isWhole = nodes.count <= mostNodes
        let ranks = nodes.map { rank($0.outcome, isWhole: isWhole) }
        let order = nodes.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
        let shown = order.prefix(isWhole ? mostNodes : mostNodes - 1)
        let rest = order.dropFirst(shown.count).map { NodeState.ended(nodes[$0].outcome) }
        return grid(shown.map { nodes[$0] }) + (rest.isEmpty ? [] : [rest.andMore]) + [totals(summary)]
    }

    private static func grid(_ nodes: [RunSummary.NodeRecord]) -> [String] {
        TextColumns(columns: [
            .init(header: "NODE", alignment: .left),
            .init(header: "OUTCOME", alignment: .left),
            .init(header: "IN", alignment: .right),
            .init(header: "OUT", alignment: .right),
            .init(header: "SECONDS", alignment: .right),
        ]).lines(
            nodes.map { node in
                let hasRun = node.duration > 0
                return [
                    TerminalText.cutFront(TerminalText.plain(node.path), to: longestName, mark: "..."),
                    NodeState.ended(node.outcome).words,
                    hasRun ? String(node.received) : "",
                    hasRun ? String(node.sent) : "",
                    hasRun ? NumberText.fixed(node.duration, digits: 2) : "",
                ]
            }
        )
    }

    private static func totals(_ summary: RunSummary) -> String {
        let sent = summary.nodes.reduce(0) { $0 &+ $1.sent }
        let lost = summary.undelivered.reduce(0) { $0 &+ $1.items }
        var items = "\(NumberText.counted(sent, "item")) sent"
        if lost > 0 { items += ", \(lost) of them not received" }
        if !summary.widened.isEmpty { items += ", \(NumberText.counted(summary.widened.count, "channel")) widened" }
        let nodes = summary.nodes.map { NodeState.ended($0.outcome) }
        let count = NumberText.counted(nodes.count, "node")
        return "\(count) in \(NumberText.seconds(summary.duration)): \(nodes.tally); \(items)"
    }

    /// Failures first; of many nodes also those before the others that did not come to their own end.
    private static func rank(_ outcome: NodeOutcome, isWhole: Bool) -> Int {
        if isWhole, !outcome.isFailure { return Int.max }
        return NodeState.ended(outcome).rank
    }
}
