/// Makes plain data of YAML: no tags, no repeated keys, aliases counted as often as they repeat.
struct YAMLReader {
    private let events: YAMLEventStream
    private var anchors: [String: (value: DocumentValue, count: Int)] = [:]
    private var count = 0
    private var depth = 0

    /// The one document of a text.
    static func read(_ text: SourceText) throws -> DocumentValue {
        try text.bytes.withUnsafeBufferPointer { bytes in
            var reader = YAMLReader(events: try YAMLEventStream(bytes))
            do {
                return try reader.document()
            } catch let error as DocumentError {
                throw hinted(error.placed(in: text), text)
            }
        }
    }

    private init(events: YAMLEventStream) {
        self.events = events
    }

    private mutating func document() throws -> DocumentValue {
        _ = try events.next()  // the start of the stream
        guard case .documentStart = try events.next() else { throw DocumentError(message: "the file is empty") }
        let value = try value(try events.next())
        _ = try events.next()  // the end of the document
        guard case .streamEnd = try events.next() else {
            throw DocumentError(position: events.position, message: "a second document; one file is one workflow")
        }
        return value
    }

    private mutating func value(_ event: YAMLEventStream.Event) throws -> DocumentValue {
        let position = events.position
        let before = count
        try note(1, at: position)
        switch event {
        case .scalar(let text, let isPlain, let anchor, let tag):
            try refuse(tag, at: position)
            let isNull = isPlain && ["", "~", "null", "Null", "NULL"].contains(text)
            let content: DocumentValue.Content = isNull ? .null : .scalar(text, isPlain ? .plain : .text)
            return remember(DocumentValue(content: content, position: position), as: anchor, since: before)
        case .sequenceStart(let anchor, let tag):
            try refuse(tag, at: position)
            let list = try deeper(at: position) { reader in try reader.list() }
            return remember(DocumentValue(content: .list(list), position: position), as: anchor, since: before)
        case .mappingStart(let anchor, let tag):
            try refuse(tag, at: position)
            let entries = try deeper(at: position) { reader in try reader.mapping() }
            return remember(DocumentValue(content: .mapping(entries), position: position), as: anchor, since: before)
        case .alias(let name):
            guard let known = anchors[name] else {
                throw DocumentError(
                    position: position,
                    message: "'*\(name)' stands for nothing: there is no '&\(name)'"
                )
            }
            try note(known.count - 1, at: position)
            return known.value
        default:
            throw DocumentError(position: position, message: "a value was expected")
        }
    }

    private mutating func list() throws -> [DocumentValue] {
        var values: [DocumentValue] = []
        while true {
            let event = try events.next()
            if case .sequenceEnd = event { return values }
            values.append(try value(event))
        }
    }

    private mutating func mapping() throws -> [DocumentValue.Entry] {
        var entries = EntryList()
        var merged: [DocumentValue] = []
        while true {
            let event = try events.next()
            if case .mappingEnd = event { break }
            let position = events.position
            guard case .scalar(let key, let isPlain, _, let tag) = event else {
                throw DocumentError(position: position, message: "a key is a text, nothing else")
            }
            try refuse(tag, at: position)
            try note(1, at: position)
            let value = try value(try events.next())
            if isPlain && key == "<<" {
                merged.append(value)
            } else {
                try entries.append(DocumentValue.Entry(key: key, position: position, value: value))
            }
        }
        for value in merged { try merge(value, into: &entries) }
        return entries.entries
    }

    /// The merge key of YAML 1.1: what a mapping does not say itself comes from another one, or from several.
    private func merge(_ value: DocumentValue, into entries: inout EntryList) throws {
        switch value.content {
        case .mapping(let others): for entry in others where !entries.contains(entry.key) { try entries.append(entry) }
        case .list(let values): for other in values { try merge(other, into: &entries) }
        default: throw DocumentError(position: value.position, message: "'<<' takes a mapping, not \(value.summary)")
        }
    }

    // MARK: Limits

    private mutating func note(_ more: Int, at position: Position) throws {
        count += more
        guard count <= DocumentLimits.values else {
            throw DocumentError(
                position: position,
                message: "more than \(DocumentLimits.values) values, counting what aliases repeat"
            )
        }
    }

    private mutating func deeper<Result>(
        at position: Position,
        _ body: (inout YAMLReader) throws -> Result
    ) throws -> Result {
        depth += 1
        defer { depth -= 1 }
        guard depth <= DocumentLimits.depth else {
            throw DocumentError(position: position, message: "nested deeper than \(DocumentLimits.depth) levels")
        }
        return try body(&self)
    }

    private mutating func remember(_ value: DocumentValue, as anchor: String?, since before: Int) -> DocumentValue {
        if let anchor { anchors[anchor] = (value, count - before) }
        return value
    }

    private func refuse(_ tag: String?, at position: Position) throws {
        guard let tag else { return }
        throw DocumentError(
            position: position,
            message: "the tag '\(tag)'; a workflow file is plain data, and types follow from what takes it"
        )
    }

    /// Adds to an error what its author probably meant.
    private static func hinted(_ error: DocumentError, _ text: SourceText) -> DocumentError {
        guard let position = error.position, error.message.hasPrefix("no sound YAML") else { return error }
        let near = text.excerpt(around: position, scalars: 100)
        guard near.contains(#/[A-Za-z_]\w*<[^"'>]*[\[:]/#) else { return error }
        var error = error
        error.message += "; a type with brackets or a colon is written in quotes: type: \"LoadData<[Int]>\""
        return error
    }
}

/// The entries of one mapping, without repeated keys.
struct EntryList {
    private(set) var entries: [DocumentValue.Entry] = []
    private var lines: [String: Int] = [:]

    func contains(_ key: String) -> Bool { lines[key] != nil }

    mutating func append(_ entry: DocumentValue.Entry) throws {
        if let line = lines.updateValue(entry.position.line, forKey: entry.key) {
            throw DocumentError(
                position: entry.position,
                message: "the key '\(entry.key)' was given in line \(line) already"
            )
        }
        entries.append(entry)
    }
}
