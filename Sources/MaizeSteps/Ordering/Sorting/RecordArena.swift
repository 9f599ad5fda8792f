/// Records in one piece of memory of a fixed size: they grow from its start, the list of their places from its end.
///
/// The system gives memory page by page as it is written to, so that a large arena with little in it costs little.
final class RecordArena {
    /// Where a record lies, with the number that decides most comparisons.
    private struct Entry {
        var prefix: UInt64
        var place: Int
    }

    private let memory: UnsafeMutableRawPointer
    private let capacity: Int
    private let order: KeyOrder
    @exclusivity(unchecked) private var used = 0
    @exclusivity(unchecked) private(set) var count = 0

    /// What a record costs beside its bytes: its entry, and half of one that sorting takes for a while.
    private static var entryCost: Int { MemoryLayout<Entry>.stride * 3 / 2 }

    /// Bytes that hold one record at least.
    static func room(key: Int, payload: Int) -> Int { SortedRecord.headerSize + key + payload + 2 * entryCost }

    /// Makes room for so many bytes.
    init(capacity: Int, order: KeyOrder) {
        self.capacity = capacity / 16 * 16
        self.order = order
        memory = .allocate(byteCount: self.capacity, alignment: 16)
    }

    deinit { memory.deallocate() }

    /// Keeps a copy of a record; false where there is no room for it.
    func add(key: UnsafeRawBufferPointer, payload: UnsafeRawBufferPointer, marks: RecordMarks) -> Bool {
        let size = SortedRecord.headerSize + key.count + payload.count
        guard used + size + (count + 1) * RecordArena.entryCost <= capacity else { return false }
        SortedRecord.write(key: key, payload: payload, marks: marks, to: memory + used)
        count += 1
        entries[0] = Entry(prefix: order.prefix(of: key), place: used)
        used += size
        return true
    }

    /// All entries, the last one first until they are sorted.
    private var entries: UnsafeMutableBufferPointer<Entry> {
        let size = count * MemoryLayout<Entry>.stride
        let start = (memory + (capacity - size)).assumingMemoryBound(to: Entry.self)
        return UnsafeMutableBufferPointer(start: start, count: count)
    }

    /// Gives the records in their order, equal ones as they came, and forgets them.
    func drain(_ body: (SortedRecord) throws -> Void) rethrows {
        var entries = entries
        let (memory, order) = (memory, order)
        entries.sort { one, other in
            if one.prefix != other.prefix { return one.prefix < other.prefix }
            let result = order.compare(
                SortedRecord(at: memory + one.place).key,
                SortedRecord(at: memory + other.place).key
            )
            return result == 0 ? one.place < other.place : result < 0
        }
        for entry in entries { try body(SortedRecord(at: memory + entry.place)) }
        used = 0
        count = 0
    }
}
