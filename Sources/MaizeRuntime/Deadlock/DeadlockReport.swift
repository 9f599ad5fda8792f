internal import MaizeWire

/// What is said of deadlocks: who waits for whom in a circle, who only waits for those, and what to do about it.
struct DeadlockReport: Sendable {
    private let inCircles: [DeadlockWait]
    private let outside: [DeadlockWait]
    private let advice: [String]

    /// Puts deadlocks into words.
    ///
    /// - Parameters:
    ///   - waits: The nodes, in the order in which they are told.
    ///   - wideningLimit: The items by which channels could be widened.
    init(_ waits: [DeadlockWait], wideningLimit: Int) {
        inCircles = waits.filter { $0.circle != nil }
        outside = waits.filter { $0.circle == nil }
        var advice: [String] = []
        let circles = Dictionary(grouping: inCircles) { $0.circle }
        for circle in inCircles.compactMap({ circles[$0.circle] }) {
            let line = DeadlockReport.advice(on: circle, wideningLimit)
            if !advice.contains(line) { advice.append(line) }
        }
        self.advice = advice
    }

    /// Everything that fits into so many lines, the circles first.
    func lines(atMost longest: Int) -> [String] {
        let roomOutside = outside.isEmpty ? 0 : 1 + min(outside.count, 3)
        var lines = ["deadlock: \(headline)"]
        lines += cut(inCircles, to: longest - 1 - advice.count - roomOutside)
        if !outside.isEmpty {
            let count = outside.count
            lines.append(count == 1 ? "one more node waits for these:" : "\(count) more nodes wait for these:")
            lines += cut(outside, to: roomOutside - 1)
        }
        return lines + advice
    }

    /// The deadlocks in one line, with the first of their nodes.
    var brief: String {
        let names = inCircles.prefix(5).map(\.node).joined(separator: ", ")
        return "a deadlock: \(headline): \(names)\(inCircles.count > 5 ? " and \(inCircles.count - 5) more" : "")"
    }

    private var headline: String {
        switch (inCircles.count, Set(inCircles.map(\.circle)).count) {
        case (1, _): "a node waits for itself and can never go on"
        case (let nodes, 1): "\(nodes) nodes wait for each other and can never go on"
        case (let nodes, let circles): "\(nodes) nodes in \(circles) circles wait for each other and can never go on"
        }
    }

    private func cut(_ waits: [DeadlockWait], to count: Int) -> [String] {
        if waits.count <= count { return waits.map { "  \($0)" } }
        let shown = waits.prefix(max(1, count - 1)).map { "  \($0)" }
        return shown + ["  and \(waits.count - shown.count) more"]
    }

    private static func advice(on circle: [DeadlockWait], _ limit: Int) -> String {
        let needs = Set(circle.flatMap(\.channels).map(\.need))
        if needs == [.item] { return "what to do: let one of these nodes send before it receives" }
        let read = "or read what waits there before anything else"
        if limit == 0 {
            return "what to do: let full channels grow (--widen is 0), connect them with more capacity, \(read)"
        }
        if needs.contains(.room) {
            return "what to do: raise --widen, whose limit of \(limit) items is reached, \(read)"
        }
        return "what to do: send less at a time, since channels hold all the memory that they may, \(read)"
    }
}
