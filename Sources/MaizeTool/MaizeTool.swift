internal import ArgumentParser

/// The command `maize-swift`.
///
///     import MaizeTool
///
///     MaizeTool.main()
public enum MaizeTool {
    /// Does what the process's command line asks for, and ends the process.
    public static func main() { RootCommand.main() }
}

private struct RootCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "maize-swift",
        abstract: "Flow-based programs: a process per node, bounded channels between them.",
        subcommands: [ExecuteCommand.self]
    )
}
