/// Merges sorted runs into one: a heap with the run on top whose record comes next.
struct RunMerge {
    /// A run, with the number that decides most comparisons of its record.
    private struct Slot {
        var prefix: UInt64
        var run: Int
    }

    private let readers: [RunReader]
    private let order: KeyOrder
    private var heap: [Slot] = []

    /// Of equal records, those of an earlier run come first.
    init(_ readers: [RunReader], order: KeyOrder) {
        self.readers = readers
        self.order = order
        for (run, reader) in readers.enumerated() {
            if let record = reader.record { heap.append(Slot(prefix: order.prefix(of: record.key), run: run)) }
        }
        for place in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(place) }
    }

    /// Gives all records in their order.
    mutating func drain(_ body: (SortedRecord) throws -> Void) throws {
        while let top = heap.first {
            let reader = readers[top.run]
            if let record = reader.record { try body(record) }
            try reader.advance()
            if let record = reader.record {
                heap[0].prefix = order.prefix(of: record.key)
            } else {
                let last = heap.removeLast()
                if heap.isEmpty { return }
                heap[0] = last
            }
            sink(0)
        }
    }

    /// Brings the slot at a place down to where it belongs.
    private mutating func sink(_ start: Int) {
        var place = start
        while true {
            var first = 2 * place + 1
            guard first < heap.count else { return }
            if first + 1 < heap.count, precedes(first + 1, first) { first += 1 }
            guard precedes(first, place) else { return }
            heap.swapAt(first, place)
            place = first
        }
    }

    private func precedes(_ left: Int, _ right: Int) -> Bool {
        let (one, other) = (heap[left], heap[right])
        if one.prefix != other.prefix { return one.prefix < other.prefix }
        guard let first = readers[one.run].record, let second = readers[other.run].record else { return false }
        let result = order.compare(first.key, second.key)
        return result == 0 ? one.run < other.run : result < 0
    }
}
