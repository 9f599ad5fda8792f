internal import MaizeWire

/// The table of a running workflow, as lines for a terminal of a given size.
struct StatusTable {
    /// What is shown of one node.
    struct Row: Equatable {
        var name: String
        var state: NodeState
        /// Nil for a node without inputs.
        var received: Int?
        /// Nil for a node without outputs.
        var sent: Int?
        /// Items a second; nil where it is not known.
        var rate: Double?
        var inputs: [InputFill]
    }

    let title: String
    /// Columns of the terminal.
    let width: Int
    /// Rows that the table may have.
    let height: Int
    /// Whether the terminal shows more than ASCII.
    let isUnicode: Bool

    private var ellipsis: String { isUnicode ? "…" : "..." }

    /// The places of the nodes that are shown: all, or those of most interest, in their own order.
    static func shown(_ states: [NodeState], height: Int) -> [Int] {
        let room = max(0, height - 2)
        guard states.count > room else { return Array(states.indices) }
        // One more row tells of the rest.
        let best = states.indices.sorted { (states[$0].rank, $0) < (states[$1].rank, $1) }
        return best.prefix(max(0, room - 1)).sorted()
    }

    /// The table of the nodes that are shown, and a line about the `rest`; no line fills the last column, after which
    /// some terminals start a new row.
    func lines(_ rows: [Row], rest: [NodeState]) -> [String] {
        var lines = [title]
        if !rows.isEmpty {
            let grid = grid(rows, hasBars: true)
            lines += grid.allSatisfy { TerminalText.width($0) < width } ? grid : self.grid(rows, hasBars: false)
        }
        if !rest.isEmpty { lines.append("\(ellipsis) \(rest.andMore)") }
        return lines.prefix(height).map { line in
            TerminalText.cut(TerminalText.plain(line), to: max(0, width - 1), mark: ellipsis)
        }
    }

    private func grid(_ rows: [Row], hasBars: Bool) -> [String] {
        let longest = max(12, width / 3)
        let names = rows.map { TerminalText.cutFront(TerminalText.plain($0.name), to: longest, mark: ellipsis) }
        let cells: [[String]] = zip(rows, names).map { row, name in
            [
                name, row.state.words, row.received.map(NumberText.count) ?? "", row.sent.map(NumberText.count) ?? "",
                row.state.isLiving ? row.rate.map(NumberText.rate) ?? "" : "", inputs(row, hasBars),
            ]
        }
        return StatusTable.columns.lines(cells)
    }

    private static let columns = TextColumns(columns: [
        .init(header: "NODE", alignment: .left),
        .init(header: "STATUS", alignment: .left, least: NodeState.living(.waitingForOutput).words.count),
        .init(header: "IN", alignment: .right, least: 5),
        .init(header: "OUT", alignment: .right, least: 5),
        .init(header: "RATE", alignment: .right, least: 7),
        .init(header: "INPUTS", alignment: .left),
    ])

    private func inputs(_ row: Row, _ hasBars: Bool) -> String {
        guard row.state.isLiving else { return "" }
        return row.inputs.map { fill in
            "\(fill.port) \(hasBars ? bar(fill) + " " : "")\(fill.queued)/\(fill.capacity)"
        }.joined(separator: "  ")
    }

    private static let barWidth = 6

    /// How full an input is, as a bar; what is not empty shows something.
    private func bar(_ fill: InputFill) -> String {
        guard fill.capacity > 0 else { return "" }
        let steps = isUnicode ? 8 : 1
        let most = StatusTable.barWidth * steps
        // The share first: a capacity may be too large for a product.
        let share = Double(fill.queued) / Double(fill.capacity)
        let full = min(most, max(fill.queued > 0 ? 1 : 0, Int(share * Double(most))))
        let cells = (0..<StatusTable.barWidth).map { cell in
            let part = min(steps, max(0, full - cell * steps))
            return isUnicode ? StatusTable.blocks[part] : part > 0 ? "#" : "."
        }.joined()
        return isUnicode ? "▕\(cells)▏" : "[\(cells)]"
    }

    private static let blocks = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]
}
