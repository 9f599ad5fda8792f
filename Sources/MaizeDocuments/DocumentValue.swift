/// A place in a text: both count from 1, the column in Unicode scalars.
package struct Position: Hashable, Comparable, Sendable {
    package var line: Int
    package var column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    package static let start = Position(line: 1, column: 1)

    package static func < (left: Position, right: Position) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

/// What a YAML, TOML or JSON file says at one place: plain data, whatever the format.
package struct DocumentValue: Sendable {
    package enum Content: Sendable {
        case null
        case scalar(String, Style)
        case list([DocumentValue])
        case mapping([Entry])
    }

    /// How a single value is written, which says what it may stand for.
    package enum Style: Sendable {
        /// Without quotes in YAML: a text, or whatever else its characters say.
        case plain
        /// In quotes: a text.
        case text
        /// A number or a Boolean of JSON or TOML.
        case literal
    }

    package struct Entry: Sendable {
        package var key: String
        package var position: Position
        package var value: DocumentValue

        package init(key: String, position: Position, value: DocumentValue) {
            self.key = key
            self.position = position
            self.value = value
        }
    }

    package var content: Content
    package var position: Position

    package init(content: Content, position: Position) {
        self.content = content
        self.position = position
    }

    /// The kind in words, for messages: `the text "x"`.
    package var summary: String {
        switch content {
        case .null: return "null"
        case .list: return "a list"
        case .mapping(let entries): return entries.isEmpty ? "an empty mapping" : "a mapping"
        case .scalar(let text, let style):
            let start = text.prefix(40)
            let shown = String(start) + (start.endIndex < text.endIndex ? "…" : "")
            return style == .text ? "the text \(shown.debugDescription)" : shown
        }
    }
}

/// A file that is no sound YAML, TOML or JSON: what is wrong, and where.
package struct DocumentError: Error {
    /// Nil where it is about the file as a whole.
    package var position: Position?
    /// The place as an offset in bytes, where only that is known.
    package var offset: Int?
    package var message: String

    package init(position: Position? = nil, offset: Int? = nil, message: String) {
        self.position = position
        self.offset = offset
        self.message = message
    }

    /// The error with a position in place of an offset.
    package func placed(in text: SourceText) -> DocumentError {
        DocumentError(position: position ?? offset.map { text.position(at: $0) }, message: message)
    }
}

/// What a file may hold: one that goes beyond is refused before it costs time or memory.
package enum DocumentLimits {
    /// Bytes of a file.
    package static let size = 16 << 20
    /// Lists and mappings within each other.
    package static let depth = 100
    /// Values in a file, those that YAML's aliases repeat counted each time.
    package static let values = 500_000
}
