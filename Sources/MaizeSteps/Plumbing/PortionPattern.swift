/// Which output gets the next item, by a list of how many items each gets in turn.
struct PortionPattern {
    /// How many items an output gets; -1 for all that follow.
    private let counts: [Int]
    private let cycles: Bool
    private var place = 0
    /// Items that the output at `place` has had in this turn.
    private var given = 0

    init(_ counts: [Int], cycles: Bool) {
        self.counts = counts
        self.cycles = cycles
    }

    /// What is wrong with a pattern for so many outputs, and what to do about it.
    static func problem(with counts: [Int], outputs: Int) -> String? {
        if counts.count != outputs {
            return "pattern has \(counts.count == 1 ? "one number" : "\(counts.count) numbers"), but out has"
                + " \(outputs == 1 ? "one channel" : "\(outputs) channels"); give one number for each channel"
        }
        if let count = counts.first(where: { $0 < -1 }) {
            return
                "pattern holds \(count); each number is how many items an output gets, or -1 at the end for all that follow"
        }
        if counts.dropLast().contains(-1) {
            return
                "pattern has a -1 before its end, so the outputs behind it would never get an item; only the last number"
                + " can be -1"
        }
        return counts.allSatisfy { $0 == 0 } ? "pattern holds nothing but 0, so no item could go anywhere" : nil
    }

    /// The output for the next item; nil when the pattern is exhausted.
    mutating func next() -> Int? {
        while true {
            guard place < counts.count else { return nil }
            if counts[place] == -1 || given < counts[place] {
                given += 1
                return place
            }
            given = 0
            place += 1
            if place == counts.count, cycles { place = 0 }
        }
    }

    /// The outputs that may still get items.
    var remaining: Range<Int> {
        cycles && counts.last != -1 ? 0..<counts.count : min(place, counts.count)..<counts.count
    }
}
