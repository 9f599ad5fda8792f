internal import MaizeRuntime

/// The forecast for people.
extension RunForecast {
    var lines: [String] {
        let counts = [NumberText.counted(nodes.count, "node"), NumberText.counted(channels.count, "channel")]
        return ["\(workflow): \(counts.joined(separator: ", ")); nothing was run"]
            + ["", "NODES"] + nodes.flatMap(lines)
            + section("CHANNELS", channelLines)
            + section("COMMANDS", commands.flatMap(lines))
            + section("NEEDS", needs.lines)
            + ["", "The run's folder would be made below \(scratch)."]
    }

    private func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["", title] + lines.map { "  " + $0 }
    }

    private func lines(_ node: NodeForecast) -> [String] {
        let width = nodes.map(\.node.count).max() ?? 0
        let notes = [
            node.active ? nil : "not active", node.loops ? "loops" : nil, node.maxLoops.map { "\($0) times at most" },
            node.attempts > 1 ? "\(node.attempts) attempts" : nil, node.failOK ? "may fail" : nil,
        ].compactMap(\.self)
        let name = node.node + String(repeating: " ", count: width - node.node.count)
        return ["  \(name)  \(node.type)" + (notes.isEmpty ? "" : "  (\(notes.joined(separator: ", ")))")]
            + node.values.map { "      \($0.name) = \($0.text)" + ($0.isDefault ? "  (default)" : "") }
    }

    private var channelLines: [String] {
        let columns = ["from", "to", "items"].map { TextColumns.Column($0) }
        let table = TextColumns(columns: columns + [.init("capacity", .right), .init("files")])
        return table.lines(channels.map { [$0.sender, $0.receiver, $0.type, "\($0.capacity)", $0.mode ?? ""] })
    }

    private func lines(_ command: CommandForecast) -> [String] {
        ["\(command.node): \(command.words.map(ShellText.quoted).joined(separator: " "))"]
            + (command.problem.map { ["  error: \($0)"] } ?? [])
    }
}

extension MachineFit {
    var lines: [String] {
        let table = TextColumns(columns: [.init("what"), .init("needed", .right), .init("there is", .right), .init("")])
        return table.lines(
            rows.map { row in
                func text(_ number: Int) -> String { row.isInBytes ? ByteText.text(of: number) : "\(number)" }
                return [row.what, text(row.needed), row.limit.map(text) ?? "no limit", row.problem ?? ""]
            }
        )
    }
}
