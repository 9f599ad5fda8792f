/// Looks for the first byte that is not UTF-8 (RFC 3629), eight bytes at a time while they are ASCII.
enum UTF8Check {
    /// The place of the first byte from `start` on that is not ASCII; the count if all are.
    static func firstBeyondASCII(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var place = start
        while place + 8 <= bytes.count {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            let high = word & 0x8080_8080_8080_8080
            if high != 0 { return place + high.trailingZeroBitCount / 8 }
            place += 8
        }
        while place < bytes.count, bytes[place] < 0x80 { place += 1 }
        return place
    }

    /// The place where the first sequence begins that is not UTF-8, at or after `start`; nil if all is.
    static func firstInvalid(in bytes: UnsafeRawBufferPointer, from start: Int = 0) -> Int? {
        var place = firstBeyondASCII(in: bytes, from: start)
        while place < bytes.count {
            let length = sequenceLength(in: bytes, at: place)
            if length == 0 { return place }
            place += length
            if place < bytes.count, bytes[place] < 0x80 { place = firstBeyondASCII(in: bytes, from: place) }
        }
        return nil
    }

    /// The length of the sequence at `place`, or 0 if it is none.
    ///
    /// The bounds of the second byte keep out overlong forms, surrogates, and what is beyond U+10FFFF.
    private static func sequenceLength(in bytes: UnsafeRawBufferPointer, at place: Int) -> Int {
        var length = 3
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch bytes[place] {
        case 0...0x7F: return 1
        case 0xC2...0xDF: length = 2
        case 0xE0: second = 0xA0...0xBF
        case 0xED: second = 0x80...0x9F
        case 0xE1...0xEF: break
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: length = 4
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return 0
        }
        guard place + length <= bytes.count, second.contains(bytes[place + 1]) else { return 0 }
        for next in place + 2..<place + max(length, 2) where bytes[next] & 0xC0 != 0x80 { return 0 }
        return length
    }
}
