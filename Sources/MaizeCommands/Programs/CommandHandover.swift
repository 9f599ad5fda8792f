internal import MaizeSystem
package import MaizeCore

/// A program in the part of the command `maize-swift`, for the sake of the nodes that it has.
///
/// The command builds a user's package, and becomes the program of it with the same words. The program, if it links
/// `MaizeTool`, is then the command, and knows its own nodes beside the standard ones.
package struct CommandHandover: Sendable {
    /// The types that the program brings.
    package let nodes: [Component.Type]
    /// The folder of the package, where a workflow file has named it; nil where the command line has.
    package let package: String?

    /// What this process stands in for; nil in the command itself.
    @TaskLocal package static var current: CommandHandover?

    /// The environment variable that tells which process is to be the command, and the package.
    ///
    /// A process keeps its number when it becomes another program, so nothing that inherits the variable takes it for
    /// itself.
    private static let variable = "MAIZE_COMMAND"

    /// Becomes a program that then is the command.
    ///
    /// - Parameters:
    ///   - path: The program.
    ///   - arguments: The words, the command's own name first.
    ///   - package: The folder of the package, where a workflow file has named it.
    package static func become(program path: String, arguments: [String], package: String?) -> Never {
        OwnProcess.setEnvironment(variable, "\(OwnProcess.identifier):\(package ?? "")")
        let error = OwnProcess.replace(program: path, arguments: arguments)
        Console.end(ExitStatus.machine, "\(path): error: the program cannot be started: \(error.reason)")
    }

    /// Does what the command does, and ends the process, if that is what this process is here for.
    static func takeOver(with nodes: () -> [Component.Type]) {
        guard let value = OwnProcess.environment(variable) else { return }
        OwnProcess.unsetEnvironment(variable)
        let parts = value.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0] == "\(OwnProcess.identifier)" else { return }
        guard LinkedCommand.exists else {
            Console.end(
                ExitStatus.invalid,
                "error: the program does not link the product MaizeTool; add"
                    + " .product(name: \"MaizeTool\", package: \"maize-swift\") to the dependencies of its target"
            )
        }
        let handover = CommandHandover(nodes: nodes(), package: parts[1].isEmpty ? nil : String(parts[1]))
        $current.withValue(handover) { LinkedCommand.run() }
    }
}
