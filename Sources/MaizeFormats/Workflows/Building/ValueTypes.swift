internal import MaizeDocuments
internal import MaizeCore
internal import MaizeWire

/// What types of items follow from values, where channels leave them open.
extension WorkflowBuilder {
    mutating func inferFromValues() {
        for scope in scopes {
            for draft in scope.drafts {
                guard let site = site(draft.name, in: .scope(scope)) else { continue }
                for parameter in draft.source.parameters { infer(parameter.key, at: site, from: parameter.value) }
            }
            for option in scope.options {
                guard let value = option.entry.value else { continue }
                for target in option.targets {
                    guard let site = site(at: target.components, in: scope) else { continue }
                    infer(target.interface.text, at: site, from: value)
                }
            }
        }
    }

    private mutating func infer(_ name: String, at site: DraftSite, from value: DocumentValue) {
        guard var term = self.value(name, at: site), !types.isKnown(term) else { return }
        // A value for something optional is one of what it wraps.
        while case .optional(let wrapped) = term { term = wrapped }
        let found = type(of: value, levels: TypeTerm.deepest / 2)
        // A value of another shape is refused when it is set.
        _ = Result { try types.unify(term, found) }
    }

    /// The type that a value shows by itself; JSON where its parts differ, and from some level on.
    private mutating func type(of value: DocumentValue, levels: Int) -> TypeTerm {
        switch value.content {
        case .null: return types.makeVariable()
        case .list where levels == 0, .mapping where levels == 0: return .known(JSONValue.self)
        case .list(let values): return .list(common(values, levels: levels - 1))
        case .mapping(let entries):
            let common = common(entries.map(\.value), levels: levels - 1)
            if case .known(let type) = common, type == JSONValue.self { return common }
            return .dictionary(common)
        case .scalar:
            switch value.json {
            case .bool: return .known(Bool.self)
            case .integer: return .known(Int.self)
            case .number: return .known(Double.self)
            default: return .known(String.self)
            }
        }
    }

    private mutating func common(_ values: [DocumentValue], levels: Int) -> TypeTerm {
        var common = types.makeVariable()
        for value in values {
            if case .null = value.content { return .known(JSONValue.self) }
            let next = type(of: value, levels: levels)
            if case .success = Result(catching: { try types.unify(common, next) }) { continue }
            guard case .known(let one) = types.resolved(common), case .known(let other) = types.resolved(next),
                [one, other].allSatisfy({ $0 == Int.self || $0 == Double.self })
            else { return .known(JSONValue.self) }
            common = .known(Double.self)
        }
        return common
    }
}
