package import MaizeCore
package import MaizeDocuments
internal import MaizeWire

/// The JSON Schema (2020-12) of workflow files, by which editors complete and check them.
package struct WorkflowSchema {
    /// The schema as a document, in an order for people.
    package let document: DocumentValue

    /// The schema of files that may name the standard types and others; what is wrong with a type leaves it out.
    ///
    /// - Throws: What a type throws when an instance of it is looked at.
    package init(_ own: [Component.Type] = []) throws {
        let catalogue = NodeCatalogue(own)
        let nodes = try catalogue.names.compactMap { name in try catalogue[name].map { try NodeSchema($0) } }
        document = WorkflowSchema.root(nodes)
    }

    /// The schema as JSON.
    package var text: String { get throws { try DocumentFormat.json.text(of: document) } }

    private static func root(_ nodes: [NodeSchema]) -> DocumentValue {
        let sound = GraphSchema.parts
        let keys: [(key: String, value: DocumentValue)] =
            [
                ("$schema", SchemaValue.type("string").described("Where this schema is.")),
                ("name", SchemaValue.reference("name").orNull.described("What the workflow is called.")),
                ("description", SchemaValue.type("string").orNull.described("What it is for.")),
                ("level", GraphSchema.level.orNull.described("The least level of records of nodes.")),
                ("scratch", SchemaValue.type("string").orNull.described("The folder below which runs make theirs.")),
                (
                    "package",
                    SchemaValue.type("string").orNull.described("The Swift package with the file's own nodes.")
                ),
                (
                    "include",
                    GraphSchema.include.orNull.described("Files below this one's folder whose graphs it uses.")
                ),
                ("graphs", GraphSchema.graphs.orNull.described("Graphs that are types of nodes in this file.")),
            ] + sound
        let definitions =
            GraphSchema.definitions(nodes) + nodes.map { (key: $0.definition, value: $0.parameters) }
        let free = ["graphs", "include", "package"].map { SchemaValue.object(["required": SchemaValue.texts([$0])]) }
        return SchemaValue.object([
            "$schema": SchemaValue.text("https://json-schema.org/draft/2020-12/schema"),
            "title": SchemaValue.text("maize-swift workflow"),
            "type": SchemaValue.text("object"),
            "properties": SchemaValue.object(keys),
            "additionalProperties": SchemaValue.truth(false),
            // A file with graphs alone is there to be included.
            "anyOf": SchemaValue.list(
                ["nodes", "graphs"].map { SchemaValue.object(["required": SchemaValue.texts([$0])]) }
            ),
            // Graphs and packages bring types of their own.
            "if": SchemaValue.any(of: free),
            "else": SchemaValue.object([
                "properties": SchemaValue.object(["nodes": SchemaValue.reference("nodesOfKnownTypes")])
            ]),
            "$defs": SchemaValue.object(definitions),
        ])
    }
}
