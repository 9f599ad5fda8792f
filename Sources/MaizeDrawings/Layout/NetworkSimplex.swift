/// Gives places on a line, whole numbers, that keep minimal distances, so that the weighted sum of the distances is the
/// least.
///
/// The network simplex method (Gansner, Koutsofios, North, Vo: *A Technique for Drawing Directed Graphs*). A spanning tree
/// of edges that are as short as they may be determines all places; an edge of it that pulls the wrong way is exchanged
/// for another one until there is none. What an edge of the tree pulls is the sum, over the nodes behind it, of what leaves
/// them less what enters.
struct NetworkSimplex {
    struct Edge {
        var tail: Int
        var head: Int
        /// The least distance.
        var length: Int
        var weight: Int
    }

    private let count: Int
    // Edges by number, an array for each part: arrays of numbers are fast without optimisation, too.
    private let tails: [Int]
    private let heads: [Int]
    private let lengths: [Int]
    /// The edges at each node, node after node, and where those of each begin.
    private let incident: [Int]
    private let starts: [Int]
    private var places: [Int]
    /// Weights of edges that leave a node less those of edges that enter.
    private var pulls: [Int]
    /// The pulls of all that is below a node.
    private var sums: [Int]
    private var tree: SpanningTree

    /// - Parameters:
    ///   - count: How many nodes there are; all of them hang together.
    ///   - edges: Edges without a cycle.
    init(count: Int, edges: [Edge]) {
        self.count = count
        tails = edges.map(\.tail)
        heads = edges.map(\.head)
        lengths = edges.map(\.length)
        places = NetworkSimplex.longestPaths(count, edges)
        pulls = Array(repeating: 0, count: count)
        tree = SpanningTree(count: count)
        var degrees = Array(repeating: 0, count: count + 1)
        for edge in edges {
            pulls[edge.tail] += edge.weight
            pulls[edge.head] -= edge.weight
            degrees[edge.tail] += 1
            degrees[edge.head] += 1
        }
        var starts = Array(repeating: 0, count: count + 1)
        for node in 0..<count { starts[node + 1] = starts[node] + degrees[node] }
        var next = starts
        var incident = Array(repeating: 0, count: edges.count * 2)
        for (number, edge) in edges.enumerated() {
            for node in [edge.tail, edge.head] {
                incident[next[node]] = number
                next[node] += 1
            }
        }
        (self.starts, self.incident) = (starts, incident)
        sums = pulls
    }

    /// The places, the least of which is 0; after so many exchanges what was reached is taken, which keeps all distances.
    mutating func solve(limit: Int = 20_000) -> [Int] {
        guard count > 1 else { return places }
        makeTightTree()
        tree.number(below: 0)
        addPulls(below: 0)
        var start = 0
        for _ in 0..<limit {
            guard let leaving = leavingEdge(from: &start), let entering = enteringEdge(for: leaving) else { break }
            exchange(leaving, entering)
        }
        let least = places.min() ?? 0
        return places.map { $0 - least }
    }

    private func slack(_ edge: Int) -> Int { places[heads[edge]] - places[tails[edge]] - lengths[edge] }

    private static func longestPaths(_ count: Int, _ edges: [Edge]) -> [Int] {
        var places = Array(repeating: 0, count: count)
        var waiting = Array(repeating: 0, count: count)
        var leaving: [[Int]] = Array(repeating: [], count: count)
        for (number, edge) in edges.enumerated() {
            leaving[edge.tail].append(number)
            waiting[edge.head] += 1
        }
        var ready = (0..<count).filter { waiting[$0] == 0 }
        while let node = ready.popLast() {
            for edge in leaving[node].map({ edges[$0] }) {
                places[edge.head] = max(places[edge.head], places[node] + edge.length)
                waiting[edge.head] -= 1
                if waiting[edge.head] == 0 { ready.append(edge.head) }
            }
        }
        return places
    }

    // MARK: The tree

