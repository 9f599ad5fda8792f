/// A random graph as plain values: what a failing seed is printed as, and what a workflow is made of.
struct GraphSpec: CustomStringConvertible {
    enum Kind: String, CaseIterable {
        case source, relay, looped, mixer, inTurn, zipper, ringHead
    }

    struct NodeSpec {
        var kind: Kind
        var spreads = false
        var seed: UInt64 = 0
        /// Parcels of a source.
        var count = 0
        var largest = 0
        var batch = 1
        var pauses = false
        /// Of a ring's head.
        var rounds = 0
        var window = 0
    }

    /// Which ports of a ring's head an edge is for.
    enum Role: String {
        case plain
        /// Into a head's `feed`.
        case feed
        /// From a head's `ring`, into a link.
        case ring
        /// From the last link into the head's `back`.
        case back
    }

    struct EdgeSpec {
        var from: Int
        var to: Int
        var role = Role.plain
        var capacity: Int
    }

    var seed: UInt64
    var nodes: [NodeSpec] = []
    var edges: [EdgeSpec] = []

    func name(_ node: Int) -> String { "n\(node)_\(nodes[node].kind.rawValue)" }

    /// A line a node, with where its edges lead.
    var description: String {
        nodes.indices.map { node in
            let leaving = edges.filter { $0.from == node }
                .map { "\(name($0.to)).\($0.role.rawValue) (\($0.capacity))" }.joined(separator: ", ")
            let spec = nodes[node]
            let facts = spec.kind == .source ? " \(spec.count) x 0...\(spec.largest) B" : ""
            return "  \(name(node))\(spec.spreads ? " spreads" : "")\(facts) -> \(leaving)"
        }.joined(separator: "\n")
    }
}
