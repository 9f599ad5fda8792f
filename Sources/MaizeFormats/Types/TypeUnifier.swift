/// Finds what open parts of types stand for, by making terms equal (Robinson 1965).
struct TypeUnifier {
    private var bindings: [TypeTerm?] = []
    /// What the present attempt has changed, to be undone if it fails.
    private var trail: [(Int, TypeTerm?)] = []

    /// Two terms that cannot be made equal.
    struct Conflict: Error {
        let left: TypeTerm
        let right: TypeTerm
        /// They would be equal, but of more levels than are possible.
        let isTooDeep: Bool
    }

    private enum Outcome { case equal, different, tooDeep }

    mutating func makeVariable() -> TypeTerm {
        bindings.append(nil)
        return .variable(bindings.count - 1)
    }

    /// The term with everything put in that is known; what lies deeper than is possible stays open.
    mutating func resolved(_ term: TypeTerm, levels: Int = TypeTerm.deepest + 1) -> TypeTerm {
        switch head(term) {
        case .list where levels == 0, .optional where levels == 0, .dictionary where levels == 0: makeVariable()
        case .list(let element): .list(resolved(element, levels: levels - 1))
        case .optional(let wrapped): .optional(resolved(wrapped, levels: levels - 1))
        case .dictionary(let value): .dictionary(resolved(value, levels: levels - 1))
        case let end: end
        }
    }

    /// Whether no part of the term is open, as far as it is looked into.
    mutating func isKnown(_ term: TypeTerm) -> Bool {
        if case .known = innermost(term) { true } else { false }
    }

    /// Makes both terms equal, or leaves everything as it was.
    mutating func unify(_ left: TypeTerm, _ right: TypeTerm) throws(Conflict) {
        trail.removeAll(keepingCapacity: true)
        let outcome = equate(left, right)
        guard outcome != .equal else { return }
        undo()
        throw Conflict(left: resolved(left), right: resolved(right), isTooDeep: outcome == .tooDeep)
    }

    /// Whether both terms could be made equal; nothing changes.
    mutating func canUnify(_ left: TypeTerm, _ right: TypeTerm) -> Bool {
        trail.removeAll(keepingCapacity: true)
        let outcome = equate(left, right)
        undo()
        return outcome == .equal
    }

    private mutating func undo() { for (number, earlier) in trail.reversed() { bindings[number] = earlier } }

    /// A type has one part at most, so that a loop does for what would else be a recursion as deep as the type.
    private mutating func equate(_ left: TypeTerm, _ right: TypeTerm) -> Outcome {
        var (left, right) = (left, right)
        for _ in 0...TypeTerm.deepest {
            switch (head(left), head(right)) {
            case (.variable(let one), .variable(let other)):
                // The later one follows the earlier one: along a chain all follow the first.
                if one != other { bind(max(one, other), to: .variable(min(one, other))) }
                return .equal
            case (.variable(let number), let term), (let term, .variable(let number)):
                switch innermost(term) {
                case .variable(let other) where other == number: return .different  // the type would hold itself
                case .variable, .known: bind(number, to: term)
                default: return .tooDeep
                }
                return .equal
            case (.list(let one), .list(let other)), (.optional(let one), .optional(let other)),
                (.dictionary(let one), .dictionary(let other)):
                (left, right) = (one, other)
            case (.known(let one), .known(let other)): return one == other ? .equal : .different
            default: return .different
            }
        }
        return .tooDeep
    }

    /// The variable or the type in the end; a list or the like where that lies deeper than is possible.
    private mutating func innermost(_ term: TypeTerm) -> TypeTerm {
        var end = head(term)
        for _ in 0...TypeTerm.deepest {
            switch end {
            case .list(let part), .optional(let part), .dictionary(let part): end = head(part)
            case .variable, .known: return end
            }
        }
        return end
    }

    private mutating func bind(_ number: Int, to term: TypeTerm) {
        trail.append((number, bindings[number]))
        bindings[number] = term
    }

    /// What the term's outermost variable stands for in the end; the way there is made short.
    private mutating func head(_ term: TypeTerm) -> TypeTerm {
        var end = term
        while case .variable(let number) = end, let next = bindings[number] { end = next }
        var place = term
        while case .variable(let number) = place, case .variable(let next)? = bindings[number], bindings[next] != nil {
            bind(number, to: end)
            place = .variable(next)
        }
        return end
    }
}
