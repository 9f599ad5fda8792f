/// How lines pass the space between two columns of a text: each goes up or down at one column of characters.
///
/// Lines that begin or end at one place share their way up and down. What remains for different lines to have in common is
/// a crossing.
enum TextRouter {
    /// Lines that share their way.
    private struct Net {
        var links: [Int] = []
        /// Heights at which lines come from the left column, or go back to it.
        var left: Set<Int> = []
        var right: Set<Int> = []

        var heights: Set<Int> { left.union(right) }
        var isStraight: Bool { heights.count == 1 }

        func overlaps(_ other: Net) -> Bool {
            guard let low = heights.min(), let high = heights.max() else { return false }
            guard let otherLow = other.heights.min(), let otherHigh = other.heights.max() else { return false }
            return low <= otherHigh && otherLow <= high
        }
    }

    static func passage(through gap: Gap) -> Passage {
        let nets = nets(in: gap).filter { !$0.isStraight }
        let tracks = tracks(of: nets)
        let count = (tracks.max() ?? -1) + 1
        let arrow = gap.crossings.contains { $0.kind != .turnLeft } ? 2 : 0
        var passage = Passage(width: (count == 0 ? 0 : count + 1) + arrow)
        for (net, track) in zip(nets, tracks) {
            for link in net.links { passage.tracks[link] = track + 1 }
        }
        if gap.crossings.isEmpty { passage.width = 2 }
        return passage
    }

    private static func nets(in gap: Gap) -> [Net] {
        var nets: [Net] = []
        for crossing in gap.crossings {
            var net = Net(links: [crossing.link])
            switch crossing.kind {
            case .across: (net.left, net.right) = ([crossing.from], [crossing.to])
            case .turnLeft: net.left = [crossing.from, crossing.to]
            case .turnRight: net.right = [crossing.from, crossing.to]
            }
            // All that have an end in common with it become one.
            let connected = nets.indices.filter {
                !nets[$0].left.isDisjoint(with: net.left) || !nets[$0].right.isDisjoint(with: net.right)
            }
            for place in connected.reversed() {
                let other = nets.remove(at: place)
                net.links = other.links + net.links
                net.left.formUnion(other.left)
                net.right.formUnion(other.right)
            }
            nets.append(net)
        }
        return nets
    }

    /// A column for each net: those that overlap have different ones, and where one leaves at a height at which another one
    /// has come, it does so farther to the right.
    private static func tracks(of nets: [Net]) -> [Int] {
        var tracks: [Int?] = Array(repeating: nil, count: nets.count)
        let before = nets.indices.map { net in
            nets.indices.filter { $0 != net && !nets[$0].left.isDisjoint(with: nets[net].right) }
        }
        var left = Array(nets.indices)
        while !left.isEmpty {
            // Where each waits for another one, the first goes on: whoever draws sees that lines lie upon each other.
            let next = left.first { net in before[net].allSatisfy { tracks[$0] != nil } } ?? left[0]
            var track = before[next].compactMap { tracks[$0] }.map { $0 + 1 }.max() ?? 0
            while nets.indices.contains(where: { tracks[$0] == track && nets[$0].overlaps(nets[next]) }) { track += 1 }
            tracks[next] = track
            left.removeAll { $0 == next }
        }
        return tracks.compactMap(\.self)
    }
}
