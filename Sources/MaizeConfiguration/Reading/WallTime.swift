/// The time that a batch job may take, as batch systems write it.
package enum WallTime {
    package static let shape = "HH:MM:SS, or D-HH:MM:SS for days"

    /// The seconds of `24:00:00` or `2-12:00:00`; nil for a text of another shape.
    package static func seconds(_ text: String) -> Double? {
        var days = 0
        var clock = text[...]
        if let end = text.firstIndex(of: "-") {
            guard let number = number(text[..<end], below: nil) else { return nil }
            days = number
            clock = text[text.index(after: end)...]
        }
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
            let hours = number(parts[0], below: clock.startIndex == text.startIndex ? nil : 24),
            let minutes = number(parts[1], below: 60), let seconds = number(parts[2], below: 60)
        else { return nil }
        let total = Double(days) * 86_400 + Double(hours) * 3600 + Double(minutes * 60 + seconds)
        return total > 0 ? total : nil
    }

    /// Seconds in that shape.
    package static func text(_ seconds: Double) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let whole = Int(seconds)
        return "\(two(whole / 3600)):\(two(whole / 60 % 60)):\(two(whole % 60))"
    }

    private static func number(_ digits: Substring, below limit: Int?) -> Int? {
        guard !digits.isEmpty, digits.utf8.count <= 6, digits.utf8.allSatisfy({ (48...57).contains($0) }),
            let number = Int(digits), limit.map({ number < $0 }) ?? true
        else { return nil }
        return number
    }
}
