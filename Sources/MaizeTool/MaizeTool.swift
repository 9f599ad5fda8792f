internal import ArgumentParser
public import MaizeCore

/// The command `maize-swift`.
///
///     import MaizeTool
///
///     MaizeTool.main()
public enum MaizeTool {
    /// Does what the process's command line asks for, and ends the process.
    ///
    /// - Parameter nodes: Types of nodes and graphs that workflow files may name beside the standard ones.
    public static func main(nodes: [Component.Type] = []) {
        FlowSource.$ownTypes.withValue(nodes) { RootCommand.main() }
    }
}

private struct RootCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "maize-swift",
        abstract: "Flow-based programs: a process per node, bounded channels between them.",
        version: ProjectVersion.line,
        subcommands: [
            ExecuteCommand.self,
            CheckCommand.self,
            ListCommand.self,
            DescribeCommand.self,
            GraphCommand.self,
        ]
    )
}
