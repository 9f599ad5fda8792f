internal import ArgumentParser

/// `maize-swift config`: what is written down about this machine.
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Show the configuration of this machine, or begin one for a workflow.",
        discussion: """
            EXAMPLES:
              maize-swift config show --profile night
              maize-swift config template flow.yaml

            EXIT STATUS: 0 shown, 2 a configuration or the workflow is invalid, 64 wrong usage.
            """,
        subcommands: [ConfigShowCommand.self, ConfigTemplateCommand.self]
    )
}
