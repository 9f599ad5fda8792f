/// What a value must be, beside being of its type.
///
///     @Parameter(rule: .atLeast(1)) var count = 10
///     @Parameter(rule: .suffix("pdb", "cif")) var structure: File
///     let inp = Input<Int>(rule: Rule("is even") { $0 % 2 == 0 })
///
/// Values of parameters, and values in place of a channel, are looked at before the run; items when they are received.
public struct Rule<Value>: Sendable {
    /// The rule in words that follow "the value …": `is even`.
    public let words: String
    private let holds: @Sendable (Value) -> Bool

    /// A rule of your own.
    ///
    /// - Parameters:
    ///   - words: What holds for a value that keeps it, as in `is even`.
    ///   - holds: Whether a value keeps it.
    public init(_ words: String, _ holds: @escaping @Sendable (Value) -> Bool) {
        self.words = words
        self.holds = holds
    }

    /// Whether a value keeps the rule.
    public func holds(for value: Value) -> Bool { holds(value) }
}

/// The rules of one port or parameter.
struct RuleList<Value> {
    let rules: [Rule<Value>]

    var isEmpty: Bool { rules.isEmpty }
    var words: [String] { rules.map(\.words) }

    /// What is wrong with a value, as the end of a sentence about it; nil when it keeps all rules.
    ///
    /// A secret one is not shown.
    func problem(with value: Value, isSecret: Bool = false) -> String? {
        guard let broken = rules.first(where: { !$0.holds(for: value) }) else { return nil }
        let shown = isSecret ? "(secret)" : RuleList.text(of: value)
        return "\(shown) breaks the rule '\(broken.words)'"
    }

    private static func text(of value: Value) -> String {
        let text = (value as? String)?.debugDescription ?? ParameterText.text(of: value)
        if text.isEmpty { return "(empty)" }
        return text.count > 100 ? text.prefix(100) + "…" : text
    }
}
