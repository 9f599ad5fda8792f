internal import MaizeDocuments
internal import MaizeCore
internal import MaizeWire

/// A type of items that is made of others, some of which are still open: it is known once they are.
struct Composition {
    private let composed: any ComposedItem.Type
    /// What it is made of.
    var parts: [TypeTerm]

    /// Nil for a type that is not made of others, or of none that is open.
    init?(_ type: ItemType) {
        guard let composed = type as? any ComposedItem.Type else { return nil }
        self.composed = composed
        parts = composed.parts.map { TypeTerm($0) }
        guard parts.contains(where: \.isOpen) else { return nil }
    }

    /// The composition of one instance: its own variables in the places of the variables 0 and 1.
    func renamed(_ variables: [TypeTerm]) -> Composition {
        var instance = self
        instance.parts = parts.map { $0.renamed(variables) }
        return instance
    }

    /// The type, with a JSON value in each open place.
    var closed: ItemType { composed.composed(of: parts.map(\.closed)) }

    /// What a type is made of that is composed in the same way; nil for any other.
    func parts(of type: ItemType) -> [TypeTerm]? {
        guard let other = type as? any ComposedItem.Type, composed.composed(of: other.parts) == type else { return nil }
        return other.parts.map { TypeTerm($0) }
    }
}

/// A composition at one end of a channel: what flows there is the variable until its type is known.
struct OpenComposition {
    let variable: TypeTerm
    let composition: Composition
    let channel: ChannelReference
}

/// Types made of others follow from their parts, and their parts from them.
extension WorkflowBuilder {
    /// Finds out as much as follows; in the end, what nothing follows for is JSON.
    mutating func settleCompositions(isEnd: Bool) {
        while true {
            let waiting = compositions
            compositions = waiting.filter { !settle($0, isEnd: false) }
            if compositions.count < waiting.count { continue }
            guard isEnd, !compositions.isEmpty else { return }
            _ = settle(compositions.removeFirst(), isEnd: true)
        }
    }

    /// Nothing else says what the open places of a term stand for.
    private mutating func close(_ term: TypeTerm) {
        switch types.resolved(term) {
        case .variable(let number):
            // A variable that stands for nothing yet takes everything.
            _ = Result { try types.unify(.variable(number), .known(JSONValue.self)) }
        case .list(let part), .optional(let part), .dictionary(let part): close(part)
        case .known: return
        }
    }

    /// Whether the type is known now, or cannot be had.
    private mutating func settle(_ open: OpenComposition, isEnd: Bool) -> Bool {
        if case .known(let type) = types.resolved(open.variable), let parts = open.composition.parts(of: type) {
            // Parts that differ are found when both types are compared.
            for (one, other) in zip(open.composition.parts, parts) { _ = Result { try types.unify(one, other) } }
        }
        if isEnd { for part in open.composition.parts { close(part) } }
        var composition = open.composition
        composition.parts = composition.parts.map { types.resolved($0) }
        guard isEnd || !composition.parts.contains(where: \.isOpen) else { return false }
        do {
            try types.unify(open.variable, .known(composition.closed))
        } catch {
            refuse(open.channel, error)
        }
        return true
    }
}
