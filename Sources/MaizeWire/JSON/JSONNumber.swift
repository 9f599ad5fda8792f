/// The numbers of RFC 8259.
enum JSONNumber {
    /// Where the number that begins at `start` ends, and whether it is written as a whole one; nil if it is none.
    static func end(in bytes: UnsafeRawBufferPointer, from start: Int) -> (end: Int, isWhole: Bool)? {
        var place = start
        var isWhole = true
        if byte(bytes, place) == UInt8(ascii: "-") { place += 1 }
        if byte(bytes, place) == UInt8(ascii: "0") { place += 1 } else if !skipDigits(bytes, &place) { return nil }
        if byte(bytes, place) == UInt8(ascii: ".") {
            place += 1
            isWhole = false
            guard skipDigits(bytes, &place) else { return nil }
        }
        if byte(bytes, place) | 0x20 == UInt8(ascii: "e") {
            place += 1
            isWhole = false
            let sign = byte(bytes, place)
            if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { place += 1 }
            guard skipDigits(bytes, &place) else { return nil }
        }
        return isWordByte(byte(bytes, place)) ? nil : (place, isWhole)
    }

    /// The byte at a place, or 0 at the end, which is no byte of a number.
    @inline(__always)
    private static func byte(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt8 {
        place < bytes.count ? bytes[place] : 0
    }

    @inline(__always)
    private static func skipDigits(_ bytes: UnsafeRawBufferPointer, _ place: inout Int) -> Bool {
        let first = place
        while byte(bytes, place) &- UInt8(ascii: "0") < 10 { place += 1 }
        return place > first
    }

    /// Whether a number or a word goes on with this byte.
    static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    /// The value of a number that is written as a whole one; nil if it does not fit.
    static func whole<Number: FixedWidthInteger>(_ type: Number.Type, _ text: UnsafeRawBufferPointer) -> Number? {
        guard let first = text.first else { return nil }
        let isNegative = first == UInt8(ascii: "-")
        var value: Number = 0
        for place in (isNegative ? 1 : 0)..<text.count {
            let digit = Number(truncatingIfNeeded: text[place] &- UInt8(ascii: "0"))
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) =
                isNegative ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
            if overflow || carry { return nil }
            value = sum
        }
        return value
    }

    /// The value of a sound number, rounded to the nearest; infinite if it is too large.
    static func floating(_ text: UnsafeRawBufferPointer) -> Double {
        exact(text) ?? Double(String(decoding: text, as: UTF8.self)) ?? .infinity
    }

    /// The value of a number of few digits, by one division.
    ///
    /// That rounds as it must, since both of its operands are exact: W. D. Clinger, "How to read floating point numbers
    /// accurately", PLDI 1990.
    private static func exact(_ text: UnsafeRawBufferPointer) -> Double? {
        var digits: UInt64 = 0
        var count = 0
        var scale = 0
        var place = text.first == UInt8(ascii: "-") ? 1 : 0
        var isFraction = false
        while place < text.count {
            let byte = text[place]
            if byte == UInt8(ascii: ".") {
                isFraction = true
            } else {
                // An exponent is left to the general way.
                guard byte &- UInt8(ascii: "0") < 10, count < 19 else { return nil }
                digits = digits &* 10 &+ UInt64(byte &- UInt8(ascii: "0"))
                if digits > 0 { count += 1 }
                if isFraction { scale += 1 }
            }
            place += 1
        }
        guard digits <= 1 << 53, scale < powersOfTen.count else { return nil }
        let value = Double(digits) / powersOfTen[scale]
        return text.first == UInt8(ascii: "-") ? -value : value
    }

    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20,
        1e21, 1e22,
    ]
}
