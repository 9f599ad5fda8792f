extension Graph {
    /// Connects two components by the first free output of one and the first free input of the other that carry items of
    /// one type, in the order of their declaration.
    ///
    /// A multi port is always free; an input that was given a value, or that a parameter drives, is not.
    ///
    /// - Parameters:
    ///   - left: What sends.
    ///   - right: What receives.
    ///   - capacity: Items that may be under way; 64 unless given.
    /// - Throws: `WorkflowError` when no two ports fit, with the ports of both.
    public final func autoConnect(_ left: Component, _ right: Component, capacity: Int? = nil) throws {
        let outputs = left.ports.filter { $0 is OutputPort || $0 is MultiOutputPort }
        let inputs = right.ports.filter { $0 is InputPort || $0 is MultiInputPort }
        for output in outputs where output.isFree {
            guard let input = inputs.first(where: { $0.isFree && $0.itemType == output.itemType }) else { continue }
            return try connect(any: output, to: input, capacity: capacity)
        }
        throw WorkflowError(
            .connection,
            "no free output of '\(left.place)' fits a free input of '\(right.place)'; '\(left.place)' sends by"
                + " \(Graph.list(outputs)), '\(right.place)' receives by \(Graph.list(inputs))"
        )
    }

    /// Connects components in a row, each with the next one as `autoConnect` does.
    ///
    ///     try flow.chain(load, scale, result)
    ///
    /// - Throws: `WorkflowError` for the first two of which no ports fit; those before are connected then.
    public final func chain(_ components: Component...) throws {
        for (left, right) in zip(components, components.dropFirst()) { try autoConnect(left, right) }
    }

    private static func list(_ ports: [AnyPort]) -> String {
        if ports.isEmpty { return "no port" }
        return ports.map { "\($0.name) (\(TypeText.text(of: $0.itemType))\($0.isFree ? "" : ", in use"))" }
            .joined(separator: ", ")
    }

    /// The innermost graph that both components are in; where there is none, one in which a connection is refused with
    /// the reason.
    static func around(_ left: Component?, _ right: Component?) throws -> Graph {
        guard let left, let right else {
            throw WorkflowError(.connection, "a port that belongs to no component of a workflow cannot be connected")
        }
        let graphs = sequence(first: right.parent, next: { $0?.parent }).compactMap(\.self)
        let common = sequence(first: left.parent, next: { $0?.parent }).compactMap(\.self)
            .first { graph in graphs.contains { $0 === graph } }
        guard let graph = common ?? left.parent else {
            throw WorkflowError(.connection, "'\(left.name)' is in no graph, so nothing in it can be connected")
        }
        return graph
    }
}

extension Component {
    /// What messages call it: its path, or the name where that is empty.
    fileprivate var place: String { parent == nil ? name : componentPath.description }
}

extension AnyPort {
    /// Whether `connect` would take it, and nothing else feeds it.
    fileprivate var isFree: Bool {
        guard outerPort == nil else { return false }
        if self is MultiInputPort || self is MultiOutputPort { return true }
        let end = leaf
        return channel == nil && end.channel == nil && !end.isMapped && !((end as? InputPort)?.wasGiven ?? false)
    }
}
