/// The bytes that came from a stream and are not consumed yet, cut into frames as they arrive.
///
/// Used by one thread alone, and no method calls out while it changes anything but the read that it lends room to, so
/// checks of exclusive access are left out. Memory grows with the bytes that are really there, never with what a header claims.
package final class FrameBuffer {
    @exclusivity(unchecked) private var base: UnsafeMutableRawPointer
    @exclusivity(unchecked) private var capacity: Int
    /// The first frame's payload is lent: the memory that it lies in must stay as it is until `removeFirst()`.
    @exclusivity(unchecked) private var isLent = false
    /// Memory that was outgrown while a payload in it was lent.
    @exclusivity(unchecked) private var retired: [UnsafeMutableRawPointer] = []
    /// Start of the first frame that was not taken.
    @exclusivity(unchecked) private var head = 0
    /// End of the last complete frame.
    @exclusivity(unchecked) private var scanned = 0
    /// End of the bytes.
    @exclusivity(unchecked) private var tail = 0
    /// The length of the whole frame that starts at `scanned`, once its header is there.
    @exclusivity(unchecked) private var pendingSize: Int?

    /// How the stream ends, once its close frame has arrived; the frame itself is never handed out.
    package private(set) var closeReason: CloseReason?
    /// Complete frames that were not taken yet.
    @exclusivity(unchecked) package private(set) var completeFrames = 0
    /// Bytes that were not taken yet, complete or not.
    package var byteCount: Int { tail - head }
    /// Bytes of the first frame that was not taken, if it is complete.
    package var firstFrameSize: Int {
        completeFrames == 0 ? 0 : FrameHeader.size + Int(base.loadUnaligned(fromByteOffset: head, as: UInt32.self))
    }

    /// Bytes of memory that are kept for what comes next.
    package var reservedBytes: Int { capacity }

    package init(capacity: Int = 1 << 16) {
        self.capacity = capacity
        base = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
    }

    deinit {
        retired.forEach { $0.deallocate() }
        base.deallocate()
    }

    /// Lends room for the next read, then takes in the number of bytes that `read` says it put there.
    ///
    /// - Throws: `FrameError` when they are no frames, or what `read` throws.
    package func fill<Failure: Error>(
        _ read: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int?
    ) throws -> Int? {
        makeRoom()
        let count = try read(UnsafeMutableRawBufferPointer(start: base + tail, count: capacity - tail))
        if let count, count > 0 {
            tail += count
            try scan()
        }
        return count
    }

    /// Takes bytes in that came from elsewhere.
    package func append(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes
        while !rest.isEmpty {
            _ = try fill { room -> Int? in
                let count = min(room.count, rest.count)
                room.copyMemory(from: UnsafeRawBufferPointer(rebasing: rest[..<count]))
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
                return count
            }
        }
    }

    /// The next frame without taking it; its payload is lent until `removeFirst()`, whatever is read meanwhile.
    package func peek() -> (kind: FrameKind, payload: UnsafeRawBufferPointer)? {
        guard completeFrames > 0 else { return nil }
        let length = Int(base.loadUnaligned(fromByteOffset: head, as: UInt32.self))
        let raw = base.load(fromByteOffset: head + 5, as: UInt8.self)
        guard let kind = FrameKind(rawValue: raw) else { return nil }  // scan() let only known kinds pass
        isLent = true
        return (kind, UnsafeRawBufferPointer(start: base + head + FrameHeader.size, count: length))
    }

    /// Takes the frame that `peek()` showed.
    package func removeFirst() {
        isLent = false
        if !retired.isEmpty {
            retired.forEach { $0.deallocate() }
            retired.removeAll()
        }
        guard completeFrames > 0 else { return }
        head += firstFrameSize
        completeFrames -= 1
        if head == tail {
            head = 0
            scanned = 0
            tail = 0
        }
    }

    /// Forgets everything: nobody wants it any more.
    package func removeAll() {
        head = 0
        scanned = 0
        tail = 0
        completeFrames = 0
        pendingSize = nil
    }

    /// How many bytes an unfinished frame still lacks; nil between frames.
    package var missingBytes: Int? {
        guard tail > scanned else { return nil }
        return (pendingSize ?? FrameHeader.size) - (tail - scanned)
    }

    private func scan() throws(FrameError) {
        while true {
            if pendingSize == nil {
                guard tail - scanned >= FrameHeader.size else { return }
                let start = UnsafeRawBufferPointer(start: base + scanned, count: FrameHeader.size)
                pendingSize = try FrameHeader.size + FrameHeader(reading: start).length
            }
            guard let size = pendingSize, tail - scanned >= size else { return }
            // Nothing may follow the end of a stream.
            if closeReason != nil { throw .unexpectedKind(.item) }
            if base.load(fromByteOffset: scanned + 5, as: UInt8.self) == FrameKind.close.rawValue {
                let start = base + scanned + FrameHeader.size
                closeReason = CloseReason(payload: UnsafeRawBufferPointer(start: start, count: size - FrameHeader.size))
            } else {
                completeFrames += 1
            }
            scanned += size
            pendingSize = nil
        }
    }

    /// Makes sure that a read finds at least a fair piece of room, without allocating ahead of the bytes.
    private func makeRoom() {
        let used = tail - head
        let wanted = max(4096, min(pendingSize.map { $0 - (tail - scanned) } ?? 0, max(used, 1 << 16)))
        if capacity - tail >= wanted { return }
        if capacity - used >= wanted, head >= capacity / 2, !isLent {
            base.copyMemory(from: base + head, byteCount: used)
        } else {
            // Where only the loan keeps the bytes from moving to the front, fresh memory of the same size will do.
            let needed = head >= capacity / 2 && capacity - used >= wanted ? capacity : max(capacity * 2, used + wanted)
            let moved = UnsafeMutableRawPointer.allocate(byteCount: needed, alignment: 16)
            moved.copyMemory(from: base + head, byteCount: used)
            if isLent { retired.append(base) } else { base.deallocate() }
            base = moved
            capacity = needed
        }
        scanned -= head
        tail -= head
        head = 0
    }
}
