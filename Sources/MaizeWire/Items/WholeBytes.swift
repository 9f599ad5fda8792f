/// Items that are nothing but an array of bytes: written and read in a few stores, without a level or a coder.
///
/// The form is the same as that of any other item: the value, an empty table of names, the table's length.
enum WholeBytes {
    /// The type byte and the length before the bytes, and the table's length behind them.
    private static let before = 5
    private static let after = 4

    /// Appends `value` if it is an array of bytes; false when it is something else or too long for one run.
    @inline(__always)
    static func append<T>(_ value: T, to sink: ByteSink) -> Bool {
        guard T.self == [UInt8].self else { return false }
        return withUnsafePointer(to: value) { pointer in
            // `T` is `[UInt8]`, as was just seen.
            UnsafeRawPointer(pointer).assumingMemoryBound(to: [UInt8].self).pointee.withUnsafeBytes { bytes in
                guard bytes.count <= ItemLimits.length - before - after else { return false }
                sink.ensure(bytes.count + before + after)
                sink.append(fixed: WireType.bytes.rawValue)
                sink.append(fixed: UInt32(truncatingIfNeeded: bytes.count))
                sink.append(bytes)
                sink.append(fixed: UInt32(0))
                return true
            }
        }
    }

    /// The bytes of an item that is one run of bytes and nothing else; nil when it is something else.
    @inline(__always)
    static func run(in item: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
        let count = item.count - before - after
        guard count >= 0, item[0] == WireType.bytes.rawValue,
            Int(item.loadUnaligned(fromByteOffset: 1, as: UInt32.self)) == count,
            item.loadUnaligned(fromByteOffset: item.count - after, as: UInt32.self) == 0
        else { return nil }
        return UnsafeRawBufferPointer(rebasing: item[before..<before + count])
    }
}
