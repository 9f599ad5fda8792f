/// Columns in rows below each other, as the lines of a text are: what would be much wider than high fits a page.
///
/// A link from one row to the next leaves its row at the right, goes back between the two, and comes in at the left. Lines
/// keep their order on the way, so none crosses another one.
struct Rows {
    /// How a link goes from the end of one row to the beginning of the next.
    struct Detour {
        /// Where it goes down behind its row.
        var right: Int
        var height: Int
        /// Where it goes down before the next row.
        var left: Int
    }

    /// Where columns begin and end.
    private(set) var bounds: [(left: Int, right: Int)]
    /// How much lower than in one row each column stands.
    private(set) var drops: [Int]
    /// By link, at the columns with which rows begin.
    private(set) var detours: [Int: [Int: Detour]] = [:]
    private(set) var size: Level.Size
    let count: Int

    /// Columns in one row.
    init(_ columns: Columns, tops: [Int], passages: [Passage]) {
        var x = passages.first?.width ?? 0
        bounds = []
        for (number, column) in columns.columns.enumerated() {
            let right = x + (column.map { columns.cells[$0].width }.max() ?? 0)
            bounds.append((x, right))
            x = right + passages[number + 1].width
        }
        drops = Array(repeating: 0, count: columns.columns.count)
        size = Level.Size(
            width: x,
            height: columns.cells.indices.map { tops[$0] + columns.cells[$0].height }.max() ?? 0
        )
        count = 1
    }

    /// The columns of one row in several, each of which begins with one of these columns.
    init(_ whole: Rows, starts: [Int], columns: Columns, tops: [Int], gaps: [Gap], metrics: LayoutMetrics) {
        bounds = whole.bounds
        drops = whole.drops
        size = Level.Size(width: 0, height: 0)
        count = starts.count
        let left = starts.map { $0 == 0 ? whole.bounds[0].left : Margin(gaps[$0], metrics).left }.max() ?? 0
        var y = 0
        for (start, end) in zip(starts, starts.dropFirst() + [columns.columns.count]) {
            let shift = left - whole.bounds[start].left
            let cells = columns.columns[start..<end].joined()
            let top = cells.map { tops[$0] }.min() ?? 0
            let bottom = cells.map { tops[$0] + columns.cells[$0].height }.max() ?? 0
            if start > 0 {
                detours[start] = Rows.detours(
                    gaps[start],
                    from: bounds[start - 1].right,
                    to: left,
                    below: y,
                    metrics: metrics
                )
                y += Margin(gaps[start], metrics).height
            }
            for column in start..<end {
                bounds[column] = (whole.bounds[column].left + shift, whole.bounds[column].right + shift)
                drops[column] = y - top
            }
            y += bottom - top
            let last = bounds[end - 1].right
            let behind =
                end == columns.columns.count
                ? whole.size.width - whole.bounds[end - 1].right : Margin(gaps[end], metrics).right
            size.width = max(size.width, last + behind)
        }
        size.height = y
    }

    private static func detours(
        _ gap: Gap,
        from right: Int,
        to left: Int,
        below y: Int,
        metrics: LayoutMetrics
    ) -> [Int: Detour] {
        let margin = Margin(gap, metrics)
        let lines = gap.crossings.filter { $0.kind == .across }.sorted { ($0.from, $0.link) < ($1.from, $1.link) }
        let step = metrics.trackSeparation
        return Dictionary(
            uniqueKeysWithValues: lines.enumerated().map { place, line in
                // The highest line is the outermost one at the right and below, so that each lies in the next.
                let outside = lines.count - 1 - place
                let detour = Detour(
                    right: right + margin.turnsLeft + step + outside * step,
                    height: y + 2 * step + outside * step,
                    left: left - margin.turnsRight - Margin.arrow - place * step
                )
                return (line.link, detour)
            }
        )
    }

    /// Room for lines between the end of one row and the beginning of the next.
    private struct Margin {
        /// A line that comes in goes straight so far, for its arrow's head.
        static let arrow = 24

        let turnsLeft: Int
        let turnsRight: Int
        let left: Int
        let right: Int
        let height: Int

        init(_ gap: Gap, _ metrics: LayoutMetrics) {
            func room(_ kind: Gap.Crossing.Kind) -> Int {
                let turns = gap.crossings.filter { $0.kind == kind }
                return turns.isEmpty ? 0 : metrics.passage(Gap(crossings: turns)).width
            }
            turnsLeft = room(.turnLeft)
            turnsRight = room(.turnRight)
            let lines = gap.crossings.filter { $0.kind == .across }.count * metrics.trackSeparation
            left = turnsRight + Margin.arrow + lines
            right = turnsLeft + metrics.trackSeparation + lines
            height = lines + 4 * metrics.trackSeparation
        }
    }
}
