/// Items that are nothing but a text: nodes that work on its bytes need no strings in between.
///
/// The form is the same as that of any other item: the value, an empty table of names, the table's length.
package enum WholeText {
    /// The type byte and the length before the text, and the table's length behind it.
    private static let before = 5
    private static let after = 4

    /// The bytes that an item takes beside those of its text.
    static let overhead = before + after

    /// Appends the item of a text, which is valid UTF-8 of less than 4 GiB.
    static func append(_ text: UnsafeRawBufferPointer, to sink: ByteSink) {
        sink.ensure(text.count + overhead)
        sink.append(fixed: WireType.string.rawValue)
        sink.append(fixed: UInt32(truncatingIfNeeded: text.count))
        sink.append(text)
        sink.append(fixed: UInt32(0))
    }

    /// Appends the item of a text, which is valid UTF-8 of less than 4 GiB.
    package static func append(_ text: UnsafeRawBufferPointer, to buffer: ByteBuffer) { append(text, to: buffer.sink) }

    /// The text of an item that is one and nothing else, not checked to be UTF-8; nil when it is something else.
    @inline(__always)
    package static func text(in item: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
        let count = item.count - overhead
        guard count >= 0, item[0] == WireType.string.rawValue,
            Int(item.loadUnaligned(fromByteOffset: 1, as: UInt32.self)) == count,
            item.loadUnaligned(fromByteOffset: item.count - after, as: UInt32.self) == 0
        else { return nil }
        return UnsafeRawBufferPointer(rebasing: item[before..<before + count])
    }
}
