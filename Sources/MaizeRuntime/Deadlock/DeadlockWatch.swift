/// Follows the knots of a run from look to look: which of them are loosened by wider channels, which are new, who has
/// come to wait for them since.
struct DeadlockWatch: Sendable {
    /// What a look has come to.
    enum Finding: Hashable, Sendable {
        /// A channel is to be widened, and to be looked at again when that is done.
        case widen(WideningPolicy.Widening)
        /// One or more cycles that nothing can loosen, with those who wait for them; told once.
        case deadlock(Knot)
        /// More nodes, which only wait for a deadlock that was told.
        case joined(Knot)
        /// Nodes that were told to be in a deadlock and are not any more: somebody outside of the run ended a member.
        case loosened([Int])
    }

    private var policy: WideningPolicy
    private var cyclesTold: Set<[Int]> = []
    /// The knots that the last look left as they are, whoever waits for them included.
    private(set) var standing: [Knot] = []

    /// Creates a watch that has seen nothing yet.
    init(_ policy: WideningPolicy) {
        self.policy = policy
    }

    /// Takes the knots of this moment.
    mutating func look(at knots: [Knot]) -> [Finding] {
        var findings: [Finding] = []
        var stuck: [Knot] = []
        for knot in knots {
            var helped: Set<Int> = []
            for cycle in knot.cycles where !cyclesTold.contains(cycle.nodes) {
                guard let widening = policy.widening(for: cycle) else { continue }
                findings.append(.widen(widening))
                helped.formUnion(cycle.nodes)
            }
            stuck += knot.knots(without: helped)
        }
        let known = Set(standing.flatMap(\.nodes))
        let loosened = known.subtracting(stuck.flatMap(\.nodes))
        if !loosened.isEmpty { findings.append(.loosened(loosened.sorted())) }
        findings += stuck.compactMap { news(of: $0, known: known) }
        standing = stuck
        cyclesTold = Set(stuck.flatMap(\.cycles).map(\.nodes))
        return findings
    }

    /// What is new about a knot that cannot be loosened.
    private func news(of knot: Knot, known: Set<Int>) -> Finding? {
        let newCycles = Set(knot.cycles.map(\.nodes).filter { !cyclesTold.contains($0) }.joined())
        let news = Knot(members: knot.members.filter { !known.contains($0.node) || newCycles.contains($0.node) })
        if news.members.isEmpty { return nil }
        return newCycles.isEmpty ? .joined(news) : .deadlock(news)
    }
}
