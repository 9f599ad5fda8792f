/// In which order cells stand in their columns, so that few lines cross.
///
/// Columns are sorted by where the neighbours of their cells stand, to the right and to the left in turn, then neighbours
/// within a column change places where that helps (Sugiyama, Tagawa, Toda; Gansner and others). The best order that was met
/// is taken.
struct Ordering {
    private let level: Level
    private var columns: Columns
    /// The place of a cell in its column.
    private var places: [Int]
    private var neighbours: [[Neighbour]]

    private struct Neighbour {
        var cell: Int
        var isLeft: Bool
        /// How far down its own cell, and the neighbour, the line is attached, where that is known: from 0 to 1.
        var ownShare: Double
        var share: Double
    }

    init(_ level: Level, _ columns: Columns) {
        self.level = level
        self.columns = columns
        places = Array(repeating: 0, count: columns.cells.count)
        neighbours = Array(repeating: [], count: columns.cells.count)
        for segment in columns.segments.joined() {
            let left = share(segment.leaving, of: segment.left)
            let right = share(segment.arriving, of: segment.right)
            neighbours[segment.left].append(
                Neighbour(cell: segment.right, isLeft: false, ownShare: left, share: right)
            )
            neighbours[segment.right].append(
                Neighbour(cell: segment.left, isLeft: true, ownShare: right, share: left)
            )
        }
    }

    /// The columns in their best order.
    mutating func ordered() -> Columns {
        notePlaces()
        var best = columns
        var fewest = crossings()
        for round in 0..<24 where fewest > 0 {
            sweep(toRight: round.isMultiple(of: 2))
            exchangeNeighbours()
            let count = crossings()
            if count < fewest { (best, fewest) = (columns, count) }
        }
        return best
    }

    private func share(_ attachment: Columns.Attachment, of cell: Int) -> Double {
        let offset: Int? =
            switch (attachment, columns.cells[cell].kind) {
            case (.line(let offset), .item): offset
            case (.output(let link), .item(let item)): level.items[item].outputs.offset(of: link)
            case (.input(let link), .item(let item)): level.items[item].inputs.offset(of: link)
            default: nil
            }
        return offset.map { Double($0) / Double(max(1, columns.cells[cell].height)) } ?? 0.5
    }

    private mutating func notePlaces() {
        for column in columns.columns {
            for (place, cell) in column.enumerated() { places[cell] = place }
        }
    }

    private func position(_ neighbour: Neighbour) -> Double { Double(places[neighbour.cell]) + neighbour.share }

    // MARK: Sorting

    private mutating func sweep(toRight: Bool) {
        let order = toRight ? Array(columns.columns.indices) : columns.columns.indices.reversed()
        for column in order {
            let cells = columns.columns[column]
            let wishes = cells.map { cell -> Double? in
                let known = neighbours[cell].filter { $0.isLeft == toRight }
                guard !known.isEmpty else { return nil }
                // A line attached far down wants its cell to stand that much higher.
                return known.map { position($0) - ($0.ownShare - 0.5) }.reduce(0, +) / Double(known.count)
            }
            // Cells without neighbours there stay where they are, the others are sorted around them.
            let movable = cells.indices.filter { wishes[$0] != nil }
            let sorted = movable.sorted { (wishes[$0] ?? 0, $0) < (wishes[$1] ?? 0, $1) }
            for (target, source) in zip(movable, sorted) { columns.columns[column][target] = cells[source] }
            for (place, cell) in columns.columns[column].enumerated() { places[cell] = place }
        }
    }

    private mutating func exchangeNeighbours() {
        var improved = true
        var rounds = 0
        while improved, rounds < 8 {
            improved = false
            rounds += 1
            for column in columns.columns.indices {
                for place in columns.columns[column].indices.dropLast() {
                    let (upper, lower) = (columns.columns[column][place], columns.columns[column][place + 1])
                    guard crossings(upper, above: lower) > crossings(lower, above: upper) else { continue }
                    columns.columns[column].swapAt(place, place + 1)
                    (places[upper], places[lower]) = (place + 1, place)
                    improved = true
                }
            }
        }
    }

    // MARK: Counting

    /// How often lines of two neighbours in a column cross when one is above the other.
    private func crossings(_ upper: Int, above lower: Int) -> Int {
        var count = 0
        for one in neighbours[upper] {
            for other in neighbours[lower] where one.isLeft == other.isLeft && position(one) > position(other) {
                count += 1
            }
        }
        return count
    }

    private func crossings() -> Int { columns.segments.map(crossings(in:)).reduce(0, +) }

    private func crossings(in segments: [Columns.Segment]) -> Int {
        let lines = segments.map { segment in
            (
                left: Double(places[segment.left]) + share(segment.leaving, of: segment.left),
                right: Double(places[segment.right]) + share(segment.arriving, of: segment.right)
            )
        }.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
        var count = 0
        for (place, line) in lines.enumerated() {
            for other in lines[..<place] where other.left < line.left && other.right > line.right { count += 1 }
        }
        return count
    }
}

extension Level.Side {
    /// Where a link is attached, if that cannot be chosen.
    func offset(of link: Int) -> Int? { if case .fixed(let offsets) = self { offsets[link] } else { nil } }
}
