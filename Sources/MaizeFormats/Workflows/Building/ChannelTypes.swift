internal import MaizeCore
internal import MaizeDocuments

/// What types of items follow from channels, before there are nodes.
extension WorkflowBuilder {
    /// Makes the types at both ends of a channel equal, once the ends are known.
    mutating func equateTypes(_ reference: ChannelReference) {
        guard let ends = reference.draft.ends else { return }
        guard let sender = portEnd(at: ends.sending, in: reference.scope),
            let receiver = portEnd(at: ends.receiving, in: reference.scope)
        else { return refuse(reference) }
        do {
            try types.unify(term(of: sender, reference), term(of: receiver, reference))
        } catch {
            refuse(reference, error)
        }
    }

    /// A channel that cannot be made leaves what it names without one, which needs no words of its own.
    mutating func refuse(_ reference: ChannelReference) {
        reference.scope.channels[reference.index].isRefused = true
        markFaulty(reference.draft.places, in: reference.scope)
        markFaulty(reference)
    }

    /// The types at both ends of a channel differ.
    mutating func refuse(_ reference: ChannelReference, _ conflict: TypeUnifier.Conflict) {
        refuse(reference)
        guard let (sending, receiving) = reference.draft.ends else { return }
        reference.scope.source.findings.error(
            reference.draft.entry.position,
            conflict.isTooDeep
                ? "'\(sending.description)' to '\(receiving.description)': \(TypeTerm.tooDeep)"
                : "'\(sending.description)' sends items of type \(conflict.left), and '\(receiving.description)' takes"
                    + " \(conflict.right)"
        )
    }

    /// The port at a place; nil when there is no such port, or nothing is known of it.
    mutating func portEnd(at place: Place, in scope: GraphScope) -> PortEnd? {
        site(at: place.components, in: scope).flatMap { port(place.interface.text, at: $0) }
    }

    /// The type of a port of one instance; of one that is made of others that are open, a variable until they are known.
    private mutating func term(of end: PortEnd, _ channel: ChannelReference) -> TypeTerm {
        guard let composition = end.signature.composition else { return end.signature.type.renamed(end.items) }
        let variable = types.makeVariable()
        let own = composition.renamed(end.items)
        compositions.append(OpenComposition(variable: variable, composition: own, channel: channel))
        return variable
    }
}

/// One channel of a graph.
struct ChannelReference {
    let scope: GraphScope
    let index: Int

    var draft: ChannelDraft { scope.channels[index] }
}
