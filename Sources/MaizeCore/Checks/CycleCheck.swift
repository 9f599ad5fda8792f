/// Finds cycles that nothing can ever start.
///
/// Other cycles are ordinary and not mentioned.
enum CycleCheck {
    /// A warning for each strongly connected set of nodes into which no item comes from outside and whose every node
    /// needs an item from inside before anything else: each has a single required input from the set.
    static func findings(nodes: [Node], channels: [Channel]) -> [Diagnostic] {
        let places = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { (ObjectIdentifier($1), $0) })
        var successors = [[Int]](repeating: [], count: nodes.count)
        var edges = [[(from: Int, channel: Channel)]](repeating: [], count: nodes.count)
        for channel in channels {
            guard let sender = channel.sender.owner, let receiver = channel.receiver.owner,
                let from = places[ObjectIdentifier(sender)], let to = places[ObjectIdentifier(receiver)]
            else { continue }
            successors[from].append(to)
            edges[to].append((from, channel))
        }
        return StronglyConnected.sets(successors: successors).compactMap { set in
            let members = Set(set)
            let isClosed = set.allSatisfy { node in edges[node].allSatisfy { members.contains($0.from) } }
            let areNeedy = set.allSatisfy { node in
                edges[node].contains { $0.channel.receiver.index == nil && !$0.channel.receiver.isOptional }
            }
            guard isClosed, areNeedy else { return nil }
            // What was laid before a channel's items starts the cycle.
            guard !set.contains(where: { nodes[$0].inputs.contains(where: \.hasPreloaded) }) else { return nil }
            // Parameters with values are what a node that sends first sends.
            guard !set.contains(where: { nodes[$0].parameters.contains(where: \.hasValue) }) else { return nil }
            let names = set.sorted().map { nodes[$0].componentPath.description }
            return Diagnostic(
                .warning,
                path: names[0],
                "nothing can start this cycle unless one of its nodes sends before it receives, or an input is given an"
                    + " item to begin with (preload): "
                    + (names + [names[0]]).joined(separator: " -> ")
            )
        }
    }
}

/// The strongly connected sets of a directed graph (Tarjan 1972, without recursion).
package enum StronglyConnected {
    /// The sets, each with the indices of its members.
    package static func sets(successors: [[Int]]) -> [[Int]] {
        let count = successors.count
        var order = [Int](repeating: -1, count: count)
        var low = [Int](repeating: 0, count: count)
        var onStack = [Bool](repeating: false, count: count)
        var stack: [Int] = []
        var found: [[Int]] = []
        var next = 0
        for start in 0..<count where order[start] < 0 {
            var frames: [(node: Int, edge: Int)] = [(start, 0)]
            while let frame = frames.last {
                let node = frame.node
                if frame.edge == 0 {
                    order[node] = next
                    low[node] = next
                    next += 1
                    stack.append(node)
                    onStack[node] = true
                }
                if frame.edge < successors[node].count {
                    frames[frames.count - 1].edge += 1
                    let other = successors[node][frame.edge]
                    if order[other] < 0 {
                        frames.append((other, 0))
                    } else if onStack[other] {
                        low[node] = min(low[node], order[other])
                    }
                    continue
                }
                frames.removeLast()
                if let above = frames.last { low[above.node] = min(low[above.node], low[node]) }
                if low[node] == order[node] {
                    var set: [Int] = []
                    repeat {
                        let member = stack.removeLast()
                        onStack[member] = false
                        set.append(member)
                    } while set.last != node
                    found.append(set)
                }
            }
        }
        return found
    }
}
