internal import MaizeCore
internal import MaizeSystem
internal import MaizeWire

/// Looking for nodes that can never go on, and what comes of it.
extension Coordinator {
    /// Status has changed: look for knots once it has been quiet for a moment, but do not let a chatty node put that
    /// off for ever.
    func scheduleKnotCheck() {
        let now = MonotonicTime.now
        let first = firstUncheckedReport ?? now
        firstUncheckedReport = first
        knotCheckAt = min(now.advanced(bySeconds: 0.02), first.advanced(bySeconds: 0.2))
    }

    func lookForKnots() {
        knotCheckAt = nil
        firstUncheckedReport = nil
        guard !state.isShuttingDown else { return }
        let findings = watch.look(at: finder.knots())
        for finding in findings {
            switch finding {
            case .widen(let more): widen(more)
            case .deadlock(let knot):
                let waits = [knot].waits(in: plan)
                emit(.deadlock(waits))
                let report = DeadlockReport(waits, wideningLimit: options.wideningLimit)
                log(.error, report.lines(atMost: FailureReport.longest).joined(separator: "\n"))
            case .joined(let knot):
                let waits = [knot].waits(in: plan)
                for wait in waits.prefix(3) { log(.warning, "\(wait), in vain because of a deadlock") }
                if waits.count > 3 { log(.warning, "\(waits.count - 3) more nodes wait for the deadlock") }
            case .loosened(let nodes):
                let names = nodes.prefix(5).map { plan.nodes[$0].path }.joined(separator: ", ")
                log(.warning, "no deadlock any more, since somebody ended a node of it: \(names)")
            }
        }
        if !findings.isEmpty { ledger.deadlock = watch.standing.waits(in: plan) }
        perform(state.handle(.deadlocked(ledger.deadlock), at: .now))
    }

    private func widen(_ more: WideningPolicy.Widening) {
        finder.widen(more.channel, by: more.extraCredits)
        let channel = plan.channels[more.channel]
        let capacity = ledger.widen(more.channel, by: more.extraCredits)
        if more.isFirst {
            log(.info, "channel \(channel.description) was full in a knot of waiting nodes and is widened as needed")
        }
        emit(.widened(channel: channel.description, capacity: capacity, first: more.isFirst))
        processes[channel.receiver]?.send(
            .grow(channel: more.channel, credits: more.extraCredits, bytes: more.extraBytes)
        )
    }
}
