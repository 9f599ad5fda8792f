/// Texts as the frames in which they travel, one behind the other: any run of them is written as it lies here.
package final class TextBatch {
    private let buffer = ByteBuffer(capacity: 1 << 16)
    /// Where each frame ends.
    @exclusivity(unchecked) private var ends: [Int] = []

    /// Bytes after which a batch had better be sent: what a pipe holds by default.
    package static let goodSize = 1 << 16

    /// Makes an empty batch.
    package init() {}

    /// The number of texts.
    package var count: Int { ends.count }
    /// The bytes of all frames.
    package var byteCount: Int { buffer.count }

    /// Appends a text, which is valid UTF-8.
    ///
    /// - Throws: `FrameError` for one that fits no frame.
    package func append(_ text: UnsafeRawBufferPointer) throws(FrameError) {
        let header = try FrameHeader(kind: .item, length: text.count + WholeText.overhead)
        buffer.append(fixed: header.word)
        WholeText.append(text, to: buffer.sink)
        ends.append(buffer.count)
    }

    /// Appends a string.
    package func append(_ text: String) throws(FrameError) {
        var text = text
        let appended = text.withUTF8 { bytes in
            Result { () throws(FrameError) in try append(UnsafeRawBufferPointer(bytes)) }
        }
        try appended.get()
    }

    /// Appends an item of any type as it was encoded, without files.
    package func append(item: UnsafeRawBufferPointer) throws(FrameError) {
        buffer.append(fixed: try FrameHeader(kind: .item, length: item.count).word)
        buffer.append(item)
        ends.append(buffer.count)
    }

    /// Forgets all texts and keeps the memory.
    package func removeAll() {
        buffer.removeAll()
        ends.removeAll(keepingCapacity: true)
    }

    /// The frames of the texts at these places.
    package func frames(_ places: Range<Int>) -> UnsafeRawBufferPointer {
        guard let last = places.last else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        return UnsafeRawBufferPointer(rebasing: buffer.bytes[start(places.lowerBound)..<ends[last]])
    }

    /// One text as an encoded item.
    package func item(_ place: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: buffer.bytes[start(place) + FrameHeader.size..<ends[place]])
    }

    private func start(_ place: Int) -> Int { place == 0 ? 0 : ends[place - 1] }
}
