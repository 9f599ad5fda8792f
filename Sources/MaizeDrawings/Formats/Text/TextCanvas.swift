internal import MaizeWire

/// Characters in rows, some of which are parts of lines.
struct TextCanvas {
    private struct Cell {
        var text: Character?
        /// What follows a wide character.
        var isCovered = false
        var hasLeft = false
        var hasRight = false
        var hasUp = false
        var hasDown = false
        /// Whether a line turns here, or only lines that have nothing to do with each other meet.
        var isCorner = false
        /// The links whose lines are here, each way.
        var across: Set<Int> = []
        var down: Set<Int> = []
    }

    private var cells: [[Cell]]

    init(width: Int, height: Int) {
        cells = Array(repeating: Array(repeating: Cell(), count: width), count: height)
    }

    mutating func write(_ text: String, x: Int, y: Int) {
        var x = x
        for character in text {
            let width = TerminalWidth.of(String(character))
            guard contains(x, y) else { return }
            cells[y][x].text = character
            for covered in 1..<max(1, width) where contains(x + covered, y) { cells[y][x + covered].isCovered = true }
            x += max(1, width)
        }
    }

    /// The border of a cluster; lines pass it.
    mutating func frame(_ place: Rectangle, title: String) {
        guard place.width > 1, place.height > 1 else { return }
        let across = String(repeating: "┄", count: place.width - 2)
        write("╭" + across + "╮", x: place.x, y: place.y)
        write("╰" + across + "╯", x: place.x, y: place.bottom - 1)
        for y in place.y + 1..<place.bottom - 1 {
            write("┆", x: place.x, y: y)
            write("┆", x: place.right - 1, y: y)
        }
        write(" \(title) ", x: place.x + 2, y: place.y)
    }

    /// The line of a link, and its arrow's head.
    mutating func draw(_ runs: [Run], link: Int) {
        for (place, run) in runs.enumerated() {
            if place > 0 { drawDown(from: runs[place - 1].height, to: run.height, x: run.from, link) }
            // Where it comes from above or below, its part of the line begins in the middle of the character.
            let turnsBefore = place > 0
            let turnsAfter = place < runs.count - 1
            let goesRight = run.to > run.from || run.to == run.from && !turnsBefore
            let first = goesRight ? run.from : run.to
            let last = goesRight ? run.to : run.from
            let startsInside = goesRight ? turnsBefore : turnsAfter
            let endsInside = goesRight ? turnsAfter : turnsBefore
            drawAcross(from: first, to: last, y: run.height, link, startsInside, endsInside)
        }
        if let end = runs.last { write("▶", x: end.to - 1, y: end.height) }
    }

    private mutating func drawAcross(
        from first: Int,
        to last: Int,
        y: Int,
        _ link: Int,
        _ startsInside: Bool,
        _ endsInside: Bool
    ) {
        for x in first..<max(first, last + (endsInside ? 1 : 0)) where contains(x, y) {
            cells[y][x].across.insert(link)
            if x > first || !startsInside { cells[y][x].hasLeft = true }
            if x < last { cells[y][x].hasRight = true }
        }
    }

    private mutating func drawDown(from: Int, to: Int, x: Int, _ link: Int) {
        guard from != to else { return }
        for y in min(from, to)...max(from, to) where contains(x, y) {
            cells[y][x].down.insert(link)
            if y > min(from, to) { cells[y][x].hasUp = true }
            if y < max(from, to) { cells[y][x].hasDown = true }
            if y == from || y == to { cells[y][x].isCorner = true }
        }
    }

    private func contains(_ x: Int, _ y: Int) -> Bool {
        cells.indices.contains(y) && cells[y].indices.contains(x)
    }

    /// Pairs of links whose lines lie upon each other, though neither their senders nor their receivers are the same.
    func confusions(_ isRelated: (Int, Int) -> Bool) -> [(Int, Int)] {
        var pairs: Set<[Int]> = []
        for cell in cells.joined() {
            for links in [cell.across, cell.down] where links.count > 1 {
                let sorted = links.sorted()
                for (place, one) in sorted.enumerated() {
                    for other in sorted[(place + 1)...] where !isRelated(one, other) { pairs.insert([one, other]) }
                }
            }
        }
        return pairs.sorted { $0.lexicographicallyPrecedes($1) }.map { ($0[0], $0[1]) }
    }

    /// The rows, without blanks that all of them begin with, or that one ends with.
    var lines: [String] {
        let rows = cells.map { row in row.filter { !$0.isCovered }.map(TextCanvas.character) }
        let margin = rows.compactMap { row in row.firstIndex { $0 != " " } }.min() ?? 0
        return rows.map { row in
            let end = row.lastIndex { $0 != " " } ?? -1
            return end < margin ? "" : String(row[margin...end])
        }
    }

    private static func character(_ cell: Cell) -> Character {
        let isLine = cell.hasLeft || cell.hasRight || cell.hasUp || cell.hasDown
        if let text = cell.text, !isLine || text == "▶" { return text }
        // Of two lines that cross, the one that goes down is over the other.
        if !cell.isCorner, cell.hasUp || cell.hasDown { return "│" }
        return switch (cell.hasLeft, cell.hasRight, cell.hasUp, cell.hasDown) {
        case (true, true, true, true): "┼"
        case (true, true, true, false): "┴"
        case (true, true, false, true): "┬"
        case (true, false, true, true): "┤"
        case (false, true, true, true): "├"
        case (true, false, true, false): "┘"
        case (true, false, false, true): "┐"
        case (false, true, true, false): "└"
        case (false, true, false, true): "┌"
        case (false, false, true, _), (false, false, _, true): "│"
        case (false, false, false, false): cell.text ?? " "
        default: "─"
        }
    }
}
