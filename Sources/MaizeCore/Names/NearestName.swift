/// What a user who wrote a name that does not exist probably meant.
package enum NearestName {
    /// The end of a message: `; did you mean 'x'?`, else what there is: `; there are: a, b`.
    package static func suggestion(for name: String, among known: some Sequence<String>) -> String {
        let known = Array(known)
        return suggestion(nearest(to: name, among: known), among: known)
    }

    /// The same of a name that was looked for already.
    package static func suggestion(_ nearest: String?, among known: [String]) -> String {
        if let nearest { return "; did you mean '\(nearest)'?" }
        guard !known.isEmpty else { return "; there are none" }
        let shown = known.sorted().prefix(20).joined(separator: ", ")
        return "; there are: \(shown)" + (known.count > 20 ? " and \(known.count - 20) more" : "")
    }

    /// The name with the fewest edits, if these are few enough for a slip; else the only one that begins so.
    package static func nearest(to name: String, among known: [String]) -> String? {
        let wanted = Array(name.lowercased().utf8.prefix(64))
        // Fewer than there are letters: one letter is not like another.
        let allowed = min(max(1, wanted.count / 3), wanted.count - 1)
        let slips = known.lazy
            .filter { abs($0.utf8.count - wanted.count) <= allowed }
            .compactMap { name in
                edits(wanted, Array(name.lowercased().utf8.prefix(64)), allowed: allowed).map {
                    (name: name, edits: $0)
                }
            }
        if let nearest = slips.min(by: { ($0.edits, $0.name) < ($1.edits, $1.name) }) { return nearest.name }
        // In a long list a beginning says little, and a file may have thousands of wrong names.
        guard wanted.count >= 3, known.count <= 200 else { return nil }
        let longer = known.filter { $0.utf8.starts(with: wanted) { $0 | 0x20 == $1 | 0x20 } }
        return longer.count == 1 ? longer[0] : nil
    }

    /// Insertions, deletions, replacements and exchanges of neighbours (Damerau 1964, each place changed once); nil as soon
    /// as there are more than `allowed`.
    private static func edits(_ left: [UInt8], _ right: [UInt8], allowed: Int) -> Int? {
        var twoAbove = [Int](repeating: 0, count: right.count + 1)
        var above = Array(0...right.count)
        var current = twoAbove
        var leastAbove = 0
        for row in left.indices {
            current[0] = row + 1
            var least = row + 1
            for column in right.indices {
                var cost = min(above[column + 1] + 1, current[column] + 1)
                cost = min(cost, above[column] + (left[row] == right[column] ? 0 : 1))
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    cost = min(cost, twoAbove[column - 1] + 1)
                }
                current[column + 1] = cost
                least = min(least, cost)
            }
            // All that follows is made of these two rows, and never less.
            if min(least, leastAbove) > allowed { return nil }
            leastAbove = least
            swap(&twoAbove, &above)
            swap(&above, &current)
        }
        return above[right.count] <= allowed ? above[right.count] : nil
    }
}
