internal import ArgumentParser
internal import MaizeCore

/// The command line of a workflow: what every one has, and the options that it maps itself.
struct ProgramArguments: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: MappedOptions.programName,
            abstract: MappedOptions.summary,
            version: ProjectVersion.line
        )
    }

    @OptionGroup
    var common: CommonOptions

    @OptionGroup(title: "Workflow options")
    var mapped: MappedOptions

    /// Reads the words with the options that `flow` maps; a wrong word ends the process with a message and usage.
    static func parseOrExit(_ words: [String], name: String, flow: Workflow) -> ProgramArguments {
        let specifications = flow.optionParameters.map(MappedOptions.Specification.init)
        return MappedOptions.$specifications.withValue(specifications) {
            MappedOptions.$programName.withValue(name) {
                MappedOptions.$summary.withValue(flow.summary) {
                    do {
                        return try parse(words.map(withDashes))
                    } catch {
                        exit(withError: error)
                    }
                }
            }
        }
    }

    /// Options may be written with `_` for `-`, as the parameter is in files.
    private static func withDashes(_ word: String) -> String {
        guard word.hasPrefix("--"), word.count > 2 else { return word }
        let end = word.firstIndex(of: "=") ?? word.endIndex
        return word[..<end].map { $0 == "_" ? "-" : String($0) }.joined() + word[end...]
    }
}
