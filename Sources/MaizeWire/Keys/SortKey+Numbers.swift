/// Numbers in sort keys: exactly by their value, so that no two different ones are equal.
///
/// A number but 0 is ±1.fraction · 2^exponent. The first byte tells the sign and, for the usual exponents from 0 to 63,
/// the exponent too; others follow in two bytes. The fraction comes in groups of 7 bits, the last bit of each byte tells
/// whether there are more. All of a negative number but its first byte is complemented. 0 and -0 are one number; what is
/// no number (NaN) comes after all others, and all such are equal.
///
/// | first byte | |
/// |---|---|
/// | 8, 142 | -∞, ∞ |
/// | 9, 141 | the exponent is above 63 |
/// | 10 … 73, 77 … 140 | it is from 63 down to 0, from 0 to 63 |
/// | 74, 76 | it is below 0 |
/// | 75 | 0 |
/// | 143 | NaN |
extension SortKey {
    private static let zero: UInt8 = 75
    private static let nan: UInt8 = 143
    private static let bias = 0x8000

    /// Appends the key of the number of a type that lies at `place`.
    static func append(number type: WireType, _ place: UnsafeRawPointer, to sink: ByteSink) {
        switch type {
        case .int8: append(signed: place.loadUnaligned(as: Int8.self), to: sink)
        case .int16: append(signed: place.loadUnaligned(as: Int16.self), to: sink)
        case .int32: append(signed: place.loadUnaligned(as: Int32.self), to: sink)
        case .int64: append(signed: place.loadUnaligned(as: Int64.self), to: sink)
        case .int128: append(signed: place.loadUnaligned(as: Int128.self), to: sink)
        case .uint8: append(unsigned: place.loadUnaligned(as: UInt8.self), to: sink)
        case .uint16: append(unsigned: place.loadUnaligned(as: UInt16.self), to: sink)
        case .uint32: append(unsigned: place.loadUnaligned(as: UInt32.self), to: sink)
        case .uint64: append(unsigned: place.loadUnaligned(as: UInt64.self), to: sink)
        case .uint128: append(unsigned: place.loadUnaligned(as: UInt128.self), to: sink)
        case .float: append(double: Double(place.loadUnaligned(as: Float.self)), to: sink)
        case .double: append(double: place.loadUnaligned(as: Double.self), to: sink)
        default: preconditionFailure("only numbers are ordered as numbers")
        }
    }

    private static func append<Number: SignedInteger & FixedWidthInteger>(signed number: Number, to sink: ByteSink) {
        append(magnitude: UInt128(number.magnitude), isNegative: number < 0, to: sink)
    }

    private static func append<Number: UnsignedInteger>(unsigned number: Number, to sink: ByteSink) {
        append(magnitude: UInt128(number), isNegative: false, to: sink)
    }

    private static func append(magnitude: UInt128, isNegative: Bool, to sink: ByteSink) {
        guard magnitude != 0 else { return sink.append(fixed: zero) }
        let zeros = magnitude.leadingZeroBitCount
        // The leading bit is always there and not written.
        append(isNegative, exponent: 127 - zeros, fraction: (magnitude << zeros) << 1, to: sink)
    }

    private static func append(double number: Double, to sink: ByteSink) {
        guard !number.isNaN else { return sink.append(fixed: nan) }
        guard number != 0 else { return sink.append(fixed: zero) }
        guard number.isFinite else { return sink.append(fixed: UInt8(number < 0 ? 8 : 142)) }
        // Of a subnormal number too, the significand is from 1 to 2 and its pattern lacks the leading bit.
        let fraction = UInt128(number.significand.significandBitPattern) << (128 - Double.significandBitCount)
        append(number < 0, exponent: Int(number.exponent), fraction: fraction, to: sink)
    }

    /// Appends a finite number that is not 0; the bits of its fraction begin at the left of `fraction`.
    private static func append(_ isNegative: Bool, exponent: Int, fraction: UInt128, to sink: ByteSink) {
        let mask: UInt8 = isNegative ? 0xFF : 0
        if (0...63).contains(exponent) {
            sink.append(fixed: UInt8(isNegative ? 73 - exponent : 77 + exponent))
        } else {
            let isLarge = exponent > 63
            sink.append(fixed: UInt8(isLarge ? (isNegative ? 9 : 141) : (isNegative ? 74 : 76)))
            let biased = UInt16(exponent + bias)
            sink.append(fixed: UInt8(biased >> 8) ^ mask)
            sink.append(fixed: UInt8(biased & 0xFF) ^ mask)
        }
        var rest = fraction
        repeat {
            let bits = UInt8(rest >> 121)
            rest <<= 7
            sink.append(fixed: (bits << 1 | (rest == 0 ? 0 : 1)) ^ mask)
        } while rest != 0
    }
}
