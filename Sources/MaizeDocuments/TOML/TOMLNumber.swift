/// The numbers of TOML.
enum TOMLNumber {
    /// A number without what groups its digits; nil for what is none.
    ///
    /// Binary digits come as hexadecimal ones.
    static func digits(of word: String) -> (text: String, isFloating: Bool)? {
        for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where word.hasPrefix(prefix) {
            let bytes = Array(word.utf8.dropFirst(prefix.utf8.count))
            guard runLength(bytes[...], radix: radix) == bytes.count else { return nil }
            let digits = ungrouped(word).dropFirst(prefix.count)
            return (radix == 2 ? hexadecimal(digits) : prefix + digits, false)
        }
        var rest = Array(word.utf8)[...]
        skip("+-", &rest)
        let whole = runLength(rest)
        guard whole == 1 || whole > 1 && rest.first != UInt8(ascii: "0") else { return nil }
        rest = rest.dropFirst(whole)
        let isFloating = !rest.isEmpty
        if skip(".", &rest) {
            let fraction = runLength(rest)
            guard fraction > 0 else { return nil }
            rest = rest.dropFirst(fraction)
        }
        if skip("eE", &rest) {
            skip("+-", &rest)
            let exponent = runLength(rest)
            guard exponent > 0 else { return nil }
            rest = rest.dropFirst(exponent)
        }
        return rest.isEmpty ? (ungrouped(word), isFloating) : nil
    }

    @discardableResult
    private static func skip(_ choices: StaticString, _ rest: inout ArraySlice<UInt8>) -> Bool {
        guard let first = rest.first, "\(choices)".utf8.contains(first) else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// How many bytes are digits, or lines between two of them.
    private static func runLength(_ bytes: ArraySlice<UInt8>, radix: Int = 10) -> Int {
        var end = bytes.startIndex
        var isBehindDigit = false
        while end < bytes.endIndex {
            let isDigit = digit(bytes[end]) < radix
            guard isDigit || isBehindDigit && bytes[end] == UInt8(ascii: "_") else { break }
            isBehindDigit = isDigit
            end += 1
        }
        if end > bytes.startIndex, !isBehindDigit { end -= 1 }
        return end - bytes.startIndex
    }

    /// What a hexadecimal digit stands for; more than any radix for anything else.
    private static func digit(_ byte: UInt8) -> Int {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(byte - UInt8(ascii: "a")) + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(byte - UInt8(ascii: "A")) + 10
        default: .max
        }
    }

    private static func ungrouped(_ word: String) -> String { word.filter { $0 != "_" } }

    private static func hexadecimal(_ digits: Substring) -> String {
        var result = "0x"
        var rest = String(repeating: "0", count: (4 - digits.count % 4) % 4) + digits
        while !rest.isEmpty {
            result += String(UInt8(rest.prefix(4), radix: 2) ?? 0, radix: 16)
            rest.removeFirst(4)
        }
        return result
    }
}
