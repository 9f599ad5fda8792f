internal import MaizeCore

/// Spans of time that come to an end: an infinite one would stop a node, or make its sums no numbers.
extension Rule where Value == Double {
    /// The span is not below a limit.
    static func seconds(atLeast least: Double) -> Rule {
        Rule("is at least \(least), and finite") { $0 >= least && $0.isFinite }
    }

    /// The span is above a limit.
    static func seconds(above limit: Double) -> Rule {
        Rule("is above \(limit), and finite") { $0 > limit && $0.isFinite }
    }
}
