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
    private let edges: [Edge]
    private var places: [Int]
    /// Weights of edges that leave a node less those of edges that enter.
    private var pulls: [Int]
    private var isInTree: [Bool]
    private var tree: [[Int]]
    /// The edge to the parent in the tree, -1 at its root.
    private var parentEdges: [Int]
    /// Numbers of nodes in the order in which they are left, and the lowest one below each.
    private var finish: [Int]
    private var lowest: [Int]
    private var sums: [Int]

    /// - Parameters:
    ///   - count: How many nodes there are; all of them hang together.
    ///   - edges: Edges without a cycle.
    init(count: Int, edges: [Edge]) {
        self.count = count
        self.edges = edges
        places = NetworkSimplex.longestPaths(count, edges)
        pulls = Array(repeating: 0, count: count)
        isInTree = Array(repeating: false, count: edges.count)
        tree = Array(repeating: [], count: count)
        parentEdges = Array(repeating: -1, count: count)
        finish = Array(repeating: 0, count: count)
        lowest = finish
        sums = finish
        for edge in edges {
            pulls[edge.tail] += edge.weight
            pulls[edge.head] -= edge.weight
        }
    }

    /// The places, the least of which is 0; after so many exchanges what was reached is taken, which keeps all distances.
    mutating func solve(limit: Int = 20_000) -> [Int] {
        guard count > 1 else { return places }
        makeTightTree()
        numberTree()
        var start = 0
        for _ in 0..<limit {
            guard let leaving = leavingEdge(from: &start), let entering = enteringEdge(for: leaving) else { break }
            exchange(leaving, entering)
        }
        let least = places.min() ?? 0
        return places.map { $0 - least }
    }

    private func slack(_ edge: Edge) -> Int { places[edge.head] - places[edge.tail] - edge.length }

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
        var incident: [[Int]] = Array(repeating: [], count: count)
        for (number, edge) in edges.enumerated() {
            incident[edge.tail].append(number)
            incident[edge.head].append(number)
        }
        var isReached = Array(repeating: false, count: count)
        var members: [Int] = []
        func reach(_ start: Int, _ isReached: inout [Bool], _ members: inout [Int], _ simplex: inout NetworkSimplex) {
            var stack = [start]
            isReached[start] = true
            while let node = stack.popLast() {
                members.append(node)
                for number in incident[node] {
                    let edge = simplex.edges[number]
                    let other = edge.tail == node ? edge.head : edge.tail
                    guard !isReached[other], simplex.slack(edge) == 0 else { continue }
                    simplex.addToTree(number)
                    isReached[other] = true
                    stack.append(other)
                }
            }
        }
        reach(0, &isReached, &members, &self)
        while members.count < count {
            let candidates = edges.indices.filter { isReached[edges[$0].tail] != isReached[edges[$0].head] }
            guard let nearest = candidates.min(by: { slack(edges[$0]) < slack(edges[$1]) }) else { return }
            let edge = edges[nearest]
            let shift = isReached[edge.tail] ? slack(edge) : -slack(edge)
            for node in members { places[node] += shift }
            addToTree(nearest)
            reach(isReached[edge.tail] ? edge.head : edge.tail, &isReached, &members, &self)
        }
    }

    private mutating func addToTree(_ number: Int) {
        isInTree[number] = true
        tree[edges[number].tail].append(number)
        tree[edges[number].head].append(number)
    }

    /// Walks the tree from node 0: parents, numbers, and what every edge to a parent pulls.
    private mutating func numberTree() {
        var stack = [(node: 0, next: 0)]
        var number = 0
        parentEdges[0] = -1
        lowest[0] = 0
        sums[0] = pulls[0]
        while let (node, next) = stack.last {
            guard next < tree[node].count else {
                finish[node] = number
                number += 1
                stack.removeLast()
                if let parent = stack.last?.node { sums[parent] += sums[node] }
                continue
            }
            stack[stack.count - 1].next += 1
            let edge = tree[node][next]
            guard edge != parentEdges[node] else { continue }
            let child = edges[edge].tail == node ? edges[edge].head : edges[edge].tail
            parentEdges[child] = edge
            lowest[child] = number
            sums[child] = pulls[child]
            stack.append((child, 0))
        }
    }

    // MARK: Exchanges

    /// The node below a tree edge that would better be longer, taking turns so that no part of the tree waits forever.
    private func leavingEdge(from start: inout Int) -> Int? {
        for step in 0..<count {
            let node = (start + step) % count
            let edge = parentEdges[node]
            guard edge >= 0 else { continue }
            let cut = edges[edge].tail == node ? sums[node] : -sums[node]
            guard cut < 0 else { continue }
            start = node + 1
            return node
        }
        return nil
    }

    private func isBelow(_ node: Int, _ top: Int) -> Bool {
        lowest[top] <= finish[node] && finish[node] <= finish[top]
    }

    /// The tightest edge that leads back over the cut that the edge above `node` makes.
    private func enteringEdge(for node: Int) -> Int? {
        let leaving = edges[parentEdges[node]]
        // The leaving edge goes from the tail's part to the head's; what replaces it must go the other way.
        let tailIsBelow = leaving.tail == node
        var best: Int?
        var least = Int.max
        for (number, edge) in edges.enumerated() where !isInTree[number] {
            guard isBelow(edge.tail, node) != tailIsBelow, isBelow(edge.head, node) == tailIsBelow else { continue }
            let slack = slack(edge)
            if slack < least { (best, least) = (number, slack) }
            if least == 0 { break }
        }
        return best
    }

    private mutating func exchange(_ node: Int, _ entering: Int) {
        let leaving = parentEdges[node]
        let shift = edges[leaving].tail == node ? -slack(edges[entering]) : slack(edges[entering])
        if shift != 0 {
            for other in 0..<count where isBelow(other, node) { places[other] += shift }
        }
        isInTree[leaving] = false
        tree[edges[leaving].tail].removeAll { $0 == leaving }
        tree[edges[leaving].head].removeAll { $0 == leaving }
        addToTree(entering)
        numberTree()
    }
}
