internal import MaizeCommands
internal import MaizeCore
internal import MaizeFormats
internal import MaizeWire

extension FlowSource {
    /// What the workflow is made of, with the values that the words give to its options; what is wrong with it, or them, is
    /// said, and ends the process.
    func outlineOrExit(_ words: [String]) -> GraphOutline {
        switch self {
        case .file(let path):
            let workflow = FlowSource.readOrExit(path).workflow
            let command = WorkflowCommand(name: "maize-swift graph \(path) --", flow: workflow, knownTypes: [])
            command.takeOptions(words)
            return workflow.outline()
        case .program(let program):
            let text = program.outputOrExit(with: ["--outline"] + words)
            do {
                return try text.withUnsafeBytes {
                    try JSONItemDecoder("the answer").decode(GraphOutline.self, from: $0)
                }
            } catch {
                Console.end(
                    ExitStatus.invalid,
                    "\(program.path): error: the program does not tell what its workflow is made of; build it with this"
                        + " version of maize-swift (\(error))"
                )
            }
        }
    }
}
