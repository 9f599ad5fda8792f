internal import MaizeCore
internal import MaizeDocuments

/// Finds graphs of a file that would hold themselves, or more than can be, before anything is made of them.
struct GraphMeasure {
    /// Graphs that cannot be made, which was found.
    private(set) var refused: Set<ObjectIdentifier> = []
    /// Graphs in the order in which they were counted: inner ones before those that hold them.
    private(set) var counted: [GraphDefinition] = []
    /// The graphs around the one that is looked at.
    private var open: [GraphDefinition] = []

    /// Whether a graph can be made; one that is used nowhere is looked at now.
    mutating func allows(_ graph: GraphDefinition) -> Bool {
        if graph.size == nil { _ = measure(graph, at: graph.place) }
        return !refused.contains(ObjectIdentifier(graph))
    }

    /// Lets none of a file's graphs be made.
    mutating func refuseAll(of source: SourceFile) {
        for graph in source.graphs.values { refused.insert(ObjectIdentifier(graph)) }
    }

    /// Counts what the nodes of a graph are made of.
    mutating func measure(_ body: GraphDocument, in source: SourceFile) -> (size: Int, height: Int) {
        var (size, height) = (0, 0)
        for node in body.nodes {
            size += 1
            guard let type = node.type, let inner = source.graphs[GraphDefinition.key(type.text)] else { continue }
            guard let found = measure(inner, at: SourcePlace(source: source, position: type.position)) else { continue }
            size += found.size
            height = max(height, found.height)
        }
        return (size, height)
    }

    /// Nil for a graph that cannot be made.
    private mutating func measure(_ graph: GraphDefinition, at place: SourcePlace) -> (size: Int, height: Int)? {
        if let start = open.firstIndex(where: { $0 === graph }) {
            let names = (open[start...] + [graph]).map(\.name).joined(separator: " > ")
            refuse(graph, at: place, "the graph '\(graph.name)' would hold itself: \(names)")
            return nil
        }
        if refused.contains(ObjectIdentifier(graph)) { return nil }
        if graph.size == nil {
            guard open.count < GraphDefinition.mostLevels else {
                refuse(graph, at: place, "more than \(GraphDefinition.mostLevels) graphs within each other")
                return nil
            }
            open.append(graph)
            let inner = measure(graph.body, in: graph.source)
            open.removeLast()
            graph.size = inner.size
            graph.height = inner.height + 1
            counted.append(graph)
        }
        let (size, height) = (graph.size ?? 0, graph.height)
        if open.count + height > GraphDefinition.mostLevels {
            refuse(graph, at: place, "more than \(GraphDefinition.mostLevels) graphs within each other")
            return nil
        }
        if size > GraphDefinition.mostComponents {
            refuse(
                graph,
                at: place,
                "the graph '\(graph.name)' would be made of more than \(GraphDefinition.mostComponents) nodes"
            )
            return nil
        }
        return (size, height)
    }

    private mutating func refuse(_ graph: GraphDefinition, at place: SourcePlace, _ message: String) {
        refused.insert(ObjectIdentifier(graph))
        place.source.findings.error(place.position, message)
    }
}
