/// Counts lines and columns along a text, for offsets that come in the order in which they stand.
struct PositionCounter {
    private var counted = 0
    private var position = Position.start

    /// Where the byte at `offset` stands; it lies at or behind the one that was asked for last.
    mutating func position(at offset: Int, in bytes: UnsafeRawBufferPointer) -> Position {
        for byte in bytes[counted..<offset] {
            if byte == UInt8(ascii: "\n") {
                position = Position(line: position.line + 1, column: 1)
            } else if byte & 0xC0 != 0x80 {
                // Bytes that continue a scalar take no column.
                position.column += 1
            }
        }
        counted = offset
        return position
    }
}
