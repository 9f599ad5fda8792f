/// Cuts what comes out of a pipe into lines.
package struct LineCutter {
    private var rest: [UInt8] = []

    /// A longer line is cut in pieces of this many bytes: a node that never ends a line must not fill memory.
    package static let longestLine = 16 * 1024

    package init() {}

    /// Takes bytes in and gives the lines that are complete, damaged characters replaced.
    package mutating func append(_ bytes: UnsafeRawBufferPointer) -> [String] {
        var lines: [String] = []
        for piece in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            if piece.offset > 0 { lines.append(takeLine()) }
            rest.append(contentsOf: piece.element)
            while rest.count > LineCutter.longestLine {
                lines.append(String(decoding: rest.prefix(LineCutter.longestLine), as: UTF8.self))
                rest.removeFirst(LineCutter.longestLine)
            }
        }
        return lines
    }

    /// What stands after the last line's end, if anything does.
    package mutating func finish() -> String? { rest.isEmpty ? nil : takeLine() }

    private mutating func takeLine() -> String {
        defer { rest.removeAll(keepingCapacity: true) }
        return String(decoding: rest, as: UTF8.self)
    }
}
