internal import MaizeCore

/// What a type of graphs is made of, as far as it can be told of one that nothing is connected to.
struct GraphContents: Encodable {
    struct InnerNode: Encodable {
        let path: String
        let type: String
    }

    struct InnerChannel: Encodable {
        let sender: String
        let receiver: String
        let type: String
        let capacity: Int
    }

    /// A port or a parameter of the graph, and what it stands for.
    struct Link: Encodable {
        let name: String
        let inner: [String]
    }

    private(set) var nodes: [InnerNode] = []
    private(set) var channels: [InnerChannel] = []
    private(set) var links: [Link] = []
    /// Why nothing is told of it.
    private(set) var problem: String?

    private static let name = "graph"

    /// - Parameters:
    ///   - type: The type of graphs.
    ///   - pattern: An instance of it that was not built.
    init(_ type: Graph.Type, pattern: Component) {
        // `build()` may read a parameter, and reading one without a value ends the program.
        let open = pattern.parameters.filter { !$0.isOptional && !$0.hasValue }.map(\.name)
        guard open.isEmpty else {
            problem = "what is inside may depend on \(open.joined(separator: ", "))"
            return
        }
        let flow = Workflow("contents")
        do {
            try describe(flow.add(type, name: GraphContents.name), in: flow)
        } catch {
            problem = "it cannot be built without values: \((error as? WorkflowError)?.message ?? "\(error)")"
        }
    }

    private mutating func describe(_ graph: Graph, in flow: Workflow) {
        nodes = flow.nodes.map { node in
            InnerNode(
                path: GraphContents.inner(node.componentPath.description),
                type: TypeName.text(of: type(of: node))
            )
        }
        channels = flow.channels.map { channel in
            InnerChannel(
                sender: GraphContents.inner(channel.sender.location),
                receiver: GraphContents.inner(channel.receiver.location),
                type: TypeText.text(of: channel.sender.itemType),
                capacity: channel.capacity
            )
        }
        links =
            graph.ports.map { Link(name: $0.name, inner: [GraphContents.inner($0.leaf.location)]) }
            + graph.parameters.filter { !$0.targets.isEmpty }.map { parameter in
                Link(name: parameter.name, inner: parameter.targets.map { GraphContents.inner($0.location) })
            }
    }

    /// A place without the graph's own name before it.
    private static func inner(_ place: String) -> String {
        place.hasPrefix(name + "/") ? String(place.dropFirst(name.count + 1)) : place
    }
}
