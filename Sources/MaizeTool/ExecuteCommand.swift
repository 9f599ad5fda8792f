internal import ArgumentParser
internal import MaizeCommands
internal import MaizeCore
internal import MaizeDocuments
internal import MaizeFormats

/// `maize-swift execute FLOW`: runs a workflow file, or hands over to a compiled program.
struct ExecuteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "execute",
        abstract: "Run a workflow: a workflow file, a compiled program, or the package of one.",
        discussion: """
            `maize-swift execute FLOW --help` shows the workflow's own options, too. Results go to standard output, \
            everything else to standard error.

            EXAMPLES:
              maize-swift execute flow.yaml
              maize-swift execute flow.yaml --text book.txt --quiet
              maize-swift execute flow.yaml --dry-run

            \(PackageOptions.help)

            EXIT STATUS: \(ExitStatus.ofRun)
            """
    )

    @Argument(help: FlowSource.help("The workflow."), completion: FlowSource.completion)
    var flow: String

    @OptionGroup
    var common: CommonOptions

    private static let name = "maize-swift execute"

    /// Runs the workflow that the words name, with its own options and those of every workflow, and ends the process.
    ///
    /// Not by way of the parser, which would refuse options that it cannot know; what it knows is for help and shells.
    static func execute(_ words: [String]) -> Never {
        var words = words
        guard let place = FlowOperand.place(in: words) else { executeWithoutFlow(words) }
        let path = words.remove(at: place)
        switch FlowSource(path) {
        case .program(let program): program.replaceProcess(with: words)
        case .file: execute(FlowSource.readOrExit(path), path, words)
        }
    }

    private static func execute(_ file: WorkflowFile, _ path: String, _ words: [String]) -> Never {
        WorkflowCommand(
            name: "\(name) \(path)",
            flow: file.workflow,
            knownTypes: FlowSource.knownTypes().all,
            finding: { CheckFinding(file.diagnostic($0)) }
        ).runAndExit(words)
    }

    /// What can be said without a workflow: the types of nodes, the usage.
    private static func executeWithoutFlow(_ words: [String]) -> Never {
        let command = WorkflowCommand(
            name: "\(name) FLOW",
            flow: Workflow("none"),
            knownTypes: FlowSource.knownTypes().all
        )
        command.tellOfTypes(command.arguments(words))
        Console.end(
            ExitStatus.usage,
            "error: a workflow is missing; write maize-swift execute FLOW, where FLOW is a workflow file"
                + " (\(DocumentFormat.suffixList)), a compiled program, or the folder of a package"
        )
    }
}
