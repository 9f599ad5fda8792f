internal import MaizeSystem

/// The bytes of a file, known to be UTF-8 without NUL and within the limit of size.
package struct SourceText {
    package let bytes: [UInt8]

    /// Reads a file, or a pipe; what lies beyond the limit is not even read.
    package init(path: String) throws {
        let (bytes, size) = try FileContents.beginning(of: path, limit: DocumentLimits.size + 1)
        try self.init(bytes: bytes, size: size)
    }

    package init(bytes: [UInt8], size: Int? = nil) throws {
        guard bytes.count <= DocumentLimits.size else {
            let known = size.map { "has \($0) bytes" } ?? "is longer"
            throw DocumentError(
                message: "a file may have \(DocumentLimits.size) bytes (16 MiB), and this one \(known)"
            )
        }
        // A byte-order mark says nothing that is not known.
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let hasMark = bytes.starts(with: mark)
        self.bytes = hasMark ? Array(bytes.dropFirst(mark.count)) : bytes
        if let place = self.bytes.firstIndex(of: 0) {
            throw DocumentError(position: position(at: place), message: "a NUL byte; the file must be text")
        }
        if let place = SourceText.firstInvalid(self.bytes) {
            throw DocumentError(
                position: position(at: place),
                message: "byte \(place + (hasMark ? mark.count : 0)) is no UTF-8; save the file in that encoding"
            )
        }
    }

    /// The place of the first byte that starts no valid UTF-8 sequence.
    private static func firstInvalid(_ bytes: [UInt8]) -> Int? {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }

    /// Where the byte at `offset` stands.
    package func position(at offset: Int) -> Position {
        let before = bytes[..<min(offset, bytes.count)]
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        // Bytes that continue a scalar take no column.
        return Position(line: line, column: bytes[lineStart..<before.endIndex].count { $0 & 0xC0 != 0x80 } + 1)
    }

    /// The end of the line above a position and what stands around it, for hints: so many scalars at most each way.
    package func excerpt(around position: Position, scalars: Int) -> String {
        let line = line(position.line)
        let around = line.dropFirst(max(0, position.column - scalars)).prefix(2 * scalars)
        return String(decoding: bytes[..<line.startIndex].suffix(scalars) + around, as: UTF8.self)
    }

    /// What stands at a position; nil at the end of a line.
    package func scalar(at position: Position) -> Unicode.Scalar? {
        String(decoding: line(position.line), as: UTF8.self).unicodeScalars.dropFirst(position.column - 1).first
    }

    private func line(_ number: Int) -> ArraySlice<UInt8> {
        var start = bytes.startIndex
        for _ in 1..<number {
            start = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.endIndex
        }
        return bytes[start...].prefix { $0 != UInt8(ascii: "\n") }
    }
}
