internal import ArgumentParser
internal import MaizeCommands
internal import MaizeCore
internal import MaizeSystem

/// `maize-swift` itself: its subcommands.
struct RootCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "maize-swift",
        abstract: "Flow-based programs: a process per node, bounded channels between them.",
        discussion: PackageOptions.help,
        version: ProjectVersion.line,
        subcommands: [
            ExecuteCommand.self,
            CheckCommand.self,
            ConfigCommand.self,
            ListCommand.self,
            DescribeCommand.self,
            ExpandCommand.self,
            GraphCommand.self,
            RunNodeCommand.self,
            DoctorCommand.self,
            InitCommand.self,
            SchemaCommand.self,
        ]
    )
}

extension RootCommand {
    /// Does what the words of a command line ask for, and ends the process.
    static func start(_ words: [String]) {
        if let first = words.first {
            // Which options there are is known only when the workflow was read.
            if first == ExecuteCommand.configuration.commandName { ExecuteCommand.execute(Array(words.dropFirst())) }
            if let problem = problem(with: first) { Console.end(ExitStatus.usage, "error: \(problem)") }
        }
        main(words)
    }

    /// What is wrong with a word in the place of a subcommand; nil for one that is left to the parser.
    private static func problem(with word: String) -> String? {
        let known = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
        guard !word.hasPrefix("-"), !known.contains(word) else { return nil }
        if Executable.exists(word) {
            return "'\(word)' is no command; to run the workflow write maize-swift execute \(ShellText.quoted(word))"
        }
        return "there is no command '\(word)'" + NearestName.suggestion(for: word, among: known)
    }
}
