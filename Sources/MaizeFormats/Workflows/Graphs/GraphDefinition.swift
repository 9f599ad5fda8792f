internal import MaizeDocuments

/// A graph that a file defines, by which it is told from others.
final class GraphDefinition {
    let name: String
    let body: GraphDocument
    /// The file with its nodes.
    let source: SourceFile
    /// Where it has its name.
    let place: SourcePlace
    /// Components of one instance, those inside of inner graphs among them; nil until counted.
    var size: Int?
    /// Levels of graphs in one instance.
    var height = 1

    init(name: String, body: GraphDocument, source: SourceFile, place: SourcePlace) {
        self.name = name
        self.body = body
        self.source = source
        self.place = place
    }

    /// Files tell names of graphs, as those of types, neither by the case of their letters nor by blanks.
    static func key(_ name: String) -> String { name.filter { !$0.isWhitespace }.lowercased() }

    /// The most components that a file may make of graphs: more is a slip, or meant to do harm.
    static let mostComponents = 50_000
    /// The most components that are made only to see what is wrong with them, as of graphs that nothing uses.
    static let mostUnusedComponents = 5_000
    /// The most levels of graphs within each other.
    static let mostLevels = 50
}
