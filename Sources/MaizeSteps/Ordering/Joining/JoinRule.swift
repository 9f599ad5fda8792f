/// What a join does with keys that are repeated or without a partner.
struct JoinRule {
    let kind: JoinKind
    /// Whether each key comes at most once on each side.
    let isOneToOne: Bool

    static let repeated = "has a key that came before on this side, which one_to_one rules out; leave one_to_one unset"
    static let repeatedSomewhere = "a key came twice on one side, which one_to_one rules out; leave one_to_one unset"
}
