package import MaizeCore
internal import MaizeSteps

/// A type of nodes in a list: its name and what it is for.
///
/// As JSON its fields are part of the command's interface (`docs/cli.md`).
package struct NodeTypeSummary: Encodable {
    /// As files name it.
    package let name: String
    /// With what stands for open types of items: `Merge<T>`.
    package let type: String
    let kind: Kind
    let summary: String
    package let tags: [String]
    let version: String?

    enum Kind: String, Encodable {
        case node, graph
    }

    /// Tells of a type as it stands.
    package init(_ type: Component.Type) {
        name = type.typeName
        self.type = TypeName.text(of: type)
        kind = type is Graph.Type ? .graph : .node
        summary = StandardNodes.summary(of: type)
        tags = StandardNodes.tags(of: type).sorted()
        version = type.version.isEmpty ? nil : type.version
    }
}

extension NodeTypeSummary {
    /// A line for each type, in the order of their names, each once; a narrow terminal gets several.
    package static func lines(_ types: [NodeTypeSummary], columns: Int?) -> [String] {
        let width = types.map(\.type.count).max() ?? 0
        return types.flatMap { type in
            let name = type.type + String(repeating: " ", count: width - type.type.count)
            guard !type.summary.isEmpty else { return [type.type] }
            let room = columns.map { $0 - width - 2 }.flatMap { $0 < 30 ? nil : $0 } ?? .max
            let lines = WrappedText.lines(type.summary, columns: room)
            return lines.enumerated().map { index, line in
                (index == 0 ? name : String(repeating: " ", count: width)) + "  " + line
            }
        }
    }

    /// Types by name, each once; two of one name are both there.
    package static func all(of types: [Component.Type]) -> [NodeTypeSummary] {
        var seen: Set<ObjectIdentifier> = []
        return types.map(ItemPlaceholder.opened).filter { seen.insert(ObjectIdentifier($0)).inserted }
            .map { NodeTypeSummary($0) }.sorted { $0.name < $1.name }
    }
}
