/// Sorts records by their keys, equal ones as they came, in memory up to a limit and beyond it on disk.
///
/// What fills the memory is sorted and written as a run; in the end all runs are merged, a bounded number at a time.
final class ExternalSorter {
    private let space: SpillSpace
    private let order: KeyOrder
    @exclusivity(unchecked) private var arena: RecordArena?
    @exclusivity(unchecked) private var file: RunFile?

    /// Makes a sorter; nothing is on disk before the memory is full.
    init(_ space: SpillSpace, order: KeyOrder = KeyOrder()) {
        self.space = space
        self.order = order
    }

    /// Bytes that are written and read at once: so many that disks are fast, and that many runs fit beside each other.
    private var chunk: Int { min(max(space.limit / 64, 1 << 12), 1 << 20) }
    /// The runs that are merged at once, each with a piece of the memory; one more piece is for writing.
    private var fanIn: Int { max(space.limit / chunk - 1, 2) }

    /// Takes a record in.
    func add(key: UnsafeRawBufferPointer, payload: UnsafeRawBufferPointer, marks: RecordMarks) throws {
        if arena == nil { arena = RecordArena(capacity: space.limit, order: order) }
        if arena?.add(key: key, payload: payload, marks: marks) == true { return }
        try spill()
        if arena?.add(key: key, payload: payload, marks: marks) == true { return }
        // One that is larger than the limit: it has the memory for itself, and is the next run.
        let capacity = RecordArena.room(key: key.count, payload: payload.count)
        arena = RecordArena(capacity: capacity, order: order)
        _ = arena?.add(key: key, payload: payload, marks: marks)
        try spill()
        arena = nil
    }

    private func spill() throws {
        guard let arena, arena.count > 0 else { return }
        try space.checkStop()
        if file == nil { file = try RunFile(space, chunk: chunk) }
        try file?.writeRun { write in try arena.drain(write) }
    }

    /// Gives all records in their order, each lent for the call, and forgets them.
    func drain(_ body: (SortedRecord) throws -> Void) throws {
        guard var file else {
            try space.checkStop()
            try arena?.drain(body)
            arena = nil
            return
        }
        try spill()
        arena = nil
        self.file = nil
        while file.runs.count > fanIn { file = try merged(file) }
        var merge = RunMerge(try file.runs.map(file.reader), order: order)
        try merge.drain(body)
    }

    /// A file with fewer and longer runs of the same records.
    private func merged(_ file: RunFile) throws -> RunFile {
        let longer = try RunFile(space, chunk: chunk)
        for start in stride(from: 0, to: file.runs.count, by: fanIn) {
            let part = file.runs[start..<min(start + fanIn, file.runs.count)]
            var merge = RunMerge(try part.map(file.reader), order: order)
            try longer.writeRun { write in try merge.drain(write) }
        }
        return longer
    }
}
