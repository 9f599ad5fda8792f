/// Which line of a file is at hand.
struct RowPlace {
    private let path: String
    /// Counted from 1.
    private(set) var line = 0

    init(path: String) { self.path = path }

    /// Counts a line, and gives its text; the mark with which some programs begin a file says nothing that is not known.
    ///
    /// - Throws: `FileFailure` for a line that is not UTF-8.
    mutating func text(of bytes: UnsafeRawBufferPointer) throws -> UnsafeRawBufferPointer {
        line += 1
        let isMarked = line == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let text = isMarked ? UnsafeRawBufferPointer(rebasing: bytes[3...]) : bytes
        if let wrong = UTF8Check.firstInvalid(in: text) {
            throw failure("a byte that is not UTF-8; save the file in that encoding", at: wrong, of: text)
        }
        return text
    }

    /// What is wrong at a byte of the line.
    func failure(_ message: String, at offset: Int, of text: UnsafeRawBufferPointer) -> FileFailure {
        // In Unicode scalars: bytes that continue one take no column.
        let column = text.prefix(offset).count { $0 & 0xC0 != 0x80 } + 1
        return failure(message, line: line, column: column)
    }

    /// What is wrong in a line.
    func failure(_ message: String, line: Int, column: Int? = nil) -> FileFailure {
        FileFailure(path: path, "line \(line)" + (column.map { ", column \($0)" } ?? "") + ": " + message)
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
}
