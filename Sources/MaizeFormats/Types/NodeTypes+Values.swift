package import MaizeCore
package import MaizeDocuments
internal import MaizeWire

extension NodeTypes {
    /// The type of a name as a file has it, with open types of items as they follow from values and from what is
    /// connected; JSON where nothing follows.
    ///
    /// - Parameters:
    ///   - name: The name.
    ///   - values: Values of parameters, by name.
    ///   - texts: Ports at which items are texts.
    /// - Returns: The type, for these items.
    /// - Throws: `WorkflowError` that tells what there is instead.
    package func type(
        named name: String,
        values: [DocumentValue.Entry],
        texts: (inputs: [String], outputs: [String])
    ) throws(WorkflowError) -> Component.Type {
        let plain = try type(named: name, taking: [JSONValue.self, JSONValue.self])
        // What is wrong with values is found when they are set.
        let source = SourceFile(path: "", text: nil)
        let document = FlowDocument(NodeTypes.document(name, values, texts), as: .workflow, source)
        let file = FlowLoader.LoadedFile(source: source, document: document)
        var builder = WorkflowBuilder(file, into: Workflow("types"), catalogue: catalogue)
        builder.build()
        guard let found = builder.workflow.component(named: "node") else { return plain }
        return Swift.type(of: found)
    }

    /// A workflow of one node, and nodes of texts around it.
    private static func document(
        _ type: String,
        _ values: [DocumentValue.Entry],
        _ texts: (inputs: [String], outputs: [String])
    ) -> DocumentValue {
        func text(_ text: String) -> DocumentValue { value(.scalar(text, .text)) }
        func value(_ content: DocumentValue.Content) -> DocumentValue {
            DocumentValue(content: content, position: .start)
        }
        func mapping(_ entries: [(String, DocumentValue)]) -> DocumentValue {
            value(.mapping(entries.map { DocumentValue.Entry(key: $0, position: .start, value: $1) }))
        }
        func end(_ node: String, _ port: String) -> DocumentValue { mapping([(node, text(port))]) }
        var nodes = [
            mapping([("name", text("node")), ("type", text(type)), ("parameters", value(.mapping(values)))])
        ]
        var channels: [DocumentValue] = []
        for (number, port) in texts.inputs.enumerated() {
            let name = "input-\(number)"
            nodes.append(mapping([("name", text(name)), ("type", text("ReadLines"))]))
            channels.append(mapping([("sending", end(name, "out")), ("receiving", end("node", port))]))
        }
        for (number, port) in texts.outputs.enumerated() {
            let name = "output-\(number)"
            nodes.append(mapping([("name", text(name)), ("type", text("WriteLines"))]))
            channels.append(mapping([("sending", end("node", port)), ("receiving", end(name, "inp"))]))
        }
        return mapping([("nodes", value(.list(nodes))), ("channels", value(.list(channels)))])
    }
}
