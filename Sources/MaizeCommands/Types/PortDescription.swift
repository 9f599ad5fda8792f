internal import MaizeCore
internal import MaizeSteps
internal import MaizeWire

/// A port of a type of nodes.
struct PortDescription: Encodable {
    let name: String
    let itemType: String
    /// Whether it takes any number of channels.
    let isMulti: Bool
    let isOptional: Bool
    /// Whether the last item is given again while there is no new one.
    let isCached: Bool
    /// What an input gives while nothing is connected.
    let defaultValue: JSONValue?
    /// How files travel.
    let mode: String?
    let rules: [String]
    let help: String
    let isInput: Bool

    private enum CodingKeys: String, CodingKey {
        case name, help, rules, mode
        case itemType = "type"
        case isMulti = "multi"
        case isOptional = "optional"
        case isCached = "cached"
        case defaultValue = "default"
    }

    init(_ port: AnyPort, of type: Component.Type) {
        name = port.name
        itemType = TypeText.text(of: port.itemType)
        isInput = port is InputPort || port is MultiInputPort
        isMulti = port is MultiInputPort || port is MultiOutputPort
        isOptional = port.isOptional
        isCached = port.keepsLastItem
        defaultValue = (port as? InputPort)?.defaultItem.flatMap(JSONValue.init(item:))
        mode = port.mode?.rawValue
        rules = port.ruleWords
        help = port.help.isEmpty ? StandardNodes.help(on: port.propertyName, of: type) : port.help
    }
}

/// A parameter of a type of nodes.
struct ParameterDescription: Encodable {
    let name: String
    let valueType: String
    /// Whether there is no run without a value.
    let isRequired: Bool
    let isSecret: Bool
    let isPath: Bool
    let defaultValue: JSONValue?
    /// The default as an option takes it.
    let defaultText: String?
    let choices: [String]
    let rules: [String]
    let help: String

    private enum CodingKeys: String, CodingKey {
        case name, choices, rules, help
        case valueType = "type"
        case isRequired = "required"
        case isSecret = "secret"
        case isPath = "path"
        case defaultValue = "default"
    }

    init(_ parameter: AnyParameter) {
        name = parameter.name
        valueType = TypeText.text(of: parameter.valueType)
        isRequired = !parameter.isOptional && !parameter.hasValue
        isSecret = parameter.isSecret
        isPath = parameter.isPath
        defaultText = parameter.hasDefault ? parameter.valueText : nil
        // A value that cannot be encoded has no form in JSON.
        let item = parameter.hasDefault && !parameter.isSecret ? try? parameter.encodedValue() : nil
        defaultValue = item.flatMap(JSONValue.init(item:))
        choices = ParameterText.choices(of: parameter.valueType)
        rules = parameter.ruleWords
        help = parameter.help
    }
}

extension JSONValue {
    /// The value of an encoded item; nil for one that has no form in JSON.
    init?(item: [UInt8]) {
        let text = ByteBuffer()
        let value = Result {
            try item.withUnsafeBytes { try JSONLine.encoder().append(item: $0, to: text) }
            return try JSONItemDecoder("value").decode(JSONValue.self, from: text.bytes)
        }
        guard case .success(let value) = value else { return nil }
        self = value
    }
}
