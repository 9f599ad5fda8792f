extension Graph {
    /// The component at a path below this graph; nil where there is none.
    public final func component(at path: [String]) -> Component? {
        guard let first = path.first, let found = component(named: first) else { return nil }
        if path.count == 1 { return found }
        return (found as? Graph)?.component(at: Array(path.dropFirst()))
    }

    /// The port at a path, whose last name is the port's; of a graph's port, the inner one that it stands for.
    public final func port(at path: [String]) -> AnyPort? { interface(at: path, among: \.ports)?.leaf }

    /// The parameter at a path, whose last name is the parameter's.
    public final func parameter(at path: [String]) -> AnyParameter? { interface(at: path, among: \.parameters) }

    private func interface<Found: Interface>(at path: [String], among kind: (Component) -> [Found]) -> Found? {
        guard let name = path.last, let owner = path.count == 1 ? self : component(at: path.dropLast()) else {
            return nil
        }
        return kind(owner).first { $0.name == name || $0.propertyName == name }
    }

    /// All nodes below, those of inner graphs among them, in the order in which they were added.
    public final var nodes: [Node] {
        components.flatMap { component -> [Node] in
            if let graph = component as? Graph { return graph.nodes }
            return (component as? Node).map { [$0] } ?? []
        }
    }

    /// The parameter of a graph here that gives an interface its value.
    package final func driver(of interface: Interface) -> AnyParameter? {
        guard interface.isMapped else { return nil }
        let end = (interface as? AnyPort)?.leaf ?? interface
        return graphs.lazy.flatMap(\.parameters).first { parameter in
            parameter.targets.contains { (($0 as? AnyPort)?.leaf ?? $0) === end }
        }
    }

    /// All graphs below and this one, outermost first.
    package final var graphs: [Graph] {
        [self] + components.compactMap { $0 as? Graph }.flatMap(\.graphs)
    }
}

extension Component {
    /// Sets a parameter, or an input to which nothing is connected, by its name; nil leaves it as it is.
    ///
    /// - Throws: `WorkflowError` for a name that the component does not have, with those that it has, and for a value
    ///   of another type.
    public final func set<Value: Codable & Sendable>(_ name: String, to value: Value?) throws {
        guard let value else { return }
        switch interfaces.first(where: { $0.name == name || $0.propertyName == name }) {
        case let parameter as Parameter<Value>: parameter.wrappedValue = value
        case let parameter as Parameter<Value?>: parameter.wrappedValue = value
        case let input as Input<Value>: try input.set(value)
        case let multi as MultiInput<Value>: try multi.append(value)
        case let other? where other is AnyParameter || other is InputPort:
            let type = (other as? AnyParameter)?.valueType ?? (other as? InputPort)?.itemType
            throw WorkflowError(
                .value,
                path: componentPath.description,
                "'\(name)' takes a value of type \(type.map { "\($0)" } ?? "another kind"), not \(Value.self)"
            )
        default:
            let known = (parameters.map(\.name) + inputs.filter { $0.index == nil }.map(\.name)).sorted()
            throw WorkflowError(
                .value,
                path: componentPath.description,
                "there is no parameter or input '\(name)'; there are: \(known.joined(separator: ", "))"
            )
        }
    }
}
