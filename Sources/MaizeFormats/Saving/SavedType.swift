internal import MaizeCore
internal import MaizeDocuments

/// What a file calls the type of a component, with its types of items.
struct SavedType {
    let text: String

    /// A type that no file can name: why not.
    struct Problem: Error {
        let message: String
    }

    init(of component: Component, _ catalogue: NodeCatalogue) throws(Problem) {
        let type = Swift.type(of: component)
        guard let entry = catalogue[type.typeName] else {
            throw Problem(message: catalogue.problem(with: type.typeName) ?? "no file can name its type \(type)")
        }
        guard entry.typeCount > 0 else {
            guard entry.type == type else {
                throw Problem(message: "files take '\(entry.name)' for \(entry.type), not for \(type)")
            }
            text = entry.name
            return
        }
        let items = SavedType.items(of: component, entry)
        guard entry.type(taking: items) == type else { throw Problem(message: "no file can name its type \(type)") }
        // What is made of a generic type follows from what it is connected to: `Parallel<Delay>`.
        guard !entry.name.contains("<") else {
            text = entry.name
            return
        }
        text = entry.name + "<" + items.map { TypeText.text(of: $0) }.joined(separator: ", ") + ">"
        let again = Result { try TypeExpression(text, items: catalogue.itemTypes) }
        guard case .success(let expression) = again, expression.arguments.map(\.closed).elementsEqual(items, by: ==)
        else {
            let names = items.map { "\($0)" }.joined(separator: ", ")
            throw Problem(message: "no file can name its type of items, \(names)")
        }
    }

    /// The types of items of a generic component, by what its ports and parameters are.
    private static func items(of component: Component, _ entry: NodeCatalogue.Entry) -> [ItemType] {
        var types = TypeUnifier()
        let variables = (0..<entry.typeCount).map { _ in types.makeVariable() }
        func equate(_ term: TypeTerm, _ type: ItemType) {
            // What does not fit shows when the type is made of what was found.
            _ = Result { try types.unify(term.renamed(variables), TypeTerm(type)) }
        }
        for port in component.ports {
            guard let signature = entry.signature.port(port.name) else { continue }
            guard let composition = signature.composition else {
                equate(signature.type, port.itemType)
                continue
            }
            for (part, known) in zip(composition.parts, composition.parts(of: port.itemType) ?? []) {
                equate(part, known.closed)
            }
        }
        for parameter in component.parameters {
            if let term = entry.signature.value(parameter.name) { equate(term, parameter.valueType) }
        }
        return variables.map { types.resolved($0).closed }
    }
}
