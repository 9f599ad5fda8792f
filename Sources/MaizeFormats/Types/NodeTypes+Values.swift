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
    ///   - items: All items of inputs, where they are known; a type that cannot hold each of them does not follow.
    /// - Returns: The type, for these items.
    /// - Throws: `WorkflowError` that tells what there is instead.
    package func type(
        named name: String,
        values: [DocumentValue.Entry],
        texts: (inputs: [String], outputs: [String]),
        items: [String: [DocumentValue]] = [:]
    ) throws(WorkflowError) -> Component.Type {
        let plain = try type(named: name, taking: [JSONValue.self, JSONValue.self])
        let known = items.filter { !$0.value.isEmpty }
        if !known.isEmpty, let node = component(NodeTypes.document(name, values, texts, known)),
            known.allSatisfy({ port, items in node.takes(items, at: port) })
        {
            return Swift.type(of: node)
        }
        return component(NodeTypes.document(name, values, texts, [:])).map { Swift.type(of: $0) } ?? plain
    }

    /// The node of such a workflow.
    ///
    /// What is wrong with values is found when they are set.
    private func component(_ document: DocumentValue) -> Component? {
        let source = SourceFile(path: "", text: nil)
        let document = FlowDocument(document, as: .workflow, source)
        let file = FlowLoader.LoadedFile(source: source, document: document)
        var builder = WorkflowBuilder(file, into: Workflow("types"), catalogue: catalogue)
        builder.build()
        return builder.workflow.component(named: "node")
    }

    /// A workflow of one node, and around it nodes of texts, and of other items.
    private static func document(
        _ type: String,
        _ values: [DocumentValue.Entry],
        _ texts: (inputs: [String], outputs: [String]),
        _ items: [String: [DocumentValue]]
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
        for (number, (port, items)) in items.sorted(by: { $0.key < $1.key }).enumerated() {
            // What all items have in common is the type of a list's parts.
            let (load, scatter) = ("list-\(number)", "items-\(number)")
            let data = mapping([("data", value(.list(items)))])
            nodes.append(mapping([("name", text(load)), ("type", text("LoadData")), ("parameters", data)]))
            nodes.append(mapping([("name", text(scatter)), ("type", text("Scatter"))]))
            channels.append(mapping([("sending", end(load, "out")), ("receiving", end(scatter, "inp"))]))
            channels.append(mapping([("sending", end(scatter, "out")), ("receiving", end("node", port))]))
        }
        for (number, port) in texts.outputs.enumerated() {
            let name = "output-\(number)"
            nodes.append(mapping([("name", text(name)), ("type", text("WriteLines"))]))
            channels.append(mapping([("sending", end("node", port)), ("receiving", end(name, "inp"))]))
        }
        return mapping([("nodes", value(.list(nodes))), ("channels", value(.list(channels)))])
    }
}

extension Component {
    /// Whether each of the items can be one of a port's.
    fileprivate func takes(_ items: [DocumentValue], at name: String) -> Bool {
        guard let port = ports.first(where: { $0.name == name || $0.propertyName == name }) else { return false }
        return items.allSatisfy { Component.decodes($0, as: port.itemType) }
    }

    private static func decodes<Item: Decodable>(_ value: DocumentValue, as type: Item.Type) -> Bool {
        if case .success = Result(catching: { try DocumentDecoder(value).decode(type) }) { true } else { false }
    }
}
