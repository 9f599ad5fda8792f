package import MaizeCore

/// The types of nodes and graphs that a file may name, to be listed and looked up.
package struct NodeTypes {
    let catalogue: NodeCatalogue
    /// By name.
    package let all: [Component.Type]

    /// The standard types and others.
    package init(_ own: [Component.Type] = []) {
        catalogue = NodeCatalogue(own)
        all = catalogue.types.sorted { $0.typeName < $1.typeName }
    }

    /// Whether there is a type of this name, whatever items it is said to take.
    package func knows(_ name: String) -> Bool {
        catalogue[name] != nil || catalogue[String(name.prefix { $0 != "<" })] != nil
    }

    /// The type of a name as a file has it: `Merge`, `Merge<Int>`, `Parallel<Words>`.
    ///
    /// - Parameters:
    ///   - name: The name; neither the case of its letters nor blanks matter.
    ///   - open: What stands for types of items that the name leaves open.
    /// - Returns: The type, for these items.
    /// - Throws: `WorkflowError` that tells what there is instead.
    package func type(named name: String, taking open: [ItemType]) throws(WorkflowError) -> Component.Type {
        if let entry = catalogue[name] { return entry.type(taking: Array(open.prefix(entry.typeCount))) }
        let base = String(name.prefix { $0 != "<" })
        guard let entry = catalogue[base] else {
            if let problem = catalogue.problem(with: name) ?? catalogue.problem(with: base) {
                throw WorkflowError(.type, problem)
            }
            let suggestion = NearestName.suggestion(for: name, among: catalogue.names(like: name))
            throw WorkflowError(.type, "there is no type of nodes '\(name)'" + suggestion)
        }
        do {
            let items = try TypeExpression(name, items: catalogue.itemTypes).arguments
            guard items.count == entry.typeCount else { throw WorkflowError(.type, entry.wrongCount) }
            return entry.type(taking: items.map(\.closed))
        } catch let error as TypeExpression.Problem {
            throw WorkflowError(.type, "type \(name.debugDescription): \(error.message)")
        } catch let error as WorkflowError {
            throw error
        } catch {
            throw WorkflowError(.type, "\(error)")
        }
    }
}
