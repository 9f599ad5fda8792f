/// Finds what open parts of types stand for, by making terms equal (Robinson 1965).
struct TypeUnifier {
    private var bindings: [TypeTerm?] = []
    /// What the present attempt has changed, to be undone if it fails.
    private var trail: [(Int, TypeTerm?)] = []

    /// Two terms that cannot be made equal.
    struct Conflict: Error {
        let left: TypeTerm
        let right: TypeTerm
    }

    mutating func makeVariable() -> TypeTerm {
        bindings.append(nil)
        return .variable(bindings.count - 1)
    }

    /// The term with everything put in that is known.
    mutating func resolved(_ term: TypeTerm) -> TypeTerm {
        switch head(term) {
        case .list(let element): .list(resolved(element))
        case .optional(let wrapped): .optional(resolved(wrapped))
        case .dictionary(let value): .dictionary(resolved(value))
        case let end: end
        }
    }

    /// Whether no part of the term is open.
    mutating func isKnown(_ term: TypeTerm) -> Bool {
        switch head(term) {
        case .variable: false
        case .list(let part), .optional(let part), .dictionary(let part): isKnown(part)
        case .known: true
        }
    }

    /// Makes both terms equal, or leaves everything as it was.
    mutating func unify(_ left: TypeTerm, _ right: TypeTerm) throws(Conflict) {
        trail.removeAll(keepingCapacity: true)
        guard equate(left, right) else {
            for (number, earlier) in trail.reversed() { bindings[number] = earlier }
            throw Conflict(left: resolved(left), right: resolved(right))
        }
    }

    private mutating func equate(_ left: TypeTerm, _ right: TypeTerm) -> Bool {
        switch (head(left), head(right)) {
        case (.variable(let one), .variable(let other)):
            // The later one follows the earlier one: along a chain all follow the first.
            if one != other { bind(max(one, other), to: .variable(min(one, other))) }
            return true
        case (.variable(let number), let term), (let term, .variable(let number)):
            guard !occurs(number, in: term) else { return false }
            bind(number, to: term)
            return true
        case (.list(let one), .list(let other)), (.optional(let one), .optional(let other)),
            (.dictionary(let one), .dictionary(let other)):
            return equate(one, other)
        case (.known(let one), .known(let other)): return one == other
        default: return false
        }
    }

    private mutating func bind(_ number: Int, to term: TypeTerm) {
        trail.append((number, bindings[number]))
        bindings[number] = term
    }

    /// What the term's outermost variable stands for in the end; the way there is made short.
    private mutating func head(_ term: TypeTerm) -> TypeTerm {
        guard case .variable(let number) = term, let next = bindings[number] else { return term }
        guard case .variable(let following) = next, bindings[following] != nil else { return next }
        let end = head(next)
        bind(number, to: end)
        return end
    }

    private mutating func occurs(_ number: Int, in term: TypeTerm) -> Bool {
        switch head(term) {
        case .variable(let other): number == other
        case .list(let part), .optional(let part), .dictionary(let part): occurs(number, in: part)
        case .known: false
        }
    }
}
