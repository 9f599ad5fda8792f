internal import ArgumentParser
internal import MaizeCore

/// The options that a workflow maps: known only when the program runs.
///
/// The parser finds options by walking the mirror of a value; this one's mirror shows an option for each mapped
/// parameter. Help, usage and errors about them are then the parser's own.
struct MappedOptions: ParsableArguments, CustomReflectable {
    /// One mapped parameter as the parser needs it.
    struct Specification: Sendable {
        let name: String
        let help: String
        /// What the value must be: `one of fast, slow`.
        let requirements: [String]
        let value: String?
        let isFlag: Bool
        let isRequired: Bool

        init(_ parameter: AnyParameter) {
            name = ReservedOptions.normalised(parameter.name)
            help = parameter.help
            requirements = parameter.requirements
            value = parameter.valueText
            isFlag = parameter.valueType is Bool.Type
            isRequired = parameter.isNeeded
        }
    }

    /// What stands for the parameters while the parser runs.
    @TaskLocal static var specifications: [Specification] = []
    @TaskLocal static var programName = "workflow"
    @TaskLocal static var summary = ""

    /// The texts that were given, by option name.
    var given: [String: String] = [:]

    init() {}

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        for specification in MappedOptions.specifications {
            let key = Key(specification.name)
            if specification.isFlag {
                let flag = try container.decode(Flag<Bool?>.self, forKey: key).wrappedValue
                if let flag { given[specification.name] = flag ? "true" : "false" }
            } else if let text = try container.decode(Option<String?>.self, forKey: key).wrappedValue {
                given[specification.name] = text
            }
        }
    }

    var customMirror: Mirror {
        Mirror(
            self,
            children: MappedOptions.specifications.map { specification -> (label: String?, value: Any) in
                let state = specification.value.map { "now: \($0)" } ?? (specification.isRequired ? "required" : nil)
                let notes = specification.requirements + [state].compactMap(\.self)
                let note = notes.isEmpty ? "" : "(\(notes.joined(separator: "; ")))"
                let words = [specification.help, note].filter { !$0.isEmpty }.joined(separator: " ")
                let help = ArgumentHelp("\(words)", valueName: "value")
                let name = NameSpecification.customLong(specification.name)
                if specification.isFlag {
                    return ("_" + specification.name, Flag<Bool?>(name: name, inversion: .prefixedNo, help: help))
                }
                return ("_" + specification.name, Option<String?>(name: name, parsing: .unconditional, help: help))
            }
        )
    }

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
