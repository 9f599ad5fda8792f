internal import MaizeCommands
internal import MaizeCore
internal import MaizeFormats
internal import MaizeWire

extension FlowSource {
    /// What the workflow is made of; what is wrong with it is said, and ends the process.
    func outlineOrExit() -> GraphOutline {
        switch self {
        case .file(let path): return FlowSource.readOrExit(path).workflow.outline()
        case .program(let program):
            let text = program.outputOrExit(with: ["--outline"])
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
