internal import MaizeCore
internal import MaizeDocuments

/// One option as the command line needs it: a parameter that the workflow maps, or one of those that every program has
/// and that are read before the others.
struct OptionSpecification: Sendable {
    /// How often it may be given, and with how many words.
    enum Form: Sendable {
        /// Without a word of its own: `--x` or `--no-x`.
        case flag
        /// One word; the last one counts.
        case one
        /// One word each time, all of which count.
        case each
        /// Any number of words each time, all of which count.
        case several
    }

    /// What its words are, for a shell that completes them.
    enum Words: Sendable {
        case anything, paths
        case choices([String])
    }

    /// With dashes between its words, and none before.
    let name: String
    let form: Form
    /// What stands for a word in a usage text: `number`.
    var valueName = "value"
    var words = Words.anything
    var help = ""
    /// What the value must be: `one of fast, slow`.
    var requirements: [String] = []
    /// The value that it has.
    var value: String?
    var isRequired = false
    var isSecret = false

    /// The option of a parameter that a workflow maps.
    init(_ parameter: AnyParameter) {
        name = ReservedOptions.normalised(parameter.name)
        help = parameter.help
        requirements = parameter.requirements
        value = parameter.valueText
        isRequired = parameter.isNeeded
        isSecret = parameter.isSecret
        switch WordShape(parameter.valueType) {
        case .truth: form = .flag
        case .single, .open: form = .one
        case .list, .fields: form = .several
        }
        let choices = ParameterText.choices(of: parameter.valueType)
        if !choices.isEmpty { words = .choices(choices) } else if parameter.isPath { words = .paths }
        valueName = OptionSpecification.valueName(of: parameter)
    }

    /// An option of every program.
    init(name: String, form: Form) {
        self.name = name
        self.form = form
    }

    private static func valueName(of parameter: AnyParameter) -> String {
        if !ParameterText.choices(of: parameter.valueType).isEmpty { return "choice" }
        if parameter.isPath, WordShape(parameter.valueType) != .fields { return "path" }
        return valueName(of: parameter.valueType)
    }

    private static func valueName(of type: ItemType) -> String {
        switch TypeShape(type) {
        case .list(let part), .optional(let part): return valueName(of: part)
        case .dictionary, .single: break
        }
        if WordShape(type) == .fields { return "name=value" }
        if type is any BinaryInteger.Type || type is any BinaryFloatingPoint.Type { return "number" }
        return type == String.self ? "text" : "value"
    }
}
