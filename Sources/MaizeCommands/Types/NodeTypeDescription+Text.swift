/// The description for people.
extension NodeTypeDescription {
    /// Its lines.
    package var lines: [String] {
        var lines = ["\(type): \(summary.isEmpty ? "a \(kind.rawValue)" : summary)", ""]
        lines += facts.map { "\($0): \($1)" }
        lines += DescriptionTable(title: "INPUTS", rows: inputs.map(DescriptionTable.row)).lines
        lines += DescriptionTable(title: "OUTPUTS", rows: outputs.map(DescriptionTable.row)).lines
        lines += DescriptionTable(title: "PARAMETERS", rows: parameters.map(DescriptionTable.row)).lines
        if let inside { lines += inside.lines }
        return lines
    }

    private var facts: [(String, String)] {
        var facts = [("kind", kind.rawValue + (loops ? ", which loops unless told otherwise" : ""))]
        facts.append(("in files", "type: \(name)"))
        if !items.isEmpty {
            facts.append(
                ("items", "\(items.joined(separator: " and ")) can be any type; mostly it follows from channels")
            )
        }
        if !tags.isEmpty { facts.append(("tags", tags.joined(separator: ", "))) }
        if let version { facts.append(("version", version)) }
        if !requiredPrograms.isEmpty { facts.append(("needs", requiredPrograms.joined(separator: ", "))) }
        return facts
    }
}

/// Ports or parameters below a title: name, type, what is to be known of it.
struct DescriptionTable {
    struct Row {
        let name: String
        let type: String
        let notes: [String]
        let help: String
    }

    let title: String
    let rows: [Row]

    /// An empty line, the title, and a line a row; nothing without rows.
    var lines: [String] {
        guard !rows.isEmpty else { return [] }
        let names = rows.map(\.name.count).max() ?? 0
        let types = rows.map(\.type.count).max() ?? 0
        return ["", title]
            + rows.map { row in
                let notes = row.notes.isEmpty ? "" : "(\(row.notes.joined(separator: "; ")))"
                let words = [row.help, notes].filter { !$0.isEmpty }.joined(separator: " ")
                let name = row.name + String(repeating: " ", count: names - row.name.count)
                guard !words.isEmpty else { return "  \(name)  \(row.type)" }
                return "  \(name)  \(row.type)\(String(repeating: " ", count: types - row.type.count))  \(words)"
            }
    }

    static func row(_ port: PortDescription) -> Row {
        let value = port.defaultValue.map { "\($0) unless connected" }
        let notes =
            [port.isMulti ? "any number of channels" : nil, port.isOptional ? "optional" : nil, value]
            + [port.isCached ? "the last item is given again" : nil, port.mode.map { "files: \($0)" }]
        return Row(name: port.name, type: port.itemType, notes: notes.compactMap(\.self) + port.rules, help: port.help)
    }

    static func row(_ parameter: ParameterDescription) -> Row {
        let choices = parameter.choices.isEmpty ? nil : "one of " + parameter.choices.joined(separator: ", ")
        let state =
            parameter.isRequired
            ? "required" : parameter.defaultText.map { "\($0.isEmpty ? "empty" : $0) unless given" }
        let notes = [choices] + parameter.rules + [state ?? "optional", parameter.isSecret ? "secret" : nil]
        return Row(
            name: parameter.name,
            type: parameter.valueType,
            notes: notes.compactMap(\.self),
            help: parameter.help
        )
    }
}

extension GraphContents {
    fileprivate var lines: [String] {
        if let problem { return ["", "INSIDE", "  " + problem] }
        let nodes = nodes.map { DescriptionTable.Row(name: $0.path, type: $0.type, notes: [], help: "") }
        let channels = channels.map { "  \($0.sender) -> \($0.receiver)  \($0.type)" }
        let links = links.map { "  \($0.name) = \($0.inner.joined(separator: ", "))" }
        return DescriptionTable(title: "INSIDE", rows: nodes).lines
            + (channels.isEmpty ? [] : ["", "CHANNELS"] + channels) + (links.isEmpty ? [] : ["", "OUTSIDE"] + links)
    }
}
