/// The number that an item ends with on a numbered channel.
package enum ItemNumber {
    /// Its bytes.
    package static let size = 8

    /// The number as it is appended.
    package static func word(_ number: Int) -> UInt64 { UInt64(truncatingIfNeeded: number) }

    /// Takes an item and its number apart; nil for bytes that are too few to end with one.
    package static func split(
        _ bytes: UnsafeRawBufferPointer
    ) -> (item: UnsafeRawBufferPointer, number: Int)? {
        guard bytes.count >= size else { return nil }
        let end = bytes.count - size
        let word = bytes.loadUnaligned(fromByteOffset: end, as: UInt64.self)
        return (UnsafeRawBufferPointer(rebasing: bytes[..<end]), Int(truncatingIfNeeded: word))
    }
}
