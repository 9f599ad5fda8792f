/// Dates and times of RFC 3339, as TOML takes them: with or without a date, a time and an offset.
enum TOMLDate {
    /// Whether the bytes have the shape of a date alone.
    static func isDate(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.count == 10 && zip(bytes, "dddd-dd-dd".utf8).allSatisfy { matches($0, $1) }
    }

    /// Whether a word could be nothing but a date or a time.
    static func looksLikeOne(_ word: String) -> Bool {
        word.utf8.contains(UInt8(ascii: ":")) || zip(word.utf8, "dddd-".utf8).count { matches($0, $1) } == 5
    }

    /// Whether a word is a date, a time, or both, of a day and an hour that there are.
    static func isSound(_ word: String) -> Bool {
        var rest = Array(word.utf8)[...]
        if let date = take("dddd-dd-dd", &rest) {
            guard (1...12).contains(date[1]), (1...days(ofMonth: date[1], year: date[0])).contains(date[2]) else {
                return false
            }
            guard let next = rest.popFirst() else { return true }
            guard "Tt ".utf8.contains(next), takeTime(&rest) else { return false }
            return rest.isEmpty || isOffset(rest)
        }
        return takeTime(&rest) && rest.isEmpty
    }

    private static func matches(_ byte: UInt8, _ pattern: UInt8) -> Bool {
        pattern == UInt8(ascii: "d") ? isDigit(byte) : byte == pattern
    }

    private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

    /// The numbers of a pattern, which stand where `d` does.
    private static func take(_ pattern: String, _ rest: inout ArraySlice<UInt8>) -> [Int]? {
        let part = rest.prefix(pattern.utf8.count)
        guard part.count == pattern.utf8.count, zip(part, pattern.utf8).allSatisfy({ matches($0, $1) }) else {
            return nil
        }
        rest = rest.dropFirst(part.count)
        return part.split { !isDigit($0) }.map { $0.reduce(0) { 10 * $0 + Int($1 - UInt8(ascii: "0")) } }
    }

    private static func takeTime(_ rest: inout ArraySlice<UInt8>) -> Bool {
        // A minute may have a leap second.
        guard let time = take("dd:dd:dd", &rest), time[0] < 24, time[1] < 60, time[2] <= 60 else { return false }
        guard rest.first == UInt8(ascii: ".") else { return true }
        let digits = rest.dropFirst().prefix(while: isDigit)
        rest = rest.dropFirst(1 + digits.count)
        return !digits.isEmpty
    }

    private static func isOffset(_ rest: ArraySlice<UInt8>) -> Bool {
        guard let first = rest.first else { return false }
        var rest = rest.dropFirst()
        if "Zz".utf8.contains(first) { return rest.isEmpty }
        guard "+-".utf8.contains(first), let offset = take("dd:dd", &rest) else { return false }
        return rest.isEmpty && offset[0] < 24 && offset[1] < 60
    }

    private static func days(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
