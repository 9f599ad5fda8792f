public import MaizeCore

extension Call {
    /// The nodes from whose results the arguments come, each once; of a call on an object, also the call before it.
    ///
    /// Nodes that only hand items on are not among them, but those behind.
    public var parents: [Node] { unique(CallGraph.sources(of: node)) }

    /// The nodes that need the result, each once; of a call on an object, also the call after it.
    ///
    /// Nodes that only hand items on are not among them, but those behind.
    public var children: [Node] { unique(CallGraph.targets(of: node)) }

    private func unique(_ nodes: [Node]) -> [Node] {
        var seen: Set<ObjectIdentifier> = []
        return nodes.filter { seen.insert(ObjectIdentifier($0)).inserted }
    }
}

/// A node that calls a method: what it exchanges with the object is neither argument nor result.
protocol MethodCalling: Node {
    var requestPort: OutputPort { get }
    var answerPort: InputPort { get }
}

/// Who depends on whom, seen through the nodes that only hand items on.
enum CallGraph {
    static func sources(of node: Node) -> [Node] {
        let call = node as? any MethodCalling
        let inputs = node.inputs.filter { $0 !== call?.answerPort }
        let found = inputs.compactMap { $0.channel?.sender.owner as? Node }.flatMap { source in
            source is any ItemPassing ? sources(of: source) : [source]
        }
        return found + [call.flatMap { neighbour(of: $0, by: -1) }].compactMap(\.self)
    }

    static func targets(of node: Node) -> [Node] {
        let call = node as? any MethodCalling
        let outputs = node.outputs.filter { $0 !== call?.requestPort }
        let found = outputs.compactMap { $0.channel?.receiver.owner as? Node }.flatMap { target in
            target is any ItemPassing ? targets(of: target) : [target]
        }
        return found + [call.flatMap { neighbour(of: $0, by: 1) }].compactMap(\.self)
    }

    /// The call that the object takes so many places after this one.
    private static func neighbour(of call: any MethodCalling, by distance: Int) -> Node? {
        guard let place = call.requestPort.channel?.receiver, let index = place.index,
            let others = place.owner?.inputs, others.indices.contains(index + distance)
        else { return nil }
        return others[index + distance].channel?.sender.owner as? Node
    }
}
