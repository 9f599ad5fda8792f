/// Texts in quotes, and what they escape.
extension JSONReader {
    mutating func string() throws -> String {
        let start = position
        place += 1
        var result: [UInt8] = []
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""):
                place += 1
                return String(decoding: result, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard place + 1 < bytes.count else { throw endless(start) }
                result += UTF8.encode(try escape()) ?? UTF8.EncodedScalar()
            case ..<0x20: throw error("a control character inside of a text; write it as an escape")
            default:
                result.append(byte)
                place += 1
            }
        }
        throw endless(start)
    }

    private func endless(_ start: Position) -> DocumentError {
        DocumentError(position: start, message: "no sound JSON: a text does not end")
    }

    private static let escapes: [UInt8: Unicode.Scalar] = [
        UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/", UInt8(ascii: "b"): "\u{8}",
        UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n", UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
    ]

    private mutating func escape() throws -> Unicode.Scalar {
        guard bytes[place + 1] == UInt8(ascii: "u") else {
            guard let scalar = JSONReader.escapes[bytes[place + 1]] else { throw error("an unknown escape") }
            place += 2
            return scalar
        }
        guard let first = codeUnit(at: place + 2) else { throw error("an unknown escape") }
        if let scalar = Unicode.Scalar(first) {
            place += 6
            return scalar
        }
        // Beyond the first 65,536 scalars: a pair of surrogates.
        guard UTF16.isLeadSurrogate(first), place + 7 < bytes.count, bytes[place + 6] == UInt8(ascii: "\\"),
            bytes[place + 7] == UInt8(ascii: "u"), let second = codeUnit(at: place + 8), UTF16.isTrailSurrogate(second),
            let scalar = Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00))
        else { throw error("half of a surrogate pair") }
        place += 12
        return scalar
    }

    /// Four hexadecimal digits as a number.
    private func codeUnit(at start: Int) -> UInt16? {
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
}
