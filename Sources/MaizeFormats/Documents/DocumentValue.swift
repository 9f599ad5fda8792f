/// A place in a text: both count from 1, the column in Unicode scalars.
struct Position: Hashable, Comparable, Sendable {
    var line: Int
    var column: Int

    static let start = Position(line: 1, column: 1)

    static func < (left: Position, right: Position) -> Bool { (left.line, left.column) < (right.line, right.column) }
}

/// What a YAML or JSON file says at one place: plain data, whatever the format.
struct DocumentValue: Sendable {
    enum Content: Sendable {
        case null
        case scalar(String, Style)
        case list([DocumentValue])
        case mapping([Entry])
    }

    /// How a single value is written, which says what it may stand for.
    enum Style: Sendable {
        /// Without quotes in YAML: a text, or whatever else its characters say.
        case plain
        /// In quotes: a text.
        case text
        /// A number or a Boolean of JSON.
        case literal
    }

    struct Entry: Sendable {
        var key: String
        var position: Position
        var value: DocumentValue
    }

    var content: Content
    var position: Position

    /// The kind in words, for messages: `the text "x"`.
    var summary: String {
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

/// A file that is no sound YAML or JSON: what is wrong, and where.
struct DocumentError: Error {
    /// Nil where it is about the file as a whole.
    var position: Position?
    /// The place as an offset in bytes, where only that is known.
    var offset: Int?
    var message: String

    init(position: Position? = nil, offset: Int? = nil, message: String) {
        self.position = position
        self.offset = offset
        self.message = message
    }

    /// The error with a position in place of an offset.
    func placed(in text: SourceText) -> DocumentError {
        DocumentError(position: position ?? offset.map { text.position(at: $0) }, message: message)
    }
}

/// What a file may hold: one that goes beyond is refused before it costs time or memory.
enum DocumentLimits {
    /// Bytes of a file.
    static let size = 16 << 20
    /// Lists and mappings within each other.
    static let depth = 100
    /// Values in a file, those that YAML's aliases repeat counted each time.
    static let values = 500_000
}
