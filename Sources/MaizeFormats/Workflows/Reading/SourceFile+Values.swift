internal import MaizeCore
internal import MaizeDocuments
internal import MaizeWire

/// Single values of a file.
extension SourceFile {
    func text(_ key: String, _ fields: FieldReader) -> FlowDocument.Text? {
        guard let value = fields.value(key), let text = fields.decoded(key, as: String.self, &findings) else {
            return nil
        }
        return FlowDocument.Text(text: text, position: value.position)
    }

    /// How a node runs, and what it is for.
    func nodeOptions(_ fields: FieldReader) -> NodeOptions {
        var options = NodeOptions()
        options.summary = fields.decoded("description", as: String.self, &findings) ?? ""
        options.loop = fields.decoded("loop", as: Bool.self, &findings)
        options.failOK = fields.decoded("fail_ok", as: Bool.self, &findings) ?? false
        options.active = fields.decoded("active", as: Bool.self, &findings) ?? true
        options.attempts = count("n_attempts", fields) ?? 1
        // maize writes -1 for no limit.
        options.maxLoops = count("max_loops", fields, unlimited: -1)
        options.level = level(fields)
        readStatus(fields)
        return options
    }

    private func count(_ key: String, _ fields: FieldReader, unlimited: Int? = nil) -> Int? {
        guard let value = fields.value(key), let count = fields.decoded(key, as: Int.self, &findings),
            count != unlimited
        else { return nil }
        if count >= 1 { return count }
        findings.error(value.position, "'\(key)' is \(count); at least 1 is needed")
        return nil
    }

    /// A level by its name or by its number in maize.
    func level(_ fields: FieldReader) -> LogLevel? {
        guard let value = fields.value("level") else { return nil }
        if case .scalar(let text, _) = value.content {
            if let level = Int(text).flatMap(LogLevel.init(rawValue:)) { return level }
            if let level = LogLevel.allCases.first(where: { $0.label == text.uppercased() }) { return level }
        }
        let known = LogLevel.allCases.map { "\($0) (\($0.rawValue))" }.joined(separator: ", ")
        findings.error(value.position, "'level' is one of \(known), not \(value.summary)")
        return nil
    }

    /// The states in which maize writes nodes.
    static let maizeStatuses = [
        "NOT_READY", "READY", "RUNNING", "COMPLETED", "FAILED", "STOPPED", "WAITING_FOR_INPUT",
        "WAITING_FOR_OUTPUT", "WAITING_FOR_RESOURCES", "WAITING_FOR_COMMAND",
    ]

    /// The state that maize wrote a node in; it says nothing about a new run.
    private func readStatus(_ fields: FieldReader) {
        guard let value = fields.value("status") else { return }
        let known = SourceFile.maizeStatuses
        guard case .scalar(let text, _) = value.content, known.contains(text.uppercased()) else {
            findings.error(value.position, "'status' is one of \(known.joined(separator: ", ")), not \(value.summary)")
            return
        }
        if !["NOT_READY", "READY"].contains(text.uppercased()) {
            findings.warning(value.position, "'status: \(text)' is not looked at: every node starts anew")
        }
    }
}
