internal import MaizeCore
internal import MaizeSystem
internal import MaizeWire

/// Showing the run to people: each event goes through here on its way to lines of the log, or into the table.
extension Coordinator {
    func show(_ change: RunEvent.Change) {
        switch display.view {
        case .none, .automatic: return
        case .lines: tell(change)
        case .table: display.needsDrawing(at: .now)
        }
        display.states.apply(change)
    }

    private func tell(_ change: RunEvent.Change) {
        switch change {
        case .node(let path, let status, _, _):
            guard let node = display.states.place(of: path) else { return }
            for line in display.lines.status(status, of: node, at: .now) { say(line) }
        case .outcome(let path, let outcome):
            guard let node = display.states.place(of: path) else { return }
            say(display.lines.outcome(outcome, of: node, after: ledger.duration(of: node), counts(of: node)))
        case .run, .widened, .deadlock, .notice: return
        }
    }

    private func say(_ line: ChangeLines.Line) { logger.log(line.level, line.text, source: display.paths[line.node]) }

    /// Shows what is due by now.
    func updateDisplay(at now: MonotonicTime) {
        guard let due = display.deadline, due <= now else { return }
        switch display.view {
        case .none, .automatic: return
        case .lines: for line in display.lines.longWaits(at: now, counts: counts) { say(line) }
        case .table: draw(at: now)
        }
    }

    private func draw(at now: MonotonicTime) {
        let size = RunDisplay.tableSize(on: logger.terminalSize)
        let states = display.states.all
        display.rates.add(plan.nodes.indices.map(counts), at: now)
        let took = NumberText.clock(now.seconds(since: startedAt))
        let table = StatusTable(
            title: "\(workflow.name): \(NumberText.counted(states.count, "node")), \(took): \(states.tally)",
            width: size.columns,
            height: size.rows,
            isUnicode: display.terminal.isUnicode
        )
        let shown = StatusTable.shown(states, height: size.rows)
        var rest = states.map(Optional.some)
        for node in shown { rest[node] = nil }
        let lines = table.lines(shown.map(row), rest: rest.compactMap(\.self))
        // What found no room on its way is tried again with the next drawing.
        display.wasDrawn(lines == display.drawn || logger.show(lines) ? lines : display.drawn, at: now)
    }

    private func row(_ node: Int) -> StatusTable.Row {
        let planned = plan.nodes[node]
        let counts = counts(of: node)
        return StatusTable.Row(
            name: planned.path,
            state: display.states.all[node],
            received: planned.inputs.isEmpty ? nil : counts.received,
            sent: planned.outputs.isEmpty ? nil : counts.sent,
            rate: planned.inputs.isEmpty && planned.outputs.isEmpty ? nil : display.rates.rate(of: node),
            inputs: planned.inputs.map { channel in
                InputFill(
                    port: plan.channels[channel].channel.receiver.label,
                    sent: board?.sent(on: channel) ?? 0,
                    received: board?.received(on: channel) ?? 0,
                    capacity: ledger.capacity(of: channel)
                )
            }
        )
    }

    // MARK: Counting

    /// The items that went through a node: as it said itself, or as the board tells of one that is busy.
    func counts(of node: Int) -> NodeCounts {
        var counts = NodeCounts(received: ledger.received(by: node), sent: ledger.sent(by: node))
        guard let board, !ledger.isCounted(node) else { return counts }
        let planned = plan.nodes[node]
        counts.received = max(counts.received, planned.inputs.reduce(0) { $0 &+ board.received(on: $1) })
        counts.sent = max(counts.sent, planned.outputs.reduce(0) { $0 &+ board.sent(on: $1) })
        return counts
    }

    /// What a node that ended without a word had counted; nil when it counted nowhere.
    func lastCounts(of node: Int) -> ChannelCounts? {
        guard let board else { return nil }
        let planned = plan.nodes[node]
        return ChannelCounts(
            received: planned.inputs.map { ChannelCounts.Count(channel: $0, items: board.received(on: $0)) },
            sent: planned.outputs.map { ChannelCounts.Count(channel: $0, items: board.sent(on: $0)) }
        )
    }
}
