internal import MaizeCore
internal import MaizeDocuments
internal import MaizeSteps
internal import MaizeWire

/// One of a workflow's own options as a line of JSON: its fields are part of the command's interface (`docs/cli.md`).
struct OptionDescription: Encodable {
    /// As it is written behind two dashes.
    let name: String
    /// The type of the parameters that it drives.
    let type: String
    let kind: Kind
    let help: String
    /// The value that it has; of a secret one, only that there is one.
    let value: JSONValue?
    /// Whether there is no run without it.
    let isRequired: Bool
    let isSecret: Bool
    let choices: [String]
    let rules: [String]

    /// What its words are.
    enum Kind: String, Encodable {
        /// `--x` or `--no-x`.
        case flag
        case number, text, choice, path
        /// A word for each element.
        case list
        /// A word `name=value` for each part.
        case fields
        /// Any other: as JSON.
        case value
    }

    private enum CodingKeys: String, CodingKey {
        case name, type, kind, help, value, choices, rules
        case isRequired = "required"
        case isSecret = "secret"
    }

    init(_ parameter: AnyParameter) {
        name = ReservedOptions.normalised(parameter.name)
        type = TypeText.text(of: parameter.valueType)
        help = parameter.help
        choices = ParameterText.choices(of: parameter.valueType)
        rules = parameter.ruleWords
        isRequired = parameter.isNeeded
        isSecret = parameter.isSecret
        kind = OptionDescription.kind(of: parameter, choices)
        if parameter.isSecret {
            value = parameter.valueText.map { .string($0) }
        } else {
            // A value that cannot be encoded has no form in JSON.
            let item = parameter.valueText == nil ? nil : try? parameter.encodedValue()
            value = item.flatMap(JSONValue.init(item:))
        }
    }

    private static func kind(of parameter: AnyParameter, _ choices: [String]) -> Kind {
        switch WordShape(parameter.valueType) {
        case .truth: .flag
        case .list: .list
        case .fields: .fields
        case .open: .value
        case .single:
            if !choices.isEmpty { .choice } else if parameter.isPath { .path } else { kind(of: parameter.valueType) }
        }
    }

    private static func kind(of type: ItemType) -> Kind {
        if case .optional(let wrapped) = TypeShape(type) { return kind(of: wrapped) }
        if type is any BinaryInteger.Type || type is any BinaryFloatingPoint.Type { return .number }
        return type == String.self ? .text : .value
    }
}
