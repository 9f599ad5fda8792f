/// Finds the knots among nodes whose waits are known, in time proportional to nodes and waits.
///
/// The largest set in which every wait depends on members only is what is left after taking away, again and again,
/// each node that waits for one outside the set. A work list does so in one pass over the waits.
struct KnotSearch {
    /// What each node waits on, by its index; nil is a node that can move.
    private var members: [Knot.Member?]
    /// The nodes that wait for each node.
    private var waiters: [[Int]]

    /// Searches the given waits.
    ///
    /// - Parameter candidates: By node: its wait if only peers can end it and none has yet, or nil if it can move.
    init(candidates: [Knot.Member?]) {
        members = candidates
        waiters = Array(repeating: [], count: candidates.count)
        for case let member? in candidates {
            for wait in member.waits {
                waiters[wait.peer].append(member.node)
            }
        }
        removeThoseThatCanBeFreed()
    }

    /// The knots, in the order of their first nodes; members of different knots do not wait for each other.
    func knots() -> [Knot] {
        var isVisited = Array(repeating: false, count: members.count)
        var knots: [Knot] = []
        for start in members.indices where members[start] != nil && !isVisited[start] {
            isVisited[start] = true
            knots.append(knot(around: start, visiting: &isVisited))
        }
        return knots
    }

    private mutating func removeThoseThatCanBeFreed() {
        var freed = members.indices.filter { members[$0] == nil }
        while let node = freed.popLast() {
            for waiter in waiters[node] where members[waiter] != nil {
                members[waiter] = nil
                freed.append(waiter)
            }
        }
    }

    /// Collects what hangs together with a member, whichever of two neighbours waits for the other.
    private func knot(around start: Int, visiting isVisited: inout [Bool]) -> Knot {
        var found: [Knot.Member] = []
        var pending = [start]
        while let node = pending.popLast() {
            guard let member = members[node] else { continue }
            found.append(member)
            for neighbour in member.waits.map(\.peer) + waiters[node]
            where members[neighbour] != nil && !isVisited[neighbour] {
                isVisited[neighbour] = true
                pending.append(neighbour)
            }
        }
        return Knot(members: found.sorted { $0.node < $1.node })
    }
}
