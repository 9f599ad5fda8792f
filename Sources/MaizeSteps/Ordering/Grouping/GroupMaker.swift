internal import MaizeCore
internal import MaizeWire

/// Makes groups of items whose equal keys follow each other.
final class GroupMaker<Key: Codable & Sendable, Item: Codable & Sendable> {
    private let out: Output<Group<Key, Item>>
    private let keyValue: (EncodedItem<Item>) throws -> Key
    private let decoder = ItemDecoder()
    private let key = ByteBuffer()
    private var group: Group<Key, Item>?

    /// - Parameters:
    ///   - out: Where groups go once they are whole.
    ///   - keyValue: The key of an item, as it stands in the group.
    init(_ out: Output<Group<Key, Item>>, keyValue: @escaping (EncodedItem<Item>) throws -> Key) {
        self.out = out
        self.keyValue = keyValue
        out.useReceivedFiles(.passedOn)
    }

    /// Gathers the items of an input, sorted first unless only adjacent ones make a group.
    func gather(_ input: Input<Item>, _ keys: ItemKeys<Item>, _ space: SpillSpace, adjacent: Bool) throws {
        if adjacent {
            while try input.nextEncoded(keepingFiles: true, { try add($0, key: keys.key(of: $0)) }) != nil {}
        } else {
            let buffer = ByteBuffer()
            try ItemSorter(keys, space).sort(input) { record in
                try record.withItem(of: Item.self, buffer) { try add($0, key: record.key) }
            }
        }
        try sendGroup()
    }

    private func add(_ item: EncodedItem<Item>, key: UnsafeRawBufferPointer) throws {
        let value = try decoder.decode(Item.self, from: item.bytes)
        if group != nil, SortKey.areEqual(self.key.bytes, key) {
            group?.items.append(value)
            return
        }
        try sendGroup()
        self.key.removeAll()
        self.key.append(key)
        group = Group(key: try keyValue(item), items: [value])
    }

    private func sendGroup() throws {
        guard let group else { return }
        self.group = nil
        try out.send(group)
    }
}
