package import MaizeCore
internal import MaizeSteps

/// Everything that is known of a type of nodes or graphs without running it: `maize-swift describe`.
///
/// As JSON its fields are part of the command's interface (`docs/cli.md`).
package struct NodeTypeDescription: Encodable {
    let name: String
    let type: String
    let kind: NodeTypeSummary.Kind
    let summary: String
    let tags: [String]
    let version: String?
    /// What stands for types of items that are open.
    let items: [String]
    /// Whether it runs again and again unless told otherwise.
    let loops: Bool
    let requiredPrograms: [String]
    let inputs: [PortDescription]
    let outputs: [PortDescription]
    let parameters: [ParameterDescription]
    /// Of a graph.
    let inside: GraphContents?

    /// Looks at an instance of a type as it stands, of which nothing is checked and nothing runs.
    ///
    /// - Throws: what a type is refused for whose ports and parameters cannot be told.
    package init(_ type: Component.Type) throws {
        let summary = NodeTypeSummary(type)
        let instance = type.init()
        try instance.bind()
        name = summary.name
        self.type = summary.type
        kind = summary.kind
        self.summary = summary.summary
        tags = summary.tags
        version = summary.version
        items = ItemPlaceholder.names(in: instance.ports.map(\.itemType) + instance.parameters.map(\.valueType))
        loops = (type as? Node.Type)?.loopsByDefault ?? false
        requiredPrograms = (type as? Node.Type)?.requiredPrograms ?? []
        let ports = instance.ports.map { PortDescription($0, of: type) }
        inputs = ports.filter(\.isInput)
        outputs = ports.filter { !$0.isInput }
        parameters = instance.parameters.map(ParameterDescription.init)
        inside = (type as? Graph.Type).map { GraphContents($0, pattern: instance) }
    }
}
