/// In which column each item stands.
enum Layering {
    /// Ranks from 0 on: links go to a higher one, those back to a lower one, and all together are as short as can be.
    ///
    /// Entries have the rank -1, exits one more than all boxes.
    static func ranks(of level: Level, backLinks: Set<Int>) -> [Int] {
        let count = level.items.count
        // Two nodes more: all entries, and all exits.
        let (entry, exit) = (count, count + 1)
        func node(_ item: Int) -> Int {
            switch level.items[item].role {
            case .box: item
            case .entry: entry
            case .exit: exit
            }
        }
        var edges: [NetworkSimplex.Edge] = []
        for item in 0..<count {
            if level.items[item].role == .box {
                edges.append(.init(tail: entry, head: item, length: 1, weight: 0))
                edges.append(.init(tail: item, head: exit, length: 1, weight: 0))
            } else {
                // Stands for itself nowhere; hangs on so that all hold together.
                edges.append(.init(tail: entry, head: item, length: 0, weight: 0))
            }
        }
        edges.append(.init(tail: entry, head: exit, length: 1, weight: 1))
        for (number, link) in level.links.enumerated() where link.from != link.to {
            let ends = backLinks.contains(number) ? (link.to, link.from) : (link.from, link.to)
            let (tail, head) = (node(ends.0), node(ends.1))
            // A link from the left border to the right one passes everything anyway.
            if tail != head { edges.append(.init(tail: tail, head: head, length: 1, weight: tail == entry ? 1 : 2)) }
        }
        var simplex = NetworkSimplex(count: count + 2, edges: edges)
        let places = simplex.solve()
        return level.items.indices.map { places[node($0)] - places[entry] - 1 }
    }
}
