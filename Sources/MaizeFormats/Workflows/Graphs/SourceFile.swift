internal import MaizeCore
internal import MaizeDocuments
internal import MaizeSystem

/// One file that says something of a workflow: its name, its text, and what is found in it.
final class SourceFile {
    /// The file, as it was named by whoever wanted it read.
    let path: String
    /// What relative paths in the file mean, absolute.
    let folder: String
    private let bytes: [UInt8]
    /// Where its lines begin.
    private lazy var lineStarts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    /// The last position that was looked up.
    private lazy var known = (position: Position.start, offset: 0)
    var findings: FindingList
    /// The graphs that the file may name: its own, and those of files that it includes, by key.
    var graphs: [String: GraphDefinition] = [:]

    /// A file with its text; without one where that could not be read.
    ///
    /// - Parameters:
    ///   - path: The file, as messages name it.
    ///   - place: Its absolute path, where that does not follow from the other one.
    ///   - text: What is in it.
    init(path: String, at place: String? = nil, text: SourceText?) {
        self.path = path
        let parent = Path.parent(of: place ?? Directory.absolute(path)) ?? ""
        folder = parent.isEmpty ? "/" : parent
        bytes = text?.bytes ?? []
        findings = FindingList(file: path)
    }

    /// Where a scalar of a text stands; where the text is not in the file as it is (it was folded, or has escapes), its
    /// beginning.
    func position(ofScalar offset: Int, in value: DocumentValue) -> Position {
        guard case .scalar(let text, _) = value.content, let start = byteOffset(of: value.position) else {
            return value.position
        }
        // Behind no quote, one, or three of them.
        for quotes in [0, 1, 3] where bytes[start...].dropFirst(quotes).starts(with: text.utf8) {
            return Position(line: value.position.line, column: value.position.column + quotes + offset)
        }
        return value.position
    }

    /// Where a position stands among the bytes; nil for one that the text does not have.
    private func byteOffset(of position: Position) -> Int? {
        guard lineStarts.indices.contains(position.line - 1) else { return nil }
        // Values come in the order in which they stand: a long line is gone through once.
        if known.position.line != position.line || known.position.column > position.column {
            known = (Position(line: position.line, column: 1), lineStarts[position.line - 1])
        }
        while known.position.column < position.column {
            guard known.offset < bytes.count else { return nil }
            known.offset += 1
            while known.offset < bytes.count, bytes[known.offset] & 0xC0 == 0x80 { known.offset += 1 }
            known.position.column += 1
        }
        return known.offset
    }
}

/// A place in one of the files of a workflow.
struct SourcePlace {
    let source: SourceFile
    let position: Position
}
