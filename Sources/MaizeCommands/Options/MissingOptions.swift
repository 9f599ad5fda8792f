internal import MaizeCore

/// What is told of a workflow whose options without a value are needed.
enum MissingOptions {
    /// The command line that would do, with words for the values; nil when nothing is missing.
    static func line(of flow: Workflow, command: String) -> String? {
        let missing = flow.optionParameters.filter(\.isNeeded).map(OptionSpecification.init)
        if missing.isEmpty { return nil }
        return "write: " + ([command] + missing.map(words)).joined(separator: " ")
    }

    private static func words(for option: OptionSpecification) -> String {
        option.form == .flag ? "--\(option.name)" : "--\(option.name) \(option.valueName.uppercased())"
    }
}
