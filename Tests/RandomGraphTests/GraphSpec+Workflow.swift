import Maize

extension GraphSpec {
    /// The graph as a workflow whose nodes leave their records in `recordFolder`.
    func workflow(recordFolder: String) throws -> Workflow {
        let flow = Workflow("random\(seed)")
        let made = try nodes.indices.map { node in
            let added = try add(node, to: flow)
            added.recordFolder = recordFolder
            added.spreads = nodes[node].spreads
            return added
        }
        for edge in edges { try connect(edge, made, in: flow) }
        return flow
    }

    private func add(_ node: Int, to flow: Workflow) throws -> RecordingNode {
        let spec = nodes[node]
        let name = name(node)
        switch spec.kind {
        case .relay: return try flow.add(Relay.self, name: name)
        case .looped: return try flow.add(LoopedRelay.self, name: name)
        case .mixer: return try flow.add(Mixer.self, name: name)
        case .inTurn: return try flow.add(InTurn.self, name: name)
        case .zipper: return try flow.add(Zipper.self, name: name)
        case .ringHead:
            return try flow.add(RingHead.self, name: name) {
                $0.rounds = spec.rounds
                $0.window = spec.window
            }
        case .source:
            return try flow.add(Source.self, name: name) {
                $0.seed = spec.seed
                $0.count = spec.count
                $0.largest = spec.largest
                $0.batch = spec.batch
                $0.pauses = spec.pauses
            }
        }
    }

    private func connect(_ edge: EdgeSpec, _ made: [RecordingNode], in flow: Workflow) throws {
        let sender = made[edge.from]
        switch (edge.role, sender, made[edge.to]) {
        case (.ring, let head as RingHead, let link as Relay):
            try flow.connect(head.ring, to: link.inp, capacity: edge.capacity)
        case (.feed, _, let head as RingHead):
            try flow.connect(sender.out, to: head.feed, capacity: edge.capacity)
        case (.back, _, let head as RingHead):
            try flow.connect(sender.out, to: head.back, capacity: edge.capacity)
        case (.plain, _, let node as Relay): try flow.connect(sender.out, to: node.inp, capacity: edge.capacity)
        case (.plain, _, let node as LoopedRelay): try flow.connect(sender.out, to: node.inp, capacity: edge.capacity)
        case (.plain, _, let node as Mixer): try flow.connect(sender.out, to: node.inp, capacity: edge.capacity)
        case (.plain, _, let node as InTurn): try flow.connect(sender.out, to: node.inp, capacity: edge.capacity)
        case (.plain, _, let node as Zipper): try flow.connect(sender.out, to: node.inp, capacity: edge.capacity)
        default: throw UnknownEdge(edge: edge)
        }
    }

    /// The generator made an edge that no ports fit.
    struct UnknownEdge: Error {
        let edge: EdgeSpec
    }
}
