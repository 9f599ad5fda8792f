internal import MaizeCore

/// What a knot consists of: cycles, and those who wait for them.
extension Knot {
    /// The least sets of members whose waits lead to nobody outside of the set: what keeps everybody else waiting.
    ///
    /// There is at least one in a knot. Help for another member helps none of these, and whoever is in none of them
    /// could go on if they could.
    var cycles: [Knot] {
        let places = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1.node, $0) })
        let peers = members.map { member in member.waits.map { places[$0.peer] } }
        var setOfPlace = Array(repeating: 0, count: members.count)
        let sets = StronglyConnected.sets(successors: peers.map { $0.compactMap(\.self) })
        for (number, set) in sets.enumerated() { for place in set { setOfPlace[place] = number } }
        let closed = sets.enumerated().filter { number, set in
            set.allSatisfy { peers[$0].allSatisfy { peer in peer.map { setOfPlace[$0] == number } ?? false } }
        }
        return closed.map { Knot(members: $0.element.sorted().map { members[$0] }) }.sorted {
            $0.nodes[0] < $1.nodes[0]
        }
    }

    /// The members that are in no cycle and only wait for members.
    var waiters: [Member] {
        let inCycles = Set(cycles.flatMap(\.nodes))
        return members.filter { !inCycles.contains($0.node) }
    }

    /// The members such that each waits for the next one, as far as that goes.
    var membersInWaitingOrder: [Member] {
        var left = Dictionary(uniqueKeysWithValues: members.map { ($0.node, $0) })
        var ordered: [Member] = []
        for start in members {
            var next = left.removeValue(forKey: start.node)
            while let member = next {
                ordered.append(member)
                next = member.waits.first { left[$0.peer] != nil }.flatMap { left.removeValue(forKey: $0.peer) }
            }
        }
        return ordered
    }

    /// What is left of the knot if the given nodes can move after all.
    func knots(without nodes: Set<Int>) -> [Knot] {
        guard !nodes.isEmpty, let highest = members.flatMap({ [$0.node] + $0.waits.map(\.peer) }).max() else {
            return [self]
        }
        var candidates: [Member?] = Array(repeating: nil, count: highest + 1)
        for member in members where !nodes.contains(member.node) { candidates[member.node] = member }
        return KnotSearch(candidates: candidates).knots()
    }
}
