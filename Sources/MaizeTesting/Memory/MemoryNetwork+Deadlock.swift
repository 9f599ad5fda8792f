/// What happens when no node can move: a full channel is widened, or the deadlock is told.
extension MemoryNetwork {
    /// Looks whether every node that lives waits for another one; called under the lock.
    func settleIfQuiet() {
        guard movingCount == 0, !isShutDown else { return }
        let waiting = waits.indices.filter { !hasEnded[$0] }
        guard !waiting.isEmpty else { return }
        let starved = starvedCore(of: waiting)
        if starved.isEmpty, let narrowest = narrowestFullChannel(waiting), wideningLeft > 0 {
            let extra = min(channels[narrowest].capacity, wideningLeft)
            wideningLeft -= extra
            channels[narrowest].widen(by: extra)
            return wakeIfReached(channels[narrowest].sender)
        }
        deadlock = (starved.isEmpty ? waiting : starved).map(line)
        shutDownLocked()
    }

    /// The nodes that wait for nothing but items of each other, which channels of any size would not help.
    private func starvedCore(of waiting: [Int]) -> [Int] {
        var core = Set(waiting)
        while let outsider = core.first(where: { !isStarved($0, within: core) }) { core.remove(outsider) }
        return core.sorted()
    }

    private func isStarved(_ node: Int, within core: Set<Int>) -> Bool {
        guard case .items(let wanted) = waits[node] else { return false }
        return wanted.allSatisfy { core.contains(channels[$0].sender) }
    }

    private func narrowestFullChannel(_ waiting: [Int]) -> Int? {
        waiting.flatMap { node -> [Int] in
            if case .room(let wanted) = waits[node] { return wanted }
            return []
        }.min { (channels[$0].capacity, $0) < (channels[$1].capacity, $1) }
    }

    /// What each node does that has not ended, a line each.
    func activities() -> [String] { lobby.locked { waits.indices.filter { !hasEnded[$0] }.map(line) } }

    private func line(_ node: Int) -> String {
        let text: String
        switch waits[node] {
        case .items(let wanted):
            let shown = wanted.prefix(3).map { channel in
                "for an item on '\(names.inputs[channel])' from \(names.nodes[channels[channel].sender])"
                    + (names.standsForTest[channels[channel].sender] ? ", which left the stream open" : "")
            }
            let more = wanted.count > 3 ? ", or \(wanted.count - 3) more" : ""
            text = shown.joined(separator: ", or ") + more
        case .room(let wanted):
            let shown = wanted.prefix(3).map { channel in
                "for room on '\(names.outputs[channel])' to \(names.nodes[channels[channel].receiver])"
                    + " (\(channels[channel].count) of \(channels[channel].capacity) items)"
            }
            text = shown.joined(separator: ", or ") + (wanted.count > 3 ? ", or \(wanted.count - 3) more" : "")
        case .descriptors: text = "for a file or a command"
        case .time(let wanted): text = wanted.isEmpty ? "for time to pass" : "for an item or for time to pass"
        case nil: return "\(names.nodes[node]) computes"
        }
        return "\(names.nodes[node]) waits \(text)"
    }
}
