internal import MaizeCore
internal import MaizeWire

/// Sends the first item of each key, in the order in which they came, with memory that does not grow beyond a limit.
///
/// As long as the keys fit into it, items go on at once. From then on items of keys that are not among those wait on disk:
/// sorted by their keys, of which the first is kept, and sorted back by their numbers.
final class FirstItems<Item: Codable & Sendable> {
    private let keys: ItemKeys<Item>
    private let space: SpillSpace
    private let batch: ItemBatch<Item>
    @exclusivity(unchecked) private var seen: KeySet?
    @exclusivity(unchecked) private var waiting: ExternalSorter?
    private let numbered = ByteBuffer()

    init(_ keys: ItemKeys<Item>, _ space: SpillSpace, to out: Output<Item>) {
        self.keys = keys
        // The keys that were seen and the items that wait for the end have half of the memory each.
        self.space = space.part(2)
        batch = ItemBatch(out)
        seen = KeySet(limit: self.space.limit)
    }

    /// Goes through an input.
    func pass(_ input: Input<Item>) throws {
        while try input.nextEncoded(take) != nil {
            // Nobody downstream waits for an item that does not fill a batch.
            if !input.hasItem { try batch.flush() }
        }
        seen = nil
        if let waiting { try sendWaiting(waiting) }
        try batch.flush()
    }

    private func take(_ item: EncodedItem<Item>) throws {
        let key = try keys.key(of: item)
        if let waiting {
            if seen?.contains(key) == false { try wait(for: waiting, item, key) }
            return
        }
        switch seen?.insert(key) {
        case .new: try batch.send(item)
        case .full:
            try batch.flush()
            let waiting = ExternalSorter(space)
            self.waiting = waiting
            try wait(for: waiting, item, key)
        case .known, nil: break
        }
    }

    private func wait(for waiting: ExternalSorter, _ item: EncodedItem<Item>, _ key: UnsafeRawBufferPointer) throws {
        if item.hasFiles {
            throw keys.failure(
                "holds files, which cannot wait for the end; the keys need more than half of memory_limit: raise it"
            )
        }
        numbered.removeAll()
        numbered.append(fixed: UInt64(keys.count).bigEndian)
        numbered.append(item.bytes)
        try waiting.add(key: key, payload: numbered.bytes, marks: [])
    }

    private func sendWaiting(_ waiting: ExternalSorter) throws {
        let firsts = ExternalSorter(space)
        var last: [UInt8]?
        try waiting.drain { record in
            if let last, record.key.elementsEqual(last) { return }
            last = Array(record.key)
            let number = UnsafeRawBufferPointer(rebasing: record.payload[..<8])
            let item = UnsafeRawBufferPointer(rebasing: record.payload[8...])
            try firsts.add(key: number, payload: item, marks: [])
        }
        try firsts.drain(batch.send)
    }
}
