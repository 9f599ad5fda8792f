internal import MaizeCore
internal import MaizeWire

/// Sends items as they were encoded, many with one write where nobody waits for a single one.
final class ItemBatch<Item: Codable & Sendable> {
    private let out: Output<Item>
    private let frames = TextBatch()

    init(_ out: Output<Item>) {
        self.out = out
    }

    /// Sends a sorted item, now or with others.
    func send(_ record: SortedRecord) throws {
        if record.marks.contains(.isKeyText), let text = SortKey.text(of: record.key) {
            try frames.append(text)
            if frames.byteCount >= TextBatch.goodSize { try flush() }
        } else {
            try send(EncodedItem(bytes: record.payload, hasFiles: record.marks.contains(.hasFiles)))
        }
    }

    /// Sends an item, now or with others.
    func send(_ item: EncodedItem<Item>) throws {
        if item.hasFiles {
            try flush()
            return try out.send(item)
        }
        try frames.append(item: item.bytes)
        if frames.byteCount >= TextBatch.goodSize { try flush() }
    }

    /// Sends what was not sent yet.
    func flush() throws {
        guard frames.count > 0 else { return }
        try out.send(frames)
        frames.removeAll()
    }
}
