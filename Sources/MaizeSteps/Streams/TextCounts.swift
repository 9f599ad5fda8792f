internal import Glibc
internal import MaizeWire

/// How often each text came: a hash table whose keys lie one behind the other in one run of bytes.
///
/// A dictionary of strings would take their canonical equivalence for equality, and several times the time and memory.
final class TextCounts {
    private struct Entry {
        var hash: UInt32
        var length: UInt32
        var start: Int
        var count: Int
    }

    private let texts = ByteBuffer()
    @exclusivity(unchecked) private var entries: [Entry] = []
    /// For each place of the table, the number of its entry and one more, or 0.
    ///
    /// There are a power of two of them, and at most half are taken.
    @exclusivity(unchecked) private var slots = [UInt32](repeating: 0, count: 1 << 10)

    /// The number of distinct texts.
    var count: Int { entries.count }

    /// Counts one text.
    func add(_ text: UnsafeRawBufferPointer) {
        // Seeded at random in each process: nobody can make a text on which the table is slow.
        var hasher = Hasher()
        hasher.combine(bytes: text)
        let hash = UInt32(truncatingIfNeeded: hasher.finalize())
        let mask = slots.count - 1
        var place = Int(hash) & mask
        while slots[place] != 0 {
            let number = Int(slots[place]) - 1
            if entries[number].hash == hash, isEqual(entries[number], text) {
                entries[number].count += 1
                return
            }
            place = (place + 1) & mask
        }
        // As many distinct texts would fill over a hundred gigabytes.
        precondition(entries.count < UInt32.max, "more than four thousand million distinct texts cannot be counted")
        entries.append(Entry(hash: hash, length: UInt32(text.count), start: texts.count, count: 1))
        texts.append(text)
        slots[place] = UInt32(entries.count)
        if entries.count * 2 > slots.count { grow() }
    }

    /// Gives each text with its count, in the order of their bytes.
    func forEachInOrder(_ body: (UnsafeRawBufferPointer, Int) throws -> Void) rethrows {
        slots = []
        entries.sort { first, second in
            let (one, other) = (bytes(of: first), bytes(of: second))
            let order = one.baseAddress.flatMap { base in
                other.baseAddress.map { memcmp(base, $0, min(one.count, other.count)) }
            }
            return (order ?? 0, one.count) < (0, other.count)
        }
        for entry in entries { try body(bytes(of: entry), entry.count) }
        entries = []
        texts.removeAll()
        slots = [UInt32](repeating: 0, count: 1 << 10)
    }

    private func bytes(of entry: Entry) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: texts.bytes[entry.start..<entry.start + Int(entry.length)])
    }

    private func isEqual(_ entry: Entry, _ text: UnsafeRawBufferPointer) -> Bool {
        guard Int(entry.length) == text.count else { return false }
        guard let base = text.baseAddress, let own = texts.bytes.baseAddress else { return text.isEmpty }
        return memcmp(own + entry.start, base, text.count) == 0
    }

    private func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        let mask = slots.count - 1
        for (number, entry) in entries.enumerated() {
            var place = Int(entry.hash) & mask
            while slots[place] != 0 { place = (place + 1) & mask }
            slots[place] = UInt32(number + 1)
        }
    }
}
