@testable import MaizeDrawings
import SeededRandom
import Testing

/// The best places on a line.
@Suite struct NetworkSimplexTests {
    private func cost(_ places: [Int], _ edges: [NetworkSimplex.Edge]) -> Int {
        edges.reduce(0) { $0 + $1.weight * (places[$1.head] - places[$1.tail]) }
    }

    /// The least cost of all places from 0 to 5.
    private func leastCost(_ count: Int, _ edges: [NetworkSimplex.Edge]) -> Int {
        var least = Int.max
        var places = Array(repeating: 0, count: count)
        func tryAll(from node: Int) {
            guard node < count else {
                least = min(least, cost(places, edges))
                return
            }
            for place in 0...5 {
                places[node] = place
                let isPossible = edges.allSatisfy {
                    max($0.tail, $0.head) != node || places[$0.head] - places[$0.tail] >= $0.length
                }
                if isPossible { tryAll(from: node + 1) }
            }
        }
        tryAll(from: 0)
        return least
    }

    @Test(arguments: 1...40)
    func `distances are kept, and none are better`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let count = random.number(2...6)
        var edges = (1..<count).map { head in
            NetworkSimplex.Edge(tail: random.number(0...head - 1), head: head, length: 1, weight: random.number(0...3))
        }
        for _ in 0..<random.number(0...6) {
            let head = random.number(1...count - 1)
            let tail = random.number(0...head - 1)
            edges.append(.init(tail: tail, head: head, length: random.number(0...1), weight: random.number(0...3)))
        }
        var simplex = NetworkSimplex(count: count, edges: edges)
        let places = simplex.solve()
        #expect(places.min() == 0)
        #expect(edges.allSatisfy { places[$0.head] - places[$0.tail] >= $0.length }, "seed \(seed)")
        #expect(cost(places, edges) == leastCost(count, edges), "seed \(seed)")
    }
}
