internal import Glibc

/// The order of keys, upwards or downwards, and the numbers that decide it most of the time.
struct KeyOrder {
    var isDescending = false

    /// A number that is less for a key that comes first; equal ones decide nothing.
    @inline(__always)
    func prefix(of key: UnsafeRawBufferPointer) -> UInt64 {
        var prefix: UInt64
        if key.count >= 8 {
            prefix = UInt64(bigEndian: key.loadUnaligned(as: UInt64.self))
        } else {
            prefix = 0
            for byte in key { prefix = prefix << 8 | UInt64(byte) }
            prefix <<= UInt64(8 * (8 - key.count))
        }
        return isDescending ? ~prefix : prefix
    }

    /// Below 0 where `left` comes first, above 0 where `right` does, 0 where both are equal.
    @inline(__always)
    func compare(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Int {
        var result = 0
        if let one = left.baseAddress, let other = right.baseAddress {
            result = Int(memcmp(one, other, min(left.count, right.count)))
        }
        if result == 0 { result = left.count - right.count }
        return isDescending ? -result : result
    }
}
