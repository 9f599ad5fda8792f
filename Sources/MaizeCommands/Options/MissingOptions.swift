internal import MaizeCore

/// What is told of a workflow whose options without a value are needed.
enum MissingOptions {
    /// The command line that would do, with words for the values; nil when nothing is missing.
    static func line(of flow: Workflow, command: String) -> String? {
        let missing = flow.optionParameters.filter(\.isNeeded).map(OptionSpecification.init)
        if missing.isEmpty { return nil }
        return "write: " + ([command] + missing.map(words)).joined(separator: " ")
    }

    /// An option without a value, of a workflow that cannot be built without it.
    static func problem(of option: AnyParameter) -> String {
        let name = ReservedOptions.normalised(option.name)
        return "error: the option --\(name) has no value" + (option.help.isEmpty ? "" : " (\(option.help))")
    }

    private static func words(for option: OptionSpecification) -> String {
        option.form == .flag ? "--\(option.name)" : "--\(option.name) \(option.valueName.uppercased())"
    }
}
