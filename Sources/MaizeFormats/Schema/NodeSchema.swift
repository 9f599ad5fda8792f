internal import MaizeCore
internal import MaizeDocuments
internal import MaizeSteps
internal import MaizeWire

/// The schema of what a file may say of one type of nodes.
struct NodeSchema {
    let name: String
    /// What Swift calls the type, where files call it otherwise.
    let otherName: String?
    let summary: String
    private let type: Component.Type
    private let instance: Component

    init(_ entry: NodeCatalogue.Entry) throws {
        name = entry.name
        type = entry.type
        let swiftName = String("\(entry.type)".prefix { $0 != "<" })
        otherName = swiftName == String(name.prefix { $0 != "<" }) ? nil : swiftName
        summary = StandardNodes.summary(of: entry.type)
        instance = entry.type.init()
        try instance.bind()
    }

    /// Where its parameters are among the definitions.
    var definition: String { "parameters-" + name.map { $0.isLetter || $0.isNumber ? $0 : "_" } }

    /// What `type` may be for it: its name, and with it what items are.
    var pattern: String {
        let names = [name, otherName].compactMap(\.self).map(NodeSchema.escaped)
        return "^(\(names.joined(separator: "|")))" + (name.contains("<") ? "$" : "\\s*(<.*>)?$")
    }

    /// Its parameters and inputs that can have a value.
    var parameters: DocumentValue {
        let values =
            instance.parameters.flatMap(schemas) + instance.ports.compactMap { $0 as? InputPort }.flatMap(schemas)
        return SchemaValue.closed(values)
    }

    private func schemas(of parameter: AnyParameter) -> [(key: String, value: DocumentValue)] {
        let facts = parameter.ruleWords + (parameter.isOptional || parameter.hasValue ? [] : ["required"])
        var schema = ValueSchema.schema(of: parameter.valueType).orNull
            .described(NodeSchema.text(parameter.help, facts))
        if parameter.hasDefault, !parameter.isSecret, let value = NodeSchema.defaultValue(of: parameter) {
            schema = schema.adding([("default", SchemaValue.value(value))])
        }
        return named(parameter, schema)
    }

    private func schemas(of input: InputPort) -> [(key: String, value: DocumentValue)] {
        let help = input.help.isEmpty ? StandardNodes.help(on: input.propertyName, of: type) : input.help
        let schema = ValueSchema.schema(of: input.itemType).orNull
        return named(input, schema.described(NodeSchema.text(help, ["an input; a value stands for its channel"])))
    }

    /// By both names that a file may use.
    private func named(_ interface: Interface, _ schema: DocumentValue) -> [(key: String, value: DocumentValue)] {
        let names =
            interface.name == interface.propertyName ? [interface.name] : [interface.name, interface.propertyName]
        return names.map { ($0, schema) }
    }

    private static func text(_ help: String, _ facts: [String]) -> String {
        ([help] + (facts.isEmpty ? [] : ["(\(facts.joined(separator: "; ")))"])).filter { !$0.isEmpty }
            .joined(separator: " ")
    }

    /// Nil for a default that has no form in JSON.
    private static func defaultValue(of parameter: AnyParameter) -> JSONValue? {
        let text = ByteBuffer()
        let value = Result {
            guard let item = try parameter.encodedValue() else { return nil as JSONValue? }
            try item.withUnsafeBytes { try JSONItemEncoder(specialNumbers: .texts).append(item: $0, to: text) }
            return try JSONItemDecoder("value").decode(JSONValue.self, from: text.bytes)
        }
        guard case .success(let value?) = value, value != .null else { return nil }
        return value
    }

    private static func escaped(_ name: String) -> String {
        name.map { ".<>[]()+?|^$\\".contains($0) ? "\\\($0)" : "\($0)" }.joined()
    }
}
