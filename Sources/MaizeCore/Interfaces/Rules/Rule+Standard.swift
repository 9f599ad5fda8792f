extension Rule where Value: Comparable & Sendable {
    /// The value is in a range, its ends among it.
    public static func `in`(_ range: ClosedRange<Value>) -> Rule {
        Rule("is in \(range.lowerBound)...\(range.upperBound)") { range.contains($0) }
    }

    /// The value is not below a limit.
    public static func atLeast(_ least: Value) -> Rule { Rule("is at least \(least)") { $0 >= least } }

    /// The value is not above a limit.
    public static func atMost(_ most: Value) -> Rule { Rule("is at most \(most)") { $0 <= most } }

    /// The value is above a limit.
    public static func above(_ limit: Value) -> Rule { Rule("is above \(limit)") { $0 > limit } }

    /// The value is below a limit.
    public static func below(_ limit: Value) -> Rule { Rule("is below \(limit)") { $0 < limit } }
}

extension Rule where Value: Collection & Sendable {
    /// A text, a list or a dictionary that holds something.
    public static var notEmpty: Rule { Rule("is not empty") { !$0.isEmpty } }
}

extension Rule where Value == File {
    /// The file's name ends with one of these suffixes, given without the dot; case does not matter.
    public static func suffix(_ suffixes: String...) -> Rule {
        let wanted = suffixes.map { $0.lowercased() }
        return Rule("ends with .\(suffixes.joined(separator: " or ."))") { wanted.contains($0.suffix.lowercased()) }
    }
}

extension Rule where Value == String {
    /// The path, or any text, ends with a dot and one of these suffixes; case does not matter.
    public static func suffix(_ suffixes: String...) -> Rule {
        let wanted = suffixes.map { $0.lowercased() }
        return Rule("ends with .\(suffixes.joined(separator: " or ."))") {
            wanted.contains(File($0).suffix.lowercased())
        }
    }
}

extension Rule {
    /// Each element of a list keeps a rule.
    public static func each<Element>(_ rule: Rule<Element>) -> Rule where Value == [Element] {
        Rule("has elements each of which \(rule.words)") { $0.allSatisfy(rule.holds(for:)) }
    }

    /// Each value of a dictionary keeps a rule.
    public static func each<Element>(_ rule: Rule<Element>) -> Rule where Value == [String: Element] {
        Rule("has values each of which \(rule.words)") { $0.values.allSatisfy(rule.holds(for:)) }
    }

    /// The value keeps a rule, where there is one.
    public static func ifGiven<Wrapped>(_ rule: Rule<Wrapped>) -> Rule where Value == Wrapped? {
        Rule(rule.words) { $0.map(rule.holds(for:)) ?? true }
    }
}
