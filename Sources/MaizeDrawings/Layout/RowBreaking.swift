/// Before which columns new rows begin.
///
/// As few lines as can be lead from one row to the next; among equals, rows are of one width.
struct RowBreaking {
    /// More lines than that from one row to the next would be worse to follow than one long row.
    private static let mostLines = 8
    /// What a row costs beside the lines that lead to it, in such lines.
    private static let costOfRow = 6

    private let columns: Columns
    /// Where columns begin and end in one row.
    private let bounds: [(left: Int, right: Int)]
    /// Lines into each column from the one before it.
    private let lines: [Int]
    private let level: Level
    private let metrics: LayoutMetrics

    init(level: Level, columns: Columns, bounds: [(left: Int, right: Int)], metrics: LayoutMetrics) {
        self.level = level
        self.columns = columns
        self.bounds = bounds
        self.metrics = metrics
        // No key path: one of a function in a library makes the loader warn when the program is linked at a fixed address.
        lines = [0] + columns.segments.map { $0.count }
    }

    /// The first column of each row, where rows are no wider than this, unless a single column is.
    func starts(width: Int) -> [Int] {
        struct Best {
            var cost: Int
            /// The sum of the squares of widths.
            var unevenness: Int
            var start: Int
        }
        let count = columns.columns.count
        /// By the column that follows the last row.
        var best: [Int: Best] = [0: Best(cost: 0, unevenness: 0, start: 0)]
        let breaks = (1..<max(1, count)).filter(canBegin) + [count]
        for end in breaks {
            let starts = [0] + breaks.prefix { $0 < end }
            let narrow = starts.filter { self.width(from: $0, to: end) <= width }
            for start in narrow.isEmpty ? starts.suffix(1) : narrow {
                guard let before = best[start] else { continue }
                let rowWidth = self.width(from: start, to: end)
                let candidate = Best(
                    cost: before.cost + (start == 0 ? 0 : RowBreaking.costOfRow + lines[start]),
                    unevenness: before.unevenness + rowWidth * rowWidth,
                    start: start
                )
                let isBetter =
                    best[end].map { (candidate.cost, candidate.unevenness) < ($0.cost, $0.unevenness) } ?? true
                if isBetter { best[end] = candidate }
            }
        }
        var starts: [Int] = []
        var end = count
        while let row = best[end], end > 0 {
            starts.append(row.start)
            end = row.start
        }
        starts.reverse()
        let widest = zip(starts, starts.dropFirst() + [count]).map { self.width(from: $0, to: $1) }.max() ?? 0
        // Where hardly anything is won, one row is easier to follow.
        return widest <= max(width, self.width(from: 0, to: count) * 2 / 3) ? starts : [0]
    }

    /// Labels stay in the row of whoever sends, places at the border with what they lead to.
    private func canBegin(_ column: Int) -> Bool {
        func boxes(_ column: Int) -> Bool {
            columns.columns[column].contains { columns.cells[$0].isItem && level.items[$0].role == .box }
        }
        return lines[column] <= RowBreaking.mostLines && boxes(column) && (0..<column).contains(where: boxes)
    }

    private func width(from start: Int, to end: Int) -> Int {
        let ends = (start == 0 ? 0 : lines[start]) + (end == lines.count ? 0 : lines[end])
        return bounds[end - 1].right - bounds[start].left + ends * metrics.trackSeparation
    }
}
