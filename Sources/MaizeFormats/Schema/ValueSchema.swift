internal import MaizeCore
internal import MaizeDocuments
internal import MaizeWire

/// The schema of a parameter's values.
enum ValueSchema {
    /// What a file may write for a type; of a type that only a program knows, anything.
    static func schema(of type: ItemType) -> DocumentValue {
        switch TypeShape(type) {
        case .list(let element): SchemaValue.object(["type": SchemaValue.text("array"), "items": schema(of: element)])
        case .optional(let wrapped): schema(of: wrapped).orNull
        case .dictionary(let value):
            SchemaValue.object(["type": SchemaValue.text("object"), "additionalProperties": schema(of: value)])
        case .single: single(type)
        }
    }

    private static func single(_ type: ItemType) -> DocumentValue {
        switch type {
        case is Bool.Type: return SchemaValue.type("boolean")
        // A plain word of YAML is a text where one is wanted.
        case is String.Type: return SchemaValue.type("string", "number", "boolean")
        case is File.Type: return SchemaValue.type("string")
        case is Double.Type, is Float.Type: return SchemaValue.type("number")
        case let number as any FixedWidthInteger.Type: return whole(number)
        default:
            let choices = ParameterText.choices(of: type)
            guard !choices.isEmpty else {
                let isOpen = type == JSONValue.self || type == AnyItem.self || type == AnyOtherItem.self
                return isOpen ? SchemaValue.anything : SchemaValue.object(["title": SchemaValue.text("\(type)")])
            }
            // An enum of numbers is written with them.
            return SchemaValue.object([
                "enum": SchemaValue.list(
                    choices.map { choice in Int(choice).map { SchemaValue.number($0) } ?? SchemaValue.text(choice) }
                )
            ])
        }
    }

    private static func whole<Number: FixedWidthInteger>(_ type: Number.Type) -> DocumentValue {
        SchemaValue.object([
            "type": SchemaValue.text("integer"), "minimum": SchemaValue.number(Number.min),
            "maximum": SchemaValue.number(Number.max),
        ])
    }
}
