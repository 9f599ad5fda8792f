internal import ArgumentParser

/// The options that a workflow maps, as the parser shows them in its help: known only when the program runs.
///
/// The parser finds options by walking the mirror of a value; this one's mirror shows an option for each mapped
/// parameter. Help, usage, shell completion and errors about them are then the parser's own. Their values are read before
/// it (`OptionWords`).
struct MappedOptions: ParsableArguments, CustomReflectable {
    /// What stands for the parameters while the parser runs.
    @TaskLocal static var specifications: [OptionSpecification] = []
    @TaskLocal static var programName = "workflow"
    @TaskLocal static var summary = ""

    init() {}

    /// Asks for each option, as the parser demands; what there is to know was taken from the words already.
    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        for option in MappedOptions.specifications {
            let key = Key(option.name)
            switch option.form {
            case .flag: _ = try container.decode(Flag<Bool?>.self, forKey: key)
            case .one: _ = try container.decode(Option<String?>.self, forKey: key)
            case .each, .several: _ = try container.decode(Option<[String]>.self, forKey: key)
            }
        }
    }

    var customMirror: Mirror {
        Mirror(
            self,
            children: MappedOptions.specifications.map { (label: "_" + $0.name, value: MappedOptions.declaration($0)) }
        )
    }

    private static func declaration(_ option: OptionSpecification) -> Any {
        let name = NameSpecification.customLong(option.name)
        let help = ArgumentHelp("\(text(of: option))", valueName: option.valueName)
        let completion: CompletionKind? =
            switch option.words {
            case .anything: nil
            case .paths: .file()
            case .choices(let choices): .list(choices)
            }
        return switch option.form {
        case .flag: Flag<Bool?>(name: name, inversion: .prefixedNo, help: help)
        case .one: Option<String?>(name: name, help: help, completion: completion)
        case .each:
            Option<[String]>(wrappedValue: [], name: name, parsing: .singleValue, help: help, completion: completion)
        case .several:
            Option<[String]>(wrappedValue: [], name: name, parsing: .upToNextOption, help: help, completion: completion)
        }
    }

    private static func text(of option: OptionSpecification) -> String {
        let state = option.value.map { "now: \($0)" } ?? (option.isRequired ? "required" : nil)
        let notes = option.requirements + [state].compactMap(\.self)
        let note = notes.isEmpty ? "" : "(\(notes.joined(separator: "; ")))"
        return [option.help, note].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
