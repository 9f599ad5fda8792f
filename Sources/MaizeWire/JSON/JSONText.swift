/// The texts of JSON: what stands between their quotes, in both directions.
package enum JSONText {
    enum Escape {
        /// What it stands for, and how many bytes it takes.
        case scalar(Unicode.Scalar, length: Int)
        case unknown, halfPair
    }

    /// The place of the first quote, backslash or control character from `start` on; the count if there is none.
    static func firstSpecial(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var place = start
        let ones: UInt64 = 0x0101_0101_0101_0101
        while place + 8 <= bytes.count {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            let quotes = word ^ (ones &* 0x22)
            let slashes = word ^ (ones &* 0x5C)
            // A byte's high bit is set where the byte is zero, or below 0x20; the lowest such bit is never wrong.
            let found =
                ((quotes &- ones) & ~quotes) | ((slashes &- ones) & ~slashes) | ((word &- ones &* 0x20) & ~word)
            let high = found & (ones &* 0x80)
            if high != 0 { return place + high.trailingZeroBitCount / 8 }
            place += 8
        }
        while place < bytes.count {
            let byte = bytes[place]
            if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return place }
            place += 1
        }
        return place
    }

    /// The escape whose backslash is at `place`, with at least one byte behind it.
    static func escape(in bytes: UnsafeRawBufferPointer, at place: Int) -> Escape {
        switch bytes[place + 1] {
        case UInt8(ascii: "\""): return .scalar("\"", length: 2)
        case UInt8(ascii: "\\"): return .scalar("\\", length: 2)
        case UInt8(ascii: "/"): return .scalar("/", length: 2)
        case UInt8(ascii: "b"): return .scalar("\u{8}", length: 2)
        case UInt8(ascii: "f"): return .scalar("\u{C}", length: 2)
        case UInt8(ascii: "n"): return .scalar("\n", length: 2)
        case UInt8(ascii: "r"): return .scalar("\r", length: 2)
        case UInt8(ascii: "t"): return .scalar("\t", length: 2)
        case UInt8(ascii: "u"): break
        default: return .unknown
        }
        guard let first = codeUnit(in: bytes, at: place + 2) else { return .unknown }
        if let scalar = Unicode.Scalar(first) { return .scalar(scalar, length: 6) }
        // Beyond the first 65,536 scalars: a pair of surrogates.
        guard UTF16.isLeadSurrogate(first), place + 7 < bytes.count, bytes[place + 6] == UInt8(ascii: "\\"),
            bytes[place + 7] == UInt8(ascii: "u"), let second = codeUnit(in: bytes, at: place + 8),
            UTF16.isTrailSurrogate(second),
            let scalar = Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00))
        else { return .halfPair }
        return .scalar(scalar, length: 12)
    }

    /// Four hexadecimal digits as a number.
    private static func codeUnit(in bytes: UnsafeRawBufferPointer, at start: Int) -> UInt16? {
        guard start + 4 <= bytes.count else { return nil }
        var unit: UInt16 = 0
        for byte in bytes[start..<(start + 4)] {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): unit = unit << 4 | UInt16(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): unit = unit << 4 | UInt16(byte - UInt8(ascii: "a") + 10)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): unit = unit << 4 | UInt16(byte - UInt8(ascii: "A") + 10)
            default: return nil
            }
        }
        return unit
    }

    /// What a text that was read stands for.
    package static func string(_ node: JSONNode, in bytes: UnsafeRawBufferPointer) -> String {
        let inner = UnsafeRawBufferPointer(rebasing: bytes[(node.start + 1)..<(node.end - 1)])
        return node.isPlain ? String(decoding: inner, as: UTF8.self) : String(decoding: unescaped(inner), as: UTF8.self)
    }

    /// The bytes that a text with sound escapes stands for.
    static func unescaped(_ text: UnsafeRawBufferPointer) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var place = 0
        while place < text.count {
            let next = firstSpecial(in: text, from: place)
            result += text[place..<next]
            guard next < text.count, case .scalar(let scalar, let length) = escape(in: text, at: next) else { break }
            result += UTF8.encode(scalar) ?? UTF8.EncodedScalar()
            place = next + length
        }
        return result
    }

    /// Appends a text with its quotes, and with escapes where JSON needs them; the text is valid UTF-8.
    package static func append(_ text: UnsafeRawBufferPointer, to buffer: ByteBuffer) {
        buffer.append(fixed: UInt8(ascii: "\""))
        var place = 0
        while place < text.count {
            let next = firstSpecial(in: text, from: place)
            buffer.append(UnsafeRawBufferPointer(rebasing: text[place..<next]))
            guard next < text.count else { break }
            appendEscape(of: text[next], to: buffer)
            place = next + 1
        }
        buffer.append(fixed: UInt8(ascii: "\""))
    }

    private static func appendEscape(of byte: UInt8, to buffer: ByteBuffer) {
        let backslash = UInt8(ascii: "\\")
        buffer.append(fixed: backslash)
        switch byte {
        case UInt8(ascii: "\""), backslash: buffer.append(fixed: byte)
        case 0x08: buffer.append(fixed: UInt8(ascii: "b"))
        case 0x0C: buffer.append(fixed: UInt8(ascii: "f"))
        case 0x0A: buffer.append(fixed: UInt8(ascii: "n"))
        case 0x0D: buffer.append(fixed: UInt8(ascii: "r"))
        case 0x09: buffer.append(fixed: UInt8(ascii: "t"))
        default:
            let digits = String(byte, radix: 16)
            for digit in (digits.utf8.count == 1 ? "u000" : "u00").utf8 { buffer.append(fixed: digit) }
            for digit in digits.utf8 { buffer.append(fixed: digit) }
        }
    }

    /// A text with its quotes.
    package static func quoted(_ text: String) -> String {
        var text = text
        let buffer = ByteBuffer()
        text.withUTF8 { append(UnsafeRawBufferPointer($0), to: buffer) }
        return String(decoding: buffer.bytes, as: UTF8.self)
    }
}
