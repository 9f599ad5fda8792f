internal import MaizeCore
internal import MaizeDocuments

/// What a configuration says of the batch system and of storage.
extension SectionReader {
    private static let batchKeys = [
        "system", "max_jobs", "queue", "project", "launcher", "walltime", "polling_interval",
    ]

    mutating func batch(_ entry: DocumentValue.Entry) -> BatchSection {
        var batch = BatchSection()
        guard !isOfType(entry),
            let fields = FieldReader(entry.value, what: "[batch]", known: SectionReader.batchKeys, &findings)
        else {
            return batch
        }
        for entry in fields.entries {
            switch entry.key {
            case "system": batch.system = choice(entry, among: BatchSection.systems)
            case "max_jobs": batch.maxJobs = count(entry)
            case "queue": batch.queue = setting(entry)
            case "project": batch.project = setting(entry)
            case "launcher": batch.launcher = setting(entry)
            case "walltime": batch.walltime = walltime(entry)
            case "polling_interval": batch.pollingInterval = seconds(entry)
            default: continue
            }
        }
        return batch
    }

    mutating func storage(_ entry: DocumentValue.Entry) -> StorageSection {
        var storage = StorageSection()
        let known = ["location", "endpoint", "region"]
        guard let fields = FieldReader(entry.value, what: "[storage]", known: known, &findings) else { return storage }
        for entry in fields.entries {
            switch entry.key {
            case "location": storage.location = location(entry)
            case "endpoint": storage.endpoint = setting(entry)
            case "region": storage.region = setting(entry)
            default: continue
            }
        }
        return storage
    }

    /// Whether somebody means the type of nodes that is called `Batch`, too.
    private mutating func isOfType(_ entry: DocumentValue.Entry) -> Bool {
        guard case .mapping(let entries) = entry.value.content,
            let stranger = entries.first(where: { SectionReader.nodeKeys.contains($0.key) })
        else { return false }
        findings.error(
            stranger.position,
            "[batch] is about the batch system; what is set for the type of nodes Batch stands in [types.Batch]"
        )
        return true
    }

    private mutating func setting(_ entry: DocumentValue.Entry) -> Setting<String>? {
        text(entry.value, entry.key).map { Setting($0, source(entry)) }
    }

    private mutating func location(_ entry: DocumentValue.Entry) -> Setting<String>? {
        text(entry.value, entry.key).map { Setting($0.contains("://") ? $0 : places.absolute($0), source(entry)) }
    }

    private mutating func choice(_ entry: DocumentValue.Entry, among choices: [String]) -> Setting<String>? {
        guard let word = text(entry.value, entry.key) else { return nil }
        if choices.contains(word.lowercased()) { return Setting(word.lowercased(), source(entry)) }
        findings.error(
            entry.value.position,
            "'\(entry.key)': there is no \(word.debugDescription)" + findings.suggestion(for: word, among: choices)
        )
        return nil
    }

    private mutating func count(_ entry: DocumentValue.Entry) -> Setting<Int>? {
        guard let count = decoded(entry, as: Int.self) else { return nil }
        if count >= 1 { return Setting(count, source(entry)) }
        findings.error(entry.value.position, "'\(entry.key)' is \(count); at least 1 is needed")
        return nil
    }

    private mutating func walltime(_ entry: DocumentValue.Entry) -> Setting<Double>? {
        // TOML has times of its own, which read as plain words: 12:00:00.
        guard case .scalar(let text, _) = entry.value.content, let seconds = WallTime.seconds(text) else {
            findings.error(
                entry.value.position,
                "'walltime': \(WallTime.shape), is expected, not \(entry.value.summary)"
            )
            return nil
        }
        return Setting(seconds, source(entry))
    }
}
