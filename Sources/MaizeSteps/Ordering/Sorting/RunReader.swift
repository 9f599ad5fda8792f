/// Reads one run of records from its beginning, a piece at a time.
final class RunReader {
    /// Fills all of a room from a place of the file on.
    private let read: (Int, UnsafeMutableRawBufferPointer) throws -> Void
    /// What of the run is still on disk.
    private var rest: Range<Int>
    private var room: UnsafeMutableRawBufferPointer
    @exclusivity(unchecked) private var start = 0
    @exclusivity(unchecked) private var end = 0
    /// The record at hand; nil behind the last one.
    @exclusivity(unchecked) private(set) var record: SortedRecord?

    /// Begins with the first record.
    init(_ run: Range<Int>, chunk: Int, read: @escaping (Int, UnsafeMutableRawBufferPointer) throws -> Void) throws {
        self.read = read
        rest = run
        room = .allocate(byteCount: min(chunk, max(run.count, SortedRecord.headerSize)), alignment: 16)
        try takeRecord()
    }

    deinit { room.deallocate() }

    /// Goes to the next record.
    func advance() throws {
        start += record?.size ?? 0
        try takeRecord()
    }

    private func takeRecord() throws {
        record = nil
        guard try fill(SortedRecord.headerSize), let base = room.baseAddress else { return }
        let size = SortedRecord(at: base + start).size
        guard try fill(size), let base = room.baseAddress else { return }
        record = SortedRecord(at: base + start)
    }

    /// Brings so many bytes into the room; false at the end of the run.
    private func fill(_ count: Int) throws -> Bool {
        if end - start >= count { return true }
        guard !rest.isEmpty else { return false }
        let kept = UnsafeRawBufferPointer(rebasing: room[start..<end])
        if count > room.count {
            let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 16)
            larger.copyMemory(from: kept)
            room.deallocate()
            room = larger
        } else if let base = room.baseAddress, let from = kept.baseAddress {
            base.copyMemory(from: from, byteCount: kept.count)
        }
        (start, end) = (0, kept.count)
        let wanted = min(room.count - end, rest.count)
        try read(rest.lowerBound, UnsafeMutableRawBufferPointer(rebasing: room[end..<end + wanted]))
        end += wanted
        rest = (rest.lowerBound + wanted)..<rest.upperBound
        return end - start >= count
    }
}
