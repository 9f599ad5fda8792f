internal import MaizeDocuments
internal import MaizeCore
internal import MaizeWire

/// Single values of a file, and places in its graph.
extension FlowDocument {
    static func text(_ key: String, _ fields: FieldReader, _ findings: inout FindingList) -> Text? {
        guard let value = fields.value(key), let text = fields.decoded(key, as: String.self, &findings) else {
            return nil
        }
        return Text(text: text, position: value.position)
    }

    static func count(
        _ key: String,
        _ fields: FieldReader,
        unlimited: Int? = nil,
        _ findings: inout FindingList
    ) -> Int? {
        guard let value = fields.value(key), let count = fields.decoded(key, as: Int.self, &findings),
            count != unlimited
        else { return nil }
        if count >= 1 { return count }
        findings.error(value.position, "'\(key)' is \(count); at least 1 is needed")
        return nil
    }

    /// A level by its name or by its number in maize.
    static func level(_ fields: FieldReader, _ findings: inout FindingList) -> LogLevel? {
        guard let value = fields.value("level") else { return nil }
        if case .scalar(let text, _) = value.content {
            if let level = Int(text).flatMap(LogLevel.init(rawValue:)) { return level }
            if let level = LogLevel.allCases.first(where: { $0.label == text.uppercased() }) { return level }
        }
        let known = LogLevel.allCases.map { "\($0) (\($0.rawValue))" }.joined(separator: ", ")
        findings.error(value.position, "'level' is one of \(known), not \(value.summary)")
        return nil
    }

    /// The state that maize wrote a node in; it says nothing about a new run.
    static func status(_ fields: FieldReader, _ findings: inout FindingList) {
        guard let value = fields.value("status") else { return }
        let known = [
            "NOT_READY", "READY", "RUNNING", "COMPLETED", "FAILED", "STOPPED", "WAITING_FOR_INPUT",
            "WAITING_FOR_OUTPUT", "WAITING_FOR_RESOURCES", "WAITING_FOR_COMMAND",
        ]
        guard case .scalar(let text, _) = value.content, known.contains(text.uppercased()) else {
            findings.error(value.position, "'status' is one of \(known.joined(separator: ", ")), not \(value.summary)")
            return
        }
        if !["NOT_READY", "READY"].contains(text.uppercased()) {
            findings.warning(value.position, "'status: \(text)' is not looked at: every node starts anew")
        }
    }

    /// For those who write `node.port`.
    static func hint(at value: DocumentValue) -> String {
        guard case .scalar(let text, _) = value.content else { return "" }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ NameRule.problem(with: String($0)) == nil }) else { return "" }
        return "; write {\(parts[0]): \(parts[1])}"
    }

    /// `{node: port}`, or `{graph: {node: port}}`.
    static func place(_ value: DocumentValue, _ last: String, _ findings: inout FindingList) -> Place? {
        var components: [Text] = []
        var rest = value
        while case .mapping(let entries) = rest.content {
            if let second = entries.dropFirst().first {
                findings.error(
                    second.position,
                    "{node: \(last)} is expected, and this is a second key; "
                        + (last == "port" ? "write a channel for each" : "write an element of the list for each")
                )
                return nil
            }
            guard let entry = entries.first else { break }
            components.append(Text(text: entry.key, position: entry.position))
            rest = entry.value
        }
        guard !components.isEmpty, case .scalar(let name, _) = rest.content else {
            findings.error(rest.position, "{node: \(last)} is expected, not \(rest.summary)" + hint(at: rest))
            return nil
        }
        return Place(
            components: components,
            interface: Text(text: name, position: rest.position),
            position: value.position
        )
    }
}
