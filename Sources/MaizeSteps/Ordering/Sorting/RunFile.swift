internal import MaizeSystem
internal import MaizeWire

/// Sorted runs of records on disk, one behind the other in one file: however many there are, they take one descriptor.
final class RunFile {
    private let file: ScratchFile
    private let space: SpillSpace
    private let buffer: ByteBuffer
    private let chunk: Int
    /// Where each run lies.
    private(set) var runs: [Range<Int>] = []

    /// Makes a file whose runs are written, and read again, in pieces of `chunk` bytes.
    init(_ space: SpillSpace, chunk: Int) throws {
        self.space = space
        self.chunk = chunk
        file = try space.makeFile()
        buffer = ByteBuffer(capacity: chunk)
    }

    /// Writes a run: `body` gives its records, in order, to the closure that it is given.
    func writeRun(_ body: ((SortedRecord) throws -> Void) throws -> Void) throws {
        let start = file.size
        try body { record in
            if buffer.count > 0, buffer.count + record.size > chunk { try flush() }
            // A record that is larger than the buffer needs no copy in it.
            if record.size > chunk {
                try space.naming { try file.append(record.bytes) }
            } else {
                buffer.append(record.bytes)
            }
        }
        try flush()
        runs.append(start..<file.size)
    }

    private func flush() throws {
        try space.checkStop()
        try space.naming { try file.append(buffer.bytes) }
        buffer.removeAll()
    }

    /// A reader of one run.
    func reader(of run: Range<Int>) throws -> RunReader {
        try RunReader(run, chunk: chunk) { [file, space] offset, room in
            try space.naming {
                let count = try file.read(at: offset, into: room)
                if count < room.count { throw SystemError.cutShort("pread") }
            }
        }
    }
}
