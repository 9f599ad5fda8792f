internal import MaizeDocuments

extension GraphDocument {
    /// Reads a channel, or a row of them: `read.out -> split.inp`, `read -> copy -> write`.
    static func channels(_ value: DocumentValue, _ source: SourceFile) -> [ChannelEntry] {
        if case .scalar(let text, let style) = value.content, style != .literal {
            return row(text, of: value, source)
        }
        return channel(value, source).map { [$0] } ?? []
    }

    private static func row(_ text: String, of value: DocumentValue, _ source: SourceFile) -> [ChannelEntry] {
        let parts = text.split(arrow: "->")
        guard parts.count > 1, !parts.contains(where: { $0.trimmed.isEmpty }) else {
            source.findings.error(
                value.position,
                "a channel is written \"read.out -> split.inp\", a row of nodes \"read -> copy -> write\", not"
                    + " \(value.summary)"
            )
            return []
        }
        let places = parts.enumerated().map { number, part -> PlaceEntry? in
            let isEnd = number == 0 || number == parts.count - 1
            return source.shortPlace(part, of: value, whole: text, isEnd ? "port" : "node").map(PlaceEntry.short)
        }
        return zip(places, places.dropFirst()).map { sending, receiving in
            let position = sending?.position ?? value.position
            return ChannelEntry(position: position, sending: sending, receiving: receiving)
        }
    }

    private static func channel(_ value: DocumentValue, _ source: SourceFile) -> ChannelEntry? {
        let known = ["from", "to", "sending", "receiving", "size", "mode"]
        guard let fields = FieldReader(value, what: "a channel", known: known, &source.findings) else { return nil }
        var channel = ChannelEntry(position: value.position)
        channel.sending = end("sending", short: "from", fields, source)
        channel.receiving = end("receiving", short: "to", fields, source)
        if let size = fields.value("size"), let items = fields.decoded("size", as: Int.self, &source.findings) {
            channel.capacity = (items, size.position)
        }
        channel.mode = source.text("mode", fields)
        return channel
    }

    private static func end(
        _ key: String,
        short: String,
        _ fields: FieldReader,
        _ source: SourceFile
    ) -> PlaceEntry? {
        if let value = fields.value(short) {
            if let other = fields.value(key) {
                source.findings.error(other.position, "'\(short)' says where this channel is; leave out '\(key)'")
            }
            return PlaceEntry(value, "port", in: source)
        }
        let usesShort = fields.value("from") ?? fields.value("to") != nil
        return fields.required(usesShort ? short : key, &source.findings)
            .flatMap { PlaceEntry($0, "port", in: source) }
    }
}

extension String {
    /// What stands before, between and behind arrows.
    fileprivate func split(arrow: String) -> [Substring] {
        var parts: [Substring] = []
        var rest = self[...]
        while let found = rest.firstRange(of: arrow) {
            parts.append(rest[..<found.lowerBound])
            rest = rest[found.upperBound...]
        }
        return parts + [rest]
    }
}
