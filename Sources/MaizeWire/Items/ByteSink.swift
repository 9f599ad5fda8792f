/// The memory of a ``ByteBuffer``, reached through a bare pointer.
///
/// Coding a field takes a few stores; counting references to the buffer for each of them would take longer than the
/// stores. The owner of a sink keeps its buffer alive.
struct ByteSink {
    private struct Storage {
        var memory: UnsafeMutableRawPointer
        var count: Int
        var capacity: Int
    }

    private let storage: UnsafeMutablePointer<Storage>

    init(capacity: Int) {
        storage = .allocate(capacity: 1)
        let memory = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
        storage.initialize(to: Storage(memory: memory, count: 0, capacity: capacity))
    }

    func deallocate() {
        storage.pointee.memory.deallocate()
        storage.deallocate()
    }

    @inline(__always)
    var base: UnsafeRawPointer { UnsafeRawPointer(storage.pointee.memory) }

    @inline(__always)
    var count: Int { storage.pointee.count }

    var capacity: Int { storage.pointee.capacity }

    /// Cuts the bytes back; the caller knows that there are so many.
    @inline(__always)
    func truncate(to length: Int) {
        storage.pointee.count = length
    }

    /// Appends a copy of `bytes`, which must not be bytes of this sink.
    @inline(__always)
    func append(_ bytes: UnsafeRawBufferPointer) {
        guard let source = bytes.baseAddress, bytes.count > 0 else {
            return
        }
        ensure(bytes.count)
        (storage.pointee.memory + storage.pointee.count).copyMemory(from: source, byteCount: bytes.count)
        storage.pointee.count += bytes.count
    }

    /// Appends the bytes of a fixed-size value.
    @inline(__always)
    func append<T: BitwiseCopyable>(fixed value: T) {
        ensure(MemoryLayout<T>.size)
        (storage.pointee.memory + storage.pointee.count).storeBytes(of: value, as: T.self)
        storage.pointee.count += MemoryLayout<T>.size
    }

    func reserve(_ n: Int) -> Int {
        ensure(n)
        let offset = count
        (storage.pointee.memory + offset).initializeMemory(as: UInt8.self, repeating: 0, count: n)
        storage.pointee.count += n
        return offset
    }

    /// Writes over bytes; the caller knows that they are there.
    @inline(__always)
    func overwrite<T: BitwiseCopyable>(fixed value: T, at offset: Int) {
        (storage.pointee.memory + offset).storeBytes(of: value, as: T.self)
    }

    /// Appends an unsigned number in 7-bit groups, the lowest first (LEB128).
    @inline(__always)
    func append(variable value: UInt32) {
        if value < 0x80 {
            append(fixed: UInt8(truncatingIfNeeded: value))
        } else {
            appendLong(variable: value)
        }
    }

    /// Makes sure that `extra` more bytes fit without growing again.
    @inline(__always)
    func ensure(_ extra: Int) {
        if storage.pointee.capacity - storage.pointee.count < extra {
            grow(extra)
        }
    }

    /// Takes other memory without keeping the bytes.
    func replaceMemory(capacity: Int) {
        storage.pointee.memory.deallocate()
        storage.pointee.memory = .allocate(byteCount: capacity, alignment: 16)
        storage.pointee.capacity = capacity
        storage.pointee.count = 0
    }

    @inline(never)
    private func appendLong(variable value: UInt32) {
        var rest = value
        while rest >= 0x80 {
            append(fixed: UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(fixed: UInt8(truncatingIfNeeded: rest))
    }

    @inline(never)
    private func grow(_ extra: Int) {
        let wanted = max(capacity * 2, count + extra)
        let larger = UnsafeMutableRawPointer.allocate(byteCount: wanted, alignment: 16)
        larger.copyMemory(from: storage.pointee.memory, byteCount: count)
        storage.pointee.memory.deallocate()
        storage.pointee.memory = larger
        storage.pointee.capacity = wanted
    }
}
