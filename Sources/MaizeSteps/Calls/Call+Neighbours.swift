public import MaizeCore

extension Call {
    /// The nodes from whose results the arguments come, each once; of a call on an object, also the call before it.
    ///
    /// Nodes that only hand items on are not among them, but those behind.
    public var parents: [Node] { CallNeighbours(.before).of(node) }

    /// The nodes that need the result, each once; of a call on an object, also the call after it.
    ///
    /// Nodes that only hand items on are not among them, but those behind.
    public var children: [Node] { CallNeighbours(.after).of(node) }
}

/// A node that calls a method: what it exchanges with the object is neither argument nor result.
protocol MethodCalling: Node {
    var requestPort: OutputPort { get }
    var answerPort: InputPort { get }
}

/// Who depends on whom, seen through the nodes that only hand items on.
private struct CallNeighbours {
    enum Side { case before, after }

    private let side: Side
    /// Nodes may hand items round in a cycle, or on two ways to the same node.
    private var seen: Set<ObjectIdentifier> = []
    private var found: [Node] = []

    init(_ side: Side) { self.side = side }

    consuming func of(_ node: Node) -> [Node] {
        visitNeighbours(of: node)
        return found
    }

    private mutating func visitNeighbours(of node: Node) {
        let call = node as? any MethodCalling
        for neighbour in dataNeighbours(of: node, apartFrom: call) { visit(neighbour) }
        if let other = call.flatMap(otherCall) { visit(other) }
    }

    private mutating func visit(_ node: Node) {
        guard seen.insert(ObjectIdentifier(node)).inserted else { return }
        if node is any ItemPassing { visitNeighbours(of: node) } else { found.append(node) }
    }

    private func dataNeighbours(of node: Node, apartFrom call: (any MethodCalling)?) -> [Node] {
        switch side {
        case .before:
            node.inputs.filter { $0 !== call?.answerPort }.compactMap { $0.channel?.sender.owner as? Node }
        case .after:
            node.outputs.filter { $0 !== call?.requestPort }.compactMap { $0.channel?.receiver.owner as? Node }
        }
    }

    /// The call that the object takes before or after this one.
    private func otherCall(_ call: any MethodCalling) -> Node? {
        guard let place = call.requestPort.channel?.receiver, let index = place.index, let others = place.owner?.inputs
        else { return nil }
        let other = index + (side == .before ? -1 : 1)
        return others.indices.contains(other) ? others[other].channel?.sender.owner as? Node : nil
    }
}
