internal import MaizeWire

/// How the bytes of lines are read as text.
///
///     let read = try flow.add(ReadLines.self) {
///         $0.path = "from-1995.txt"
///         $0.encoding = .latin1
///     }
public enum TextEncoding: String, Codable, Sendable, CaseIterable {
    /// UTF-8; other bytes are an error.
    case utf8
    /// ISO 8859-1: each byte is one character, so nothing is ever wrong.
    case latin1
}

/// Lines that cannot be read: what is wrong, and at which byte of the stream.
enum LineError: Error, Equatable {
    case notUTF8(offset: Int)
    case tooLong(offset: Int)

    /// The error in words; `way` is how else the same bytes can be read.
    func text(or way: String) -> String {
        switch self {
        case .notUTF8(let offset): "byte \(offset) (counted from 0) is not UTF-8; \(way)"
        case .tooLong(let offset):
            "the line that begins at byte \(offset) (counted from 0) has more than \(LineBuffer.longestLine >> 20) MiB,"
                + " so this is hardly a text of lines"
        }
    }
}

extension TextEncoding {
    /// Appends a line, which begins at `offset` of its stream, as text.
    func append(_ line: UnsafeRawBufferPointer, at offset: Int, to batch: TextBatch) throws {
        let place = UTF8Check.firstBeyondASCII(in: line, from: 0)
        guard place < line.count else { return try batch.append(line) }
        switch self {
        case .utf8:
            if let wrong = UTF8Check.firstInvalid(in: line, from: place) {
                throw LineError.notUTF8(offset: offset + wrong)
            }
            try batch.append(line)
        case .latin1:
            var text: [UInt8] = []
            text.reserveCapacity(line.count * 2)
            for byte in line {
                if byte < 0x80 { text.append(byte) } else { text += [0xC0 | byte >> 6, 0x80 | byte & 0x3F] }
            }
            try text.withUnsafeBytes { try batch.append($0) }
        }
    }
}
