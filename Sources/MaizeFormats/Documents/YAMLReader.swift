internal import MaizeDocuments
/// Makes plain data of YAML: no tags, no repeated keys, aliases counted as often as they repeat.
struct YAMLReader {
    private let events: YAMLEventStream
    /// A value with a name: how many values it is, and how many levels.
    private struct Anchored {
        let value: DocumentValue
        let count: Int
        let height: Int
    }

    private var anchors: [String: Anchored] = [:]
    /// Names of the lists and mappings that are being read.
    private var open: [String] = []
    private var count = 0
    private var depth = 0
    /// The deepest level since the innermost value with a name began.
    private var deepest = 0

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
            throw DocumentError(position: events.position, message: "a second document; a file holds one")
        }
        return value
    }

    private mutating func value(_ event: YAMLEventStream.Event) throws -> DocumentValue {
        let position = events.position
        try note(1, at: position)
        switch event {
        case .scalar(let text, let isPlain, let anchor, let tag):
            try refuse(tag, at: position)
            let isNull = isPlain && ["", "~", "null", "Null", "NULL"].contains(text)
            let content: DocumentValue.Content = isNull ? .null : .scalar(text, isPlain ? .plain : .text)
            let value = DocumentValue(content: content, position: position)
            if let anchor { anchors[anchor] = Anchored(value: value, count: 1, height: 0) }
            return value
        case .sequenceStart(let anchor, let tag):
            try refuse(tag, at: position)
            return try deeper(at: position, anchor) { reader in .list(try reader.list()) }
        case .mappingStart(let anchor, let tag):
            try refuse(tag, at: position)
            return try deeper(at: position, anchor) { reader in .mapping(try reader.mapping()) }
        case .alias(let name): return try alias(name, at: position)
        default: throw DocumentError(position: position, message: "a value was expected")
        }
    }

    private mutating func alias(_ name: String, at position: Position) throws -> DocumentValue {
        guard let known = anchors[name] else {
            let reason = open.contains(name) ? "what it is a part of" : "nothing: there is no '&\(name)' above it"
            throw DocumentError(position: position, message: "'*\(name)' stands for \(reason)")
        }
        try note(known.count - 1, at: position)
        try reach(depth + known.height, at: position)
        return known.value
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
            guard case .scalar(let key, let isPlain, let anchor, let tag) = event else {
                throw DocumentError(position: position, message: "a key is a text, nothing else")
            }
            try refuse(tag, at: position)
            try note(1, at: position)
            if let anchor {
                let text = DocumentValue(content: .scalar(key, isPlain ? .plain : .text), position: position)
                anchors[anchor] = Anchored(value: text, count: 1, height: 0)
            }
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

    /// Reads what a list or a mapping holds, one level below.
    private mutating func deeper(
        at position: Position,
        _ anchor: String?,
        _ body: (inout YAMLReader) throws -> DocumentValue.Content
    ) throws -> DocumentValue {
        let (before, outerDeepest) = (count - 1, deepest)
        depth += 1
        deepest = depth
        defer {
            depth -= 1
            deepest = max(deepest, outerDeepest)
        }
        try reach(depth, at: position)
        if let anchor {
            // What had the name until now has it no more.
            anchors[anchor] = nil
            open.append(anchor)
        }
        let value = DocumentValue(content: try body(&self), position: position)
        if let anchor {
            open.removeLast()
            anchors[anchor] = Anchored(value: value, count: count - before, height: deepest - depth + 1)
        }
        return value
    }

    private mutating func reach(_ level: Int, at position: Position) throws {
        deepest = max(deepest, level)
        guard level <= DocumentLimits.depth else {
            throw DocumentError(position: position, message: "nested deeper than \(DocumentLimits.depth) levels")
        }
    }

    private func refuse(_ tag: String?, at position: Position) throws {
        guard let tag else { return }
        throw DocumentError(
            position: position,
            message: "the tag '\(tag)'; a file is plain data, and types follow from what takes it"
        )
    }

    /// Adds to an error what its author probably meant.
    private static func hinted(_ error: DocumentError, _ text: SourceText) -> DocumentError {
        guard let position = error.position, error.message.hasPrefix("no sound YAML") else { return error }
        var error = error
        if text.scalar(at: position) == "\t" {
            error.message += "; this is a tab, and YAML is indented with spaces"
        }
        let near = text.excerpt(around: position, scalars: 100)
        guard near.contains(#/[A-Za-z_]\w*<[^"'>]*[\[:]/#) else { return error }
        error.message += "; a type with brackets or a colon is written in quotes: type: \"LoadData<[Int]>\""
        return error
    }
}
