internal import ArgumentParser
internal import MaizeCommands
internal import MaizeFormats

/// `maize-swift config template FLOW`: the beginning of a configuration for a workflow.
struct ConfigTemplateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: "Write a configuration for the types of nodes of a workflow, to be filled in.",
        discussion: """
            A program that is required and was not found stands in it as a line to be completed; everything
            else is a comment with the default.

            EXAMPLES:
              maize-swift config template flow.yaml > ~/.config/maize.toml
              maize-swift config template flow.yaml --package-path my-nodes

            EXIT STATUS: 0 done, 2 the workflow cannot be read, 64 wrong usage.
            """
    )

    @Argument(help: FlowSource.help("A workflow file, or a compiled program."), completion: FlowSource.completion)
    var flow: String

    func run() throws {
        switch FlowSource(flow) {
        case .program(let program): program.replaceProcess(with: ["--config-template"])
        case .file(let path):
            Console.show(ConfigurationTemplate(FlowSource.readOrExit(path).workflow).lines)
            Console.end(ExitStatus.done)
        }
    }
}
