/// Numbers for people, in few characters.
package enum NumberText {
    /// A count: exact while it is short, then with a unit: `99999`, `1.23M`.
    static func count(_ number: Int) -> String { number < 100_000 ? String(number) : scaled(Double(number)) }

    /// A number of things: `1 node`, `2 nodes`.
    package static func counted(_ number: Int, _ word: String) -> String {
        number == 1 ? "1 \(word)" : "\(number) \(word)s"
    }

    /// A rate: `0/s`, `0.3/s`, `12/s`, `1.23M/s`.
    static func rate(_ perSecond: Double) -> String {
        if perSecond < 0.05 { return "0/s" }
        if perSecond < 10 { return fixed(perSecond, digits: 1) + "/s" }
        return (perSecond < 10_000 ? fixed(perSecond, digits: 0) : scaled(perSecond)) + "/s"
    }

    /// A time: `0.25 s`, `12.3 s`, `3 min 4 s`, `2 h 5 min`.
    static func seconds(_ value: Double) -> String {
        switch value {
        case ..<10: return fixed(value, digits: 2) + " s"
        case ..<60: return fixed(value, digits: 1) + " s"
        case ..<3600: return "\(Int(value) / 60) min \(Int(value) % 60) s"
        default: return "\(Int(min(value, 1e12)) / 3600) h \(Int(min(value, 1e12)) % 3600 / 60) min"
        }
    }

    /// Whole seconds, for a clock that ticks.
    static func clock(_ value: Double) -> String {
        value < 60 ? "\(Int(max(0, value))) s" : seconds(value)
    }

    /// A number of three digits at least, with a unit.
    private static func scaled(_ number: Double) -> String {
        var rest = number
        var units = ["k", "M", "G", "T", "P"][...]
        var unit = ""
        while rest >= 1000, let next = units.popFirst() {
            rest /= 1000
            unit = next
        }
        return fixed(rest, digits: rest < 10 ? 2 : rest < 100 ? 1 : 0) + unit
    }

    /// A number that is not negative with so many digits after the point.
    static func fixed(_ number: Double, digits: Int) -> String {
        let factor = (0..<digits).reduce(1) { product, _ in product * 10 }
        let whole = Int((min(max(0, number), 1e15) * Double(factor)).rounded())
        guard digits > 0 else { return String(whole) }
        let fraction = String(whole % factor)
        return "\(whole / factor)." + String(repeating: "0", count: digits - fraction.count) + fraction
    }
}