    /// Grows a tree of tight edges; what is nearest to it is drawn near until an edge is tight.
    private mutating func makeTightTree() {
        var isReached = Array(repeating: false, count: count)
        var members: [Int] = []
        reach(0, &isReached, &members)
        while members.count < count {
            var nearest = -1
            for edge in 0..<tails.count where isReached[tails[edge]] != isReached[heads[edge]] {
                if nearest < 0 || slack(edge) < slack(nearest) { nearest = edge }
            }
            guard nearest >= 0 else { return }
            let (tail, head) = (tails[nearest], heads[nearest])
            let shift = isReached[tail] ? slack(nearest) : -slack(nearest)
            for node in members { places[node] += shift }
            let (parent, child) = isReached[tail] ? (tail, head) : (head, tail)
            tree.attach(child, to: parent, by: nearest)
            reach(child, &isReached, &members)
        }
    }

    /// Hangs on all that tight edges lead to.
    private mutating func reach(_ start: Int, _ isReached: inout [Bool], _ members: inout [Int]) {
        var stack = [start]
        isReached[start] = true
        while let node = stack.popLast() {
            members.append(node)
            for place in starts[node]..<starts[node + 1] {
                let edge = incident[place]
                let other = tails[edge] == node ? heads[edge] : tails[edge]
                guard !isReached[other], slack(edge) == 0 else { continue }
                tree.attach(other, to: node, by: edge)
                isReached[other] = true
                stack.append(other)
            }
        }
    }

    private mutating func addPulls(below top: Int) {
        let (first, last) = (tree.first[top], tree.last[top])
        var number = first
        while number <= last {
            sums[tree.order[number]] = pulls[tree.order[number]]
            number += 1
        }
        number = last
        while number > first {
            let node = tree.order[number]
            sums[tree.parents[node]] += sums[node]
            number -= 1
        }
    }

    // MARK: Exchanges

    /// The node below a tree edge that would better be longer, taking turns so that no part of the tree waits forever.
    private func leavingEdge(from start: inout Int) -> Int? {
        var step = 0
        while step < count {
            let node = (start + step) % count
            step += 1
            let edge = tree.parentEdges[node]
            if edge < 0 { continue }
            if (tails[edge] == node ? sums[node] : -sums[node]) < 0 {
                start = node + 1
                return node
            }
        }
        return nil
    }

    /// The tightest edge that leads back over the cut that the edge above `node` makes, of several the first one.
    private func enteringEdge(for node: Int) -> Int? {
        // The leaving edge goes from the tail's part to the head's; what replaces it must go the other way.
        let tailIsBelow = tails[tree.parentEdges[node]] == node
        let (first, last) = (tree.first[node], tree.last[node])
        let isSmall = 2 * (last - first) < count
        var best = -1
        var least = Int.max
        /// Looks at the edges of nodes in this part of the order.
        func look(from number: Int, to end: Int) {
            var number = number
            while number < end {
                let near = tree.order[number]
                number += 1
                let nearIsHead = isSmall == tailIsBelow
                var place = starts[near]
                let stop = starts[near + 1]
                while place < stop {
                    let edge = incident[place]
                    place += 1
                    if (nearIsHead ? heads[edge] : tails[edge]) != near { continue }
                    let far = nearIsHead ? tails[edge] : heads[edge]
                    if tree.isBelow(far, node) == isSmall { continue }
                    let slack = slack(edge)
                    if slack < least || slack == least && edge < best { (best, least) = (edge, slack) }
                }
            }
        }
        // The smaller part has fewer edges.
        if isSmall {
            look(from: first, to: last + 1)
        } else {
            look(from: 0, to: first)
            look(from: last + 1, to: count)
        }
        return best < 0 ? nil : best
    }

    private mutating func exchange(_ node: Int, _ entering: Int) {
        let shift = tails[tree.parentEdges[node]] == node ? -slack(entering) : slack(entering)
        if shift != 0 {
            for number in tree.first[node]...tree.last[node] { places[tree.order[number]] += shift }
        }
        let tailIsBelow = tree.isBelow(tails[entering], node)
        let inner = tailIsBelow ? tails[entering] : heads[entering]
        let outer = tailIsBelow ? heads[entering] : tails[entering]
        let top = tree.meeting(outer, node)
        tree.exchange(node, for: entering, from: inner, to: outer)
        tree.number(below: top)
        addPulls(below: top)
    }
}
