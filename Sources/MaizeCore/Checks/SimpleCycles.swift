/// The ways round in a graph that pass each node once.
///
/// There may be more of them than anybody can read, so what is looked for is bounded: whoever builds a graph wants to see
/// that there are cycles, and which.
enum SimpleCycles {
    /// Cycles that are named at most.
    static let most = 20
    /// Edges that are looked at for one start at most.
    private static let mostSteps = 10_000

    /// Cycles of a directed graph, each begun at its first node; shorter ones of a start first.
    static func find(successors: [[Int]]) -> [[Int]] {
        var found: [[Int]] = []
        for set in StronglyConnected.sets(successors: successors) {
            let members = Set(set)
            for start in set.sorted() where found.count < most {
                // Each cycle is found from its first node only.
                let cycles = cycles(from: start, successors) { members.contains($0) && $0 >= start }
                found += cycles.prefix(most - found.count)
            }
        }
        return found.sorted { ($0[0], $0.count) < ($1[0], $1.count) }
    }

    private static func cycles(from start: Int, _ successors: [[Int]], through: (Int) -> Bool) -> [[Int]] {
        var found: [[Int]] = []
        var waiting = [[start]]
        var next = 0
        var steps = 0
        // In the order of their lengths.
        while next < waiting.count, found.count < most {
            let path = waiting[next]
            next += 1
            for successor in Set(successors[path[path.count - 1]]).sorted() where through(successor) {
                steps += 1
                if steps > mostSteps { return found }
                if successor == start {
                    found.append(path)
                } else if !path.contains(successor) {
                    waiting.append(path + [successor])
                }
            }
        }
        return found
    }
}

extension Workflow {
    /// Cycles of nodes, as `a -> b -> a` each; they are ordinary, so only whoever looks for a fault wants to see them.
    package final var cycles: [String] {
        let nodes = nodes
        let places = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { (ObjectIdentifier($1), $0) })
        var successors = [[Int]](repeating: [], count: nodes.count)
        for channel in channels {
            guard let sender = channel.sender.owner.flatMap({ places[ObjectIdentifier($0)] }),
                let receiver = channel.receiver.owner.flatMap({ places[ObjectIdentifier($0)] })
            else { continue }
            successors[sender].append(receiver)
        }
        return SimpleCycles.find(successors: successors).map { cycle in
            (cycle + [cycle[0]]).map { nodes[$0].componentPath.description }.joined(separator: " -> ")
        }
    }
}
