/// One thing that was measured, and the raw pipe beside it, in the same unit.
struct Measurement {
    enum Unit {
        /// Items a second: more is better.
        case itemsPerSecond
        /// Microseconds: less is better.
        case microseconds
    }

    let name: String
    let unit: Unit
    /// One pair a repetition, taken one after the other.
    let pairs: [(ours: Double, raw: Double)]
    /// What the ratio must reach: at least this share of the raw rate, at most this multiple of the raw time.
    let bar: Double

    /// Ours to raw; the median over the pairs.
    var ratio: Double { median(pairs.map { $0.ours / $0.raw }) }

    var isReached: Bool { unit == .itemsPerSecond ? ratio >= bar : ratio <= bar }

    static let header = header("raw pipe")

    /// The names of the columns, with what stands beside ours.
    static func header(_ raw: String) -> String { row("", "ours", raw, "ratio", "bar") }

    var line: String {
        let sign = unit == .itemsPerSecond ? "≥" : "≤"
        return Measurement.row(
            name,
            text(median(pairs.map(\.ours))),
            text(median(pairs.map(\.raw))),
            Measurement.fixed(ratio, 2),
            "\(sign) \(Measurement.fixed(bar, 2))"
        ) + (isReached ? "" : "  missed")
    }

    private func text(_ value: Double) -> String {
        switch unit {
        case .itemsPerSecond where value >= 1e6: Measurement.fixed(value / 1e6, 2) + " M/s"
        case .itemsPerSecond where value >= 1e4: Measurement.fixed(value / 1e3, 1) + " k/s"
        case .itemsPerSecond: Measurement.fixed(value, 0) + " /s"
        case .microseconds: Measurement.fixed(value, 1) + " µs"
        }
    }

    private static func row(_ name: String, _ columns: String...) -> String {
        func padded(_ text: String, _ width: Int, left: Bool) -> String {
            let space = String(repeating: " ", count: max(0, width - text.count))
            return left ? text + space : space + text
        }
        return padded(name, 44, left: true) + columns.map { padded($0, 13, left: false) }.joined()
    }

    static func fixed(_ value: Double, _ digits: Int) -> String {
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        let whole = Int((value * scale).rounded())
        guard digits > 0 else { return String(whole) }
        let rest = String(whole % Int(scale))
        return "\(whole / Int(scale)).\(String(repeating: "0", count: digits - rest.count))\(rest)"
    }
}

func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
