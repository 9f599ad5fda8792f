internal import MaizeWire

/// Keys that were seen, in memory of a fixed size: a hash table whose keys lie one behind the other.
final class KeySet {
    enum Answer {
        case new, known
        /// It is not among the keys, and there is no room for it.
        case full
    }

    private struct Slot {
        var hash: UInt32 = 0
        var length: UInt32 = 0
        /// Where the key begins, and one more; 0 where there is none.
        var place = 0
    }

    private let limit: Int
    private let memory: UnsafeMutableRawPointer
    @exclusivity(unchecked) private var used = 0
    @exclusivity(unchecked) private var count = 0
    /// There are a power of two of them, and at most half are taken.
    @exclusivity(unchecked) private var slots = [Slot](repeating: Slot(), count: 1 << 8)

    /// Makes a set that takes at most so many bytes.
    init(limit: Int) {
        self.limit = limit
        memory = .allocate(byteCount: limit, alignment: 16)
    }

    deinit { memory.deallocate() }

    /// Looks for a key, and takes it in where it is new and has room.
    func insert(_ key: UnsafeRawBufferPointer) -> Answer {
        let hash = KeySet.hash(of: key)
        var place = self.place(of: key, hash)
        if slots[place].place != 0 { return .known }
        let mustGrow = (count + 1) * 2 > slots.count
        // While the table grows the old one is still there.
        let tables = slots.count * MemoryLayout<Slot>.stride * (mustGrow ? 3 : 1)
        guard used + key.count + tables <= limit else { return .full }
        if mustGrow {
            grow()
            place = self.place(of: key, hash)
        }
        slots[place] = Slot(hash: hash, length: UInt32(key.count), place: used + 1)
        if let start = key.baseAddress { (memory + used).copyMemory(from: start, byteCount: key.count) }
        used += key.count
        count += 1
        return .new
    }

    /// Whether a key was taken in.
    func contains(_ key: UnsafeRawBufferPointer) -> Bool { slots[place(of: key, KeySet.hash(of: key))].place != 0 }

    private static func hash(of key: UnsafeRawBufferPointer) -> UInt32 {
        // Seeded at random in each process: nobody can make keys on which the table is slow.
        var hasher = Hasher()
        hasher.combine(bytes: key)
        return UInt32(truncatingIfNeeded: hasher.finalize())
    }

    /// Where the key is, or would be.
    private func place(of key: UnsafeRawBufferPointer, _ hash: UInt32) -> Int {
        let mask = slots.count - 1
        var place = Int(hash) & mask
        while slots[place].place != 0 {
            let slot = slots[place]
            if slot.hash == hash, SortKey.areEqual(bytes(of: slot), key) { break }
            place = (place + 1) & mask
        }
        return place
    }

    private func bytes(of slot: Slot) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: memory + (slot.place - 1), count: Int(slot.length))
    }

    private func grow() {
        let earlier = slots
        slots = [Slot](repeating: Slot(), count: earlier.count * 2)
        let mask = slots.count - 1
        for slot in earlier where slot.place != 0 {
            var place = Int(slot.hash) & mask
            while slots[place].place != 0 { place = (place + 1) & mask }
            slots[place] = slot
        }
    }
}
