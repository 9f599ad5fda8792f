internal import MaizeDocuments
internal import MaizeWire

/// Parts of a JSON Schema, with keys in the order in which people read them.
enum SchemaValue {
    static func object(_ entries: KeyValuePairs<String, DocumentValue>) -> DocumentValue {
        object(entries.map { ($0, $1) })
    }

    static func object(_ entries: [(key: String, value: DocumentValue)]) -> DocumentValue {
        make(.mapping(entries.map { DocumentValue.Entry(key: $0.key, position: .start, value: $0.value) }))
    }

    static func list(_ values: [DocumentValue]) -> DocumentValue { make(.list(values)) }
    static func texts(_ texts: [String]) -> DocumentValue { list(texts.map(text)) }
    static func text(_ text: String) -> DocumentValue { make(.scalar(text, .text)) }
    static func number(_ number: some BinaryInteger) -> DocumentValue { make(.scalar("\(number)", .literal)) }
    static func truth(_ truth: Bool) -> DocumentValue { make(.scalar("\(truth)", .literal)) }
    static let null = make(.null)
    /// What everything keeps.
    static let anything = object([:])

    static func reference(_ name: String) -> DocumentValue { object(["$ref": text("#/$defs/" + name)]) }
    static func any(of schemas: [DocumentValue]) -> DocumentValue { object(["anyOf": list(schemas)]) }
    static func any(of schemas: DocumentValue...) -> DocumentValue { any(of: schemas) }
    static func type(_ types: String...) -> DocumentValue {
        object(["type": types.count == 1 ? text(types[0]) : texts(types)])
    }

    /// An object with these keys and no others.
    static func closed(
        _ properties: [(key: String, value: DocumentValue)],
        required: [String] = []
    ) -> DocumentValue {
        object(
            [("type", text("object")), ("properties", object(properties))]
                + (required.isEmpty ? [] : [("required", texts(required))])
                + [("additionalProperties", truth(false))]
        )
    }

    /// A value as JSON has it.
    static func value(_ json: JSONValue) -> DocumentValue {
        switch json {
        case .null: null
        case .bool(let value): truth(value)
        case .integer(let value): number(value)
        case .number(let value): make(.scalar("\(value)", .literal))
        case .string(let value): text(value)
        case .array(let values): list(values.map(value))
        case .object(let fields): object(fields.sorted { $0.key < $1.key }.map { ($0.key, value($0.value)) })
        }
    }

    private static func make(_ content: DocumentValue.Content) -> DocumentValue {
        DocumentValue(content: content, position: .start)
    }
}

extension DocumentValue {
    /// The schema with more keys.
    func adding(_ entries: [(key: String, value: DocumentValue)]) -> DocumentValue {
        guard case .mapping(let own) = content else { return self }
        let more = entries.map { Entry(key: $0.key, position: .start, value: $0.value) }
        return DocumentValue(content: .mapping(own + more), position: position)
    }

    func described(_ text: String) -> DocumentValue {
        text.isEmpty ? self : adding([("description", SchemaValue.text(text))])
    }

    /// The schema of the same values and of null, which stands for no value.
    var orNull: DocumentValue {
        guard case .mapping(var entries) = content else { return self }
        if entries.contains(where: { ["$ref", "anyOf"].contains($0.key) }) {
            return SchemaValue.any(of: self, SchemaValue.type("null"))
        }
        for place in entries.indices {
            switch entries[place].key {
            case "type": entries[place].value = entries[place].value.listed(with: SchemaValue.text("null"))
            case "enum": entries[place].value = entries[place].value.listed(with: SchemaValue.null)
            default: continue
            }
        }
        return DocumentValue(content: .mapping(entries), position: position)
    }

    /// The values of a list, or the one value, and another one unless it is among them.
    private func listed(with other: DocumentValue) -> DocumentValue {
        let values = if case .list(let values) = content { values } else { [self] }
        return SchemaValue.list(values.contains { $0.json == other.json } ? values : values + [other])
    }
}
