internal import ArgumentParser
internal import MaizeCommands
internal import MaizeCore
internal import MaizeFormats

/// `maize-swift execute FLOW`: runs a workflow file, or hands over to a compiled program.
struct ExecuteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "execute",
        abstract: "Run a workflow: a file, a compiled program, or the folder of a Swift package.",
        discussion: """
            `maize-swift execute FLOW --help` shows the options of the workflow, too.

            \(PackageOptions.help)
            """
    )

    // Which options there are is known only when the workflow was read.
    @Argument(parsing: .captureForPassthrough, help: ArgumentHelp("The workflow and its options.", valueName: "FLOW"))
    var words: [String] = []

    private static let name = "maize-swift execute"

    func run() throws {
        var words = words
        guard let place = FlowOperand.place(in: words) else { runWithoutFlow(words) }
        let path = words.remove(at: place)
        switch FlowSource(path) {
        case .program(let program): program.replaceProcess(with: words)
        case .file: run(FlowSource.readOrExit(path), path, words)
        }
    }

    private func run(_ file: WorkflowFile, _ path: String, _ words: [String]) -> Never {
        WorkflowCommand(
            name: "\(ExecuteCommand.name) \(path)",
            flow: file.workflow,
            knownTypes: FlowSource.knownTypes().all,
            finding: { CheckFinding(file.diagnostic($0)) }
        ).runAndExit(words)
    }

    /// What can be said without a workflow: the types of nodes, the usage.
    private func runWithoutFlow(_ words: [String]) -> Never {
        let command = WorkflowCommand(
            name: "\(ExecuteCommand.name) FLOW",
            flow: Workflow("none"),
            knownTypes: FlowSource.knownTypes().all
        )
        command.tellOfTypes(command.arguments(words))
        Console.end(
            ExitStatus.usage,
            "error: a workflow is missing; write maize-swift execute FLOW, where FLOW is a .yaml or .json file or a"
                + " compiled program"
        )
    }
}
