import Foundation

/// The names that code which imports a module finds without any type before them.
struct TopLevelNames {
    private struct Graph: Decodable {
        struct Symbol: Decodable { let pathComponents: [String] }
        let symbols: [Symbol]
    }

    let all: Set<String>

    /// The public names of a module: ours, or one of the compiler's own.
    init(of module: String) throws {
        let graphs = try SymbolGraph.files(of: module).map { try JSONDecoder().decode(Graph.self, from: $0) }
        all = Set(graphs.flatMap(\.symbols).filter { $0.pathComponents.count == 1 }.flatMap(\.pathComponents))
    }
}
