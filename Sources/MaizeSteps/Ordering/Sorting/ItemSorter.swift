internal import MaizeCore
internal import MaizeWire

/// Sorts the items of an input as they were encoded.
struct ItemSorter<Item: Codable & Sendable> {
    private let keys: ItemKeys<Item>
    private let sorter: ExternalSorter

    init(_ keys: ItemKeys<Item>, _ space: SpillSpace, order: KeyOrder = KeyOrder()) {
        self.keys = keys
        sorter = ExternalSorter(space, order: order)
    }

    /// Takes all items of an input in, then gives them in order.
    ///
    /// Their files stay where they are until the items are sent.
    func sort(_ input: Input<Item>, _ body: (SortedRecord) throws -> Void) throws {
        while try input.nextEncoded(keepingFiles: true, add) != nil {}
        try sorter.drain(body)
    }

    /// Takes all items of an input in, then sends them in order.
    func sort(_ input: Input<Item>, to output: Output<Item>) throws {
        let batch = ItemBatch(output)
        try sort(input, batch.send)
        try batch.flush()
    }

    private func add(_ item: EncodedItem<Item>) throws {
        let key = try keys.key(of: item)
        if keys.isWholeItem, !item.hasFiles, WholeText.text(in: item.bytes) != nil {
            try sorter.add(key: key, payload: UnsafeRawBufferPointer(start: nil, count: 0), marks: .isKeyText)
        } else {
            try sorter.add(key: key, payload: item.bytes, marks: item.hasFiles ? .hasFiles : [])
        }
    }
}

extension SortedRecord {
    /// Lends the item as it was encoded; `buffer` is for one whose bytes are only in the key.
    func withItem<Item, Result>(
        of type: Item.Type = Item.self,
        _ buffer: ByteBuffer,
        _ body: (EncodedItem<Item>) throws -> Result
    ) rethrows -> Result {
        guard marks.contains(.isKeyText), let text = SortKey.text(of: key) else {
            return try body(EncodedItem(bytes: payload, hasFiles: marks.contains(.hasFiles)))
        }
        buffer.removeAll()
        WholeText.append(text, to: buffer)
        return try body(EncodedItem(bytes: buffer.bytes, hasFiles: false))
    }
}
