/// How far down each cell stands: lines are as straight as can be, those that pass many columns above all.
///
/// The places that make the weighted sum of all rises least are found by the network simplex method. Of all the best ones
/// the highest and the lowest are taken, and the middle between them, so that what has several neighbours stands amidst
/// them.
enum Placement {
    /// The offset of each cell from the top of the level; between rows, which begin with these columns, lines need not be
    /// straight.
    static func tops(of columns: Columns, slots: Slots, metrics: LayoutMetrics, starts: [Int]) -> [Int] {
        guard !columns.cells.isEmpty else { return [] }
        let segments = columns.segments.enumerated().flatMap { starts.contains($0 + 1) ? [] : $1 }
        let high = highest(columns, segments, slots, metrics, isMirrored: false)
        let mirrored = highest(columns, segments, slots, metrics, isMirrored: true)
        let low = zip(mirrored, columns.cells).map { -$0 - $1.height }
        let (least, lowLeast) = (high.min() ?? 0, low.min() ?? 0)
        return zip(high, low).map { (($0 - least) + ($1 - lowLeast)) / 2 }
    }

    /// The highest of the best places; of the picture upside down, where it is mirrored.
    private static func highest(
        _ columns: Columns,
        _ segments: [Columns.Segment],
        _ slots: Slots,
        _ metrics: LayoutMetrics,
        isMirrored: Bool
    ) -> [Int] {
        var edges: [NetworkSimplex.Edge] = []
        var count = columns.cells.count
        let root = count
        count += 1
        for cell in columns.cells.indices { edges.append(.init(tail: root, head: cell, length: 0, weight: 1)) }
        for column in columns.columns {
            for (upper, lower) in zip(column, column.dropFirst()) {
                let separation = separation(columns.cells[upper], columns.cells[lower], metrics)
                let (first, second) = isMirrored ? (lower, upper) : (upper, lower)
                edges.append(
                    .init(tail: first, head: second, length: columns.cells[first].height + separation, weight: 0)
                )
            }
        }
        // A rise anywhere weighs more than the heights of all cells together.
        let unit = columns.cells.count + 1
        let ways = (
            leaving: Dictionary(segments.map { ($0.left, 1) }, uniquingKeysWith: +),
            arriving: Dictionary(segments.map { ($0.right, 1) }, uniquingKeysWith: +)
        )
        for segment in segments {
            var leaving = slots.offset(segment.leaving)
            var arriving = slots.offset(segment.arriving)
            if isMirrored {
                leaving = columns.cells[segment.left].height - leaving
                arriving = columns.cells[segment.right].height - arriving
            }
            let items = [segment.left, segment.right].filter { columns.cells[$0].isItem }.count
            // What has no other way to go is straight rather than one of several.
            let isSole = ways.leaving[segment.left] == 1 && ways.arriving[segment.right] == 1
            let weight = unit * ([16, 4, 2][items] + (isSole ? 1 : 0))
            // Both hang on a node of their own, which stands as high as the higher line.
            let rise = leaving - arriving
            edges.append(.init(tail: count, head: segment.left, length: max(0, -rise), weight: weight))
            edges.append(.init(tail: count, head: segment.right, length: max(0, rise), weight: weight))
            count += 1
        }
        var simplex = NetworkSimplex(count: count, edges: edges)
        return Array(simplex.solve().prefix(columns.cells.count))
    }

    private static func separation(_ upper: Columns.Cell, _ lower: Columns.Cell, _ metrics: LayoutMetrics) -> Int {
        upper.isItem && lower.isItem ? metrics.boxSeparation : metrics.lineSeparation
    }
}

extension Slots {
    func offset(_ attachment: Columns.Attachment) -> Int {
        switch attachment {
        case .output(let link): outputs[link] ?? 0
        case .input(let link): inputs[link] ?? 0
        case .line(let offset): offset
        }
    }
}
