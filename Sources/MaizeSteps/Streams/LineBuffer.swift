internal import Glibc

/// Cuts a stream of bytes into lines, wherever its reads begin and end: at `\n` only, which is no part of a line.
///
/// Memory is bounded by the longest line, which has a limit.
final class LineBuffer {
    private var memory: UnsafeMutableRawBufferPointer
    private let longest: Int
    /// Where the next line begins, how far it was looked through for its end, and where the bytes end.
    private var start = 0
    private var scanned = 0
    private var end = 0
    /// Where in the stream the memory begins.
    private var memoryOffset = 0
    /// Where in the stream the last line that was given begins.
    private(set) var lineOffset = 0

    /// The longest line that is accepted, in bytes.
    static let longestLine = 64 << 20
    /// What one read may give: enough that calls cost little, small enough to stay in the processor's memory.
    private static let usualSize = 1 << 17

    init(longest: Int = LineBuffer.longestLine, size: Int = LineBuffer.usualSize) {
        self.longest = longest
        memory = .allocate(byteCount: max(size, 16), alignment: 16)
    }

    deinit { memory.deallocate() }

    /// Takes in what `read` puts into the room that it is given; its answer is passed on: a count, or nil.
    ///
    /// To be called when no whole line is left.
    func fill(_ read: (UnsafeMutableRawBufferPointer) throws -> Int?) throws -> Int? {
        makeRoom()
        let count = try read(UnsafeMutableRawBufferPointer(rebasing: memory[end...]))
        end += count ?? 0
        return count
    }

    /// The next whole line, lent until the next call; nil when its end has not come yet.
    func nextLine() throws(LineError) -> UnsafeRawBufferPointer? {
        guard let base = memory.baseAddress, scanned < end else { return nil }
        guard let found = memchr(base + scanned, 0x0A, end - scanned) else {
            scanned = end
            if end - start > longest { throw .tooLong(offset: memoryOffset + start) }
            return nil
        }
        let stop = UnsafeRawPointer(found) - UnsafeRawPointer(base)
        if stop - start > longest { throw .tooLong(offset: memoryOffset + start) }
        defer {
            start = stop + 1
            scanned = start
        }
        return line(upTo: stop)
    }

    /// What lies behind the last `\n`, once the stream has ended; nil when that is nothing.
    func lastLine() -> UnsafeRawBufferPointer? {
        guard start < end else { return nil }
        defer {
            start = end
            scanned = end
        }
        return line(upTo: end)
    }

    private func line(upTo stop: Int) -> UnsafeRawBufferPointer {
        lineOffset = memoryOffset + start
        return UnsafeRawBufferPointer(rebasing: memory[start..<stop])
    }

    /// Moves what is left to the front, into larger memory if there is much of it, into smaller if that was too large.
    private func makeRoom() {
        let left = end - start
        var size = memory.count
        if left * 2 > size { size *= 2 }
        if size > 8 * LineBuffer.usualSize, left < LineBuffer.usualSize { size = LineBuffer.usualSize }
        guard size != memory.count || start > 0 else { return }
        let rest = UnsafeRawBufferPointer(rebasing: memory[start..<end])
        if size == memory.count {
            memory.copyMemory(from: rest)  // may overlap
        } else {
            let fresh = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
            fresh.copyMemory(from: rest)
            memory.deallocate()
            memory = fresh
        }
        memoryOffset += start
        scanned -= start
        start = 0
        end = left
    }
}
