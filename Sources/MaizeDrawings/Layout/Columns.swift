/// The level cut into columns: every line passes each column between its ends, in a cell of its own.
struct Columns {
    /// What stands in a column.
    struct Cell {
        enum Kind: Hashable {
            case item(Int)
            /// A line passes.
            case line(link: Int)
            /// A line passes, and its label stands above.
            case label(link: Int)
        }

        var kind: Kind
        var width: Int
        var height: Int
        /// How far below the top its line is.
        var lineOffset = 0

        var isItem: Bool { if case .item = kind { true } else { false } }
    }

    /// Where at a cell a line begins or ends.
    enum Attachment: Hashable {
        case output(link: Int)
        case input(link: Int)
        /// The line's own height, or that of a lane below a box.
        case line(offset: Int)
    }

    /// A line between cells of neighbouring columns.
    struct Segment {
        var link: Int
        var left: Int
        var right: Int
        var leaving: Attachment
        var arriving: Attachment
    }

    var cells: [Cell]
    /// The cells of each column, from the top.
    var columns: [[Int]]
    var columnOfCell: [Int]
    /// Lines between one column and the next.
    var segments: [[Segment]]
    /// The cells between its ends that a link passes, from left to right.
    var passes: [[Int]]
    /// Offsets, from the top of their items, of the lanes in which links go back: one below the item that sends, one below
    /// the one that receives.
    var lanes: [Int: (sender: Int, receiver: Int)]

    init(_ level: Level, ranks: [Int], backLinks: Set<Int>, metrics: LayoutMetrics) {
        cells = level.items.enumerated().map { number, item in
            Cell(kind: .item(number), width: item.width, height: item.height)
        }
        passes = Array(repeating: [], count: level.links.count)
        lanes = [:]
        columns = []
        columnOfCell = []
        segments = []
        for number in level.links.indices where backLinks.contains(number) || level.links[number].isLoop {
            addLanes(of: number, level.links[number], metrics)
        }

        // Labels stand in columns of their own, right of whoever sends.
        func labelRank(_ number: Int) -> Int? {
            let link = level.links[number]
            // A line that goes back has a stretch of its own already.
            guard let label = link.label, !link.isLoop, label.height > 0 || !backLinks.contains(number) else {
                return nil
            }
            return backLinks.contains(number) ? ranks[link.from] - 1 : ranks[link.from]
        }
        let labelRanks = Set(level.links.indices.compactMap(labelRank))
        var columnOfRank: [Int: Int] = [:]
        var next = 0
        for rank in Set(ranks).sorted() {
            columnOfRank[rank] = next
            next += labelRanks.contains(rank) ? 2 : 1
        }
        columnOfCell = ranks.map { columnOfRank[$0] ?? 0 }
        columns = Array(repeating: [], count: next)
        for cell in cells.indices { columns[columnOfCell[cell]].append(cell) }
        widenBoxes(of: level)
        segments = Array(repeating: [], count: max(0, next - 1))

        for (number, link) in level.links.enumerated() where !link.isLoop {
            let labelColumn = labelRank(number).flatMap { columnOfRank[$0] }.map { $0 + 1 }
            addPasses(of: number, link, labelColumn: labelColumn, metrics)
        }
    }

    /// Makes room below the items at the ends of a link that goes back; that of a loop is one and the same.
    private mutating func addLanes(of number: Int, _ link: Level.Link, _ metrics: LayoutMetrics) {
        let labelHeight = link.isLoop ? link.label.map { $0.height + metrics.labelDrop } ?? 0 : 0
        func lane(below cell: Int) -> Int {
            cells[cell].height += metrics.laneHeight + labelHeight
            return cells[cell].height - 1
        }
        let below = lane(below: link.from)
        lanes[number] = (below, link.isLoop ? below : lane(below: link.to))
        if let label = link.label, link.isLoop { cells[link.from].width = max(cells[link.from].width, label.width) }
    }

    /// Boxes below each other are as wide as the widest of them: their sides make a line.
    private mutating func widenBoxes(of level: Level) {
        for column in columns {
            let boxes = column.filter { level.items[$0].canWiden }
            let widest = boxes.map { cells[$0].width }.max() ?? 0
            for box in boxes { cells[box].width = widest }
        }
    }

    private mutating func addPasses(
        of number: Int,
        _ link: Level.Link,
        labelColumn: Int?,
        _ metrics: LayoutMetrics
    ) {
        let back = lanes[number]
        let (first, last) = back == nil ? (link.from, link.to) : (link.to, link.from)
        var previous = first
        var leaving: Attachment = back.map { .line(offset: $0.receiver) } ?? .output(link: number)
        for column in columnOfCell[first] + 1..<max(columnOfCell[last], columnOfCell[first] + 1) {
            var cell = Cell(kind: .line(link: number), width: 0, height: 1)
            if column == labelColumn, let label = link.label {
                let offset = label.height + metrics.labelDrop
                cell = Cell(kind: .label(link: number), width: label.width, height: offset + 1, lineOffset: offset)
            }
            let place = cells.count
            cells.append(cell)
            columnOfCell.append(column)
            columns[column].append(place)
            passes[number].append(place)
            let arriving = Attachment.line(offset: cell.lineOffset)
            segments[column - 1].append(
                Segment(link: number, left: previous, right: place, leaving: leaving, arriving: arriving)
            )
            (previous, leaving) = (place, arriving)
        }
        let arriving: Attachment = back.map { .line(offset: $0.sender) } ?? .input(link: number)
        segments[columnOfCell[last] - 1].append(
            Segment(link: number, left: previous, right: last, leaving: leaving, arriving: arriving)
        )
    }
}

extension Level.Link {
    var isLoop: Bool { from == to }
}
