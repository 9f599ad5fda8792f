internal import MaizeDocuments

/// A place as one text: `read.out`, `graph.node.port`, `graph/node.port`.
struct ShortPlace {
    /// What stands between dots and slashes.
    let parts: [FlowDocument.Text]
    /// The places of parts in front of which there is a slash, which no name holds.
    let slashes: Set<Int>
    let text: String
    let position: Position

    /// The most parts: nobody writes more, and each costs time.
    static let mostParts = 64

    /// Nil for a text with nothing between two dots, or with too many.
    init?(_ text: Substring, at place: (String.Index) -> Position) {
        var parts: [FlowDocument.Text] = []
        var slashes: Set<Int> = []
        var start = text.startIndex
        while true {
            let end = text[start...].firstIndex { $0 == "." || $0 == "/" } ?? text.endIndex
            guard start < end, parts.count < ShortPlace.mostParts else { return nil }
            parts.append(FlowDocument.Text(text: String(text[start..<end]), position: place(start)))
            guard end < text.endIndex else { break }
            if text[end] == "/" { slashes.insert(parts.count) }
            start = text.index(after: end)
        }
        self.parts = parts
        self.slashes = slashes
        self.text = String(text)
        position = place(text.startIndex)
    }

    /// Parts taken together as one name; nil where a slash stands between.
    func name(_ range: Range<Int>) -> FlowDocument.Text? {
        guard !range.isEmpty, !range.dropFirst().contains(where: slashes.contains) else { return nil }
        let text = parts[range].map(\.text).joined(separator: ".")
        return FlowDocument.Text(text: text, position: parts[range.lowerBound].position)
    }
}

extension SourceFile {
    /// The place that a text names, without blanks around it; nil where it names none, which is found.
    func shortPlace(_ text: Substring, of value: DocumentValue, whole: String, _ last: String) -> ShortPlace? {
        let trimmed = text.trimmed
        let scalars = whole.unicodeScalars
        let short = ShortPlace(trimmed) { index in
            self.position(ofScalar: scalars.distance(from: scalars.startIndex, to: index), in: value)
        }
        if short == nil {
            let offset = scalars.distance(from: scalars.startIndex, to: trimmed.startIndex)
            findings.error(
                position(ofScalar: offset, in: value),
                "\(String(trimmed.prefix(80)).debugDescription) is no place in the graph; write node.\(last), or"
                    + " graph/node.\(last) inside of a graph"
            )
        }
        return short
    }
}

extension Substring {
    /// Without blanks at both ends.
    var trimmed: Substring {
        let rest = drop(while: \.isWhitespace)
        return rest[..<(rest.lastIndex { !$0.isWhitespace }.map { rest.index(after: $0) } ?? rest.startIndex)]
    }
}
