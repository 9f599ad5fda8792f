/// A straight part of a line, from left to right, or back.
struct Run: Hashable {
    var from: Int
    var to: Int
    var height: Int
    /// Whether it goes from one row to another; up and down to it and from it the line goes straight.
    var isDetour = false

    func moved(by x: Int, _ y: Int) -> Run {
        Run(from: from + x, to: to + x, height: height + y, isDetour: isDetour)
    }
}

struct Rectangle: Hashable {
    var x: Int
    var y: Int
    var width: Int
    var height: Int

    var right: Int { x + width }
    var bottom: Int { y + height }

    func moved(by x: Int, _ y: Int) -> Rectangle {
        Rectangle(x: self.x + x, y: self.y + y, width: width, height: height)
    }
}

/// A level with all places known; its top left corner is at 0, 0.
struct LevelLayout {
    var size: Level.Size
    /// The boxes of the items, without the lanes below them.
    var items: [Rectangle]
    /// The straight parts of each link, from its sender on; between one and the next it goes up or down in the space between
    /// two columns.
    var routes: [[Run]]
    var labels: [Rectangle?]
    /// Where links leave and arrive, from the top of their items.
    var slots: Slots
}

extension LevelLayout {
    /// Lays a level out: all passes, one after the other.
    init(_ level: Level, metrics: LayoutMetrics) {
        let backLinks = CycleBreaking.backLinks(of: level)
        let ranks = Layering.ranks(of: level, backLinks: backLinks)
        var ordering = Ordering(
            level,
            Columns(level, ranks: ranks, backLinks: backLinks, metrics: metrics)
        )
        let columns = ordering.ordered()
        let slots = Slots(level, columns)
        func routing(_ starts: [Int]) -> Routing {
            let tops = Placement.tops(of: columns, slots: slots, metrics: metrics, starts: starts)
            return Routing(level: level, columns: columns, slots: slots, tops: tops, starts: starts, metrics: metrics)
        }
        let whole = routing([0])
        let starts = whole.betterStarts
        self = (starts.count > 1 ? routing(starts) : whole).layout()
    }
}

/// Gives columns their width, and lines their way through them.
struct Routing {
    private let level: Level
    private let columns: Columns
    private let slots: Slots
    private let tops: [Int]
    private let metrics: LayoutMetrics
    private let rows: Rows
    private var bounds: [(left: Int, right: Int)] { rows.bounds }
    /// The spaces before each column, and behind the last one.
    private let passages: [Passage]

    init(level: Level, columns: Columns, slots: Slots, tops: [Int], starts: [Int], metrics: LayoutMetrics) {
        self.level = level
        self.columns = columns
        self.slots = slots
        self.tops = tops
        self.metrics = metrics
        let gaps = Routing.gaps(level, columns, slots, tops)
        passages = gaps.enumerated().map { number, gap in
            // Nothing is beside the first column and the last one unless lines turn there.
            let isOutside = number == 0 || number == gaps.count - 1
            return isOutside && gap.crossings.isEmpty ? Passage(width: 0) : metrics.passage(gap)
        }
        let whole = Rows(columns, tops: tops, passages: passages)
        rows =
            starts.count > 1
            ? Rows(whole, starts: starts, columns: columns, tops: tops, gaps: gaps, metrics: metrics) : whole
    }

    /// The first columns of the rows in which one row would better be laid out.
    var betterStarts: [Int] {
        guard let width = metrics.rowWidth(rows.size) else { return [0] }
        return RowBreaking(level: level, columns: columns, bounds: bounds, metrics: metrics).starts(width: width)
    }

    func layout() -> LevelLayout {
        LevelLayout(
            size: rows.size,
            items: level.items.indices.map(box(of:)),
            routes: level.links.indices.map(route(of:)),
            labels: level.links.indices.map(label(of:)),
            slots: slots
        )
    }

    private func box(of number: Int) -> Rectangle {
        let item = level.items[number]
        let width = item.canWiden ? columns.cells[number].width : item.width
        let column = bounds[columns.columnOfCell[number]]
        let x =
            switch item.role {
            case .box: column.left + (metrics.alignsLeft ? 0 : (column.right - column.left - width) / 2)
            case .entry: rows.count > 1 ? 0 : column.left
            case .exit: (rows.count > 1 ? rows.size.width : column.right) - width
            }
        return Rectangle(x: x, y: top(of: number), width: width, height: item.height)
    }

    private func top(of cell: Int) -> Int { tops[cell] + rows.drops[columns.columnOfCell[cell]] }

