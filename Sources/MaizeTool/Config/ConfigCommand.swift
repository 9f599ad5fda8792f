internal import ArgumentParser

/// `maize-swift config`: what is written down about this machine.
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Show the configuration of this machine, or begin one for a workflow.",
        subcommands: [ConfigShowCommand.self, ConfigTemplateCommand.self]
    )
}
