internal import ArgumentParser
internal import MaizeCore

/// The command line of a workflow: what every one has, and the options that it maps itself.
struct ProgramArguments: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: MappedOptions.programName,
            abstract: MappedOptions.summary.isEmpty ? "Run the workflow." : MappedOptions.summary,
            discussion: "EXIT STATUS: \(ExitStatus.ofRun)",
            version: ProjectVersion.line
        )
    }

    @OptionGroup
    var common: CommonOptions

    @OptionGroup(title: "Workflow options")
    var mapped: MappedOptions

    /// Reads the words with the options that `specifications` tell of; a wrong word ends the process with a message and
    /// usage.
    static func parseOrExit(
        _ words: [String],
        name: String,
        summary: String,
        specifications: [OptionSpecification]
    ) -> ProgramArguments {
        MappedOptions.$specifications.withValue(specifications) {
            MappedOptions.$programName.withValue(name) {
                MappedOptions.$summary.withValue(summary) {
                    do {
                        return try parse(words)
                    } catch {
                        exit(withError: error)
                    }
                }
            }
        }
    }
}
