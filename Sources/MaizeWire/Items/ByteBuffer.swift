/// A growable run of bytes with a raw base, reused from item to item.
///
/// The buffer never gives out its memory for longer than the next mutation, and stores every fixed-size value
/// unaligned and in the machine's own byte order: both ends of a pipe are the same executable on the same machine.
package final class ByteBuffer {
    /// Memory up to this size is always kept by ``removeAll()``.
    private static let keptCapacity = 1 << 20
    /// So many small uses in a row, one after the other, make a big buffer shrink.
    private static let usesBeforeShrinking = 16

    /// Where the bytes are appended, without a reference to count.
    let sink: ByteSink
    private var smallUses = 0

    /// Creates an empty buffer with room for `capacity` bytes.
    package init(capacity: Int = 256) {
        sink = ByteSink(capacity: max(capacity, 16))
    }

    deinit {
        sink.deallocate()
    }

    /// The number of bytes in the buffer.
    package var count: Int { sink.count }

    /// The bytes of the buffer, valid until the next mutation.
    package var bytes: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: sink.base, count: sink.count)
    }

    /// Where the bytes begin, valid until the next mutation.
    var base: UnsafeRawPointer { sink.base }

    /// Calls `body` with the bytes of the buffer.
    package func withUnsafeBytes<R, E: Error>(_ body: (UnsafeRawBufferPointer) throws(E) -> R) throws(E) -> R {
        try body(bytes)
    }

    /// Forgets all bytes and keeps the memory for the next use.
    ///
    /// A buffer of more than 1 MiB goes back to 1 MiB when sixteen uses in a row filled less than a quarter of it, so
    /// that one huge item does not hold its memory for ever and a run of huge items does not allocate each time.
    package func removeAll() {
        if sink.capacity > Self.keptCapacity {
            smallUses = sink.count < sink.capacity / 4 ? smallUses + 1 : 0
            if smallUses >= Self.usesBeforeShrinking {
                smallUses = 0
                sink.replaceMemory(capacity: Self.keptCapacity)
            }
        }
        sink.truncate(to: 0)
    }

    /// Cuts the buffer back to its first `length` bytes.
    package func truncate(to length: Int) {
        precondition(length >= 0 && length <= count, "a buffer is only cut back to bytes it has")
        sink.truncate(to: length)
    }

    /// Appends a copy of `bytes`, which must not be bytes of this buffer.
    package func append(_ bytes: UnsafeRawBufferPointer) {
        sink.append(bytes)
    }

    /// Appends the bytes of a fixed-size value.
    package func append<T: BitwiseCopyable>(fixed value: T) {
        sink.append(fixed: value)
    }

    /// Reserves `n` bytes to be filled in later and returns where they begin.
    ///
    /// The reserved bytes are zero until ``overwrite(fixed:at:)`` writes them.
    package func reserve(_ n: Int) -> Int {
        sink.reserve(n)
    }

    /// Writes a fixed-size value over bytes the buffer already has.
    package func overwrite<T: BitwiseCopyable>(fixed value: T, at offset: Int) {
        precondition(offset >= 0 && offset + MemoryLayout<T>.size <= count, "only bytes of the buffer are overwritten")
        sink.overwrite(fixed: value, at: offset)
    }
}