    private func route(of number: Int) -> [Run] {
        let link = level.links[number]
        let (sender, receiver) = (box(of: link.from), box(of: link.to))
        let leaving = bounds[columns.columnOfCell[link.from]]
        let arriving = bounds[columns.columnOfCell[link.to]]
        let start = Run(from: sender.right, to: leaving.right, height: sender.y + (slots.outputs[number] ?? 0))
        let end = Run(from: arriving.left, to: receiver.x, height: receiver.y + (slots.inputs[number] ?? 0))
        let passes = columns.passes[number].map { cell in
            let column = bounds[columns.columnOfCell[cell]]
            return Run(from: column.left, to: column.right, height: top(of: cell) + columns.cells[cell].lineOffset)
        }
        let (from, to) = (columns.columnOfCell[link.from], columns.columnOfCell[link.to])
        guard let lanes = columns.lanes[number] else {
            let runs = bent([start] + passes + [end], number, gaps: Array(from + 1...to))
            return withDetours(runs, number, columns: Array(from...to))
        }
        let back = passes.reversed().map { Run(from: $0.to, to: $0.from, height: $0.height) }
        let first = Run(from: leaving.right, to: leaving.left, height: sender.y + lanes.sender)
        let last = Run(from: arriving.right, to: arriving.left, height: receiver.y + lanes.receiver)
        let runs = [start, first] + back + (link.isLoop ? [] : [last]) + [end]
        let bent = bent(runs, number, gaps: (to...from + 1).reversed())
        return withDetours(bent, number, columns: [from] + (to...from).reversed() + [to])
    }

    /// The runs, one in each of these columns, with what leads from row to row between them.
    private func withDetours(_ runs: [Run], _ number: Int, columns: [Int]) -> [Run] {
        guard rows.count > 1, let first = runs.first else { return runs }
        var result = [first]
        for ((run, column), before) in zip(zip(runs, columns).dropFirst(), columns) {
            var run = run
            if column != before, let detour = rows.detours[max(column, before)]?[number] {
                let (from, to) = before < column ? (detour.right, detour.left) : (detour.left, detour.right)
                result[result.count - 1].to = from
                result.append(Run(from: from, to: to, height: detour.height, isDetour: true))
                run.from = to
            }
            result.append(run)
        }
        return result
    }

    /// The runs up to where the link goes up or down in each of the spaces that it passes.
    private func bent(_ runs: [Run], _ number: Int, gaps: [Int]) -> [Run] {
        var runs = runs
        for (place, gap) in gaps.enumerated() {
            guard let track = passages[gap].tracks[number] else { continue }
            let x = (gap == 0 ? 0 : bounds[gap - 1].right) + track
            runs[place].to = x
            runs[place + 1].from = x
        }
        return runs
    }

    private func label(of number: Int) -> Rectangle? {
        guard let label = level.links[number].label else { return nil }
        if level.links[number].isLoop, let lane = columns.lanes[number] {
            let box = box(of: level.links[number].from)
            return Rectangle(
                x: box.x + (box.width - label.width) / 2,
                y: box.y + lane.sender - metrics.labelDrop - label.height,
                width: label.width,
                height: label.height
            )
        }
        let cell = columns.passes[number].first {
            if case .label = columns.cells[$0].kind { true } else { false }
        }
        return cell.map { cell in
            let column = bounds[columns.columnOfCell[cell]]
            let x = column.left + (column.right - column.left - label.width) / 2
            return Rectangle(x: x, y: top(of: cell), width: label.width, height: label.height)
        }
    }

    /// What passes the space before each column, and behind the last one.
    private static func gaps(_ level: Level, _ columns: Columns, _ slots: Slots, _ tops: [Int]) -> [Gap] {
        var gaps = Array(repeating: Gap(crossings: []), count: columns.columns.count + 1)
        for (column, segments) in columns.segments.enumerated() {
            gaps[column + 1].crossings += segments.map { segment in
                Gap.Crossing(
                    kind: .across,
                    link: segment.link,
                    from: tops[segment.left] + slots.offset(segment.leaving),
                    to: tops[segment.right] + slots.offset(segment.arriving)
                )
            }
        }
        for (number, lanes) in columns.lanes.sorted(by: { $0.key < $1.key }) {
            let link = level.links[number]
            gaps[columns.columnOfCell[link.from] + 1].crossings.append(
                Gap.Crossing(
                    kind: .turnLeft,
                    link: number,
                    from: tops[link.from] + (slots.outputs[number] ?? 0),
                    to: tops[link.from] + lanes.sender
                )
            )
            gaps[columns.columnOfCell[link.to]].crossings.append(
                Gap.Crossing(
                    kind: .turnRight,
                    link: number,
                    from: tops[link.to] + lanes.receiver,
                    to: tops[link.to] + (slots.inputs[number] ?? 0)
                )
            )
        }
        return gaps
    }
}
