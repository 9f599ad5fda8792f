internal import ArgumentParser
internal import MaizeCommands
internal import MaizeCore
internal import MaizeFormats

/// `maize-swift list [FLOW]`: the types of nodes that workflows may use.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the types of nodes that workflows may use.",
        discussion: """
            T and U stand for any type of items.

            EXAMPLES:
              maize-swift list
              maize-swift list --tag streams
              maize-swift list ./my-program --json

            EXIT STATUS: 0 done, 2 FLOW cannot be read or no type has the tag, 64 wrong usage.
            """
    )

    @Argument(help: FlowSource.help("A workflow that may know more types."), completion: FlowSource.completion)
    var flow: String?

    /// What a shell offers in the place of a tag.
    private static var tagCompletion: CompletionKind {
        .custom { _, _, _ in
            Set(NodeTypeSummary.all(of: FlowSource.knownTypes().all).flatMap(\.tags)).sorted()
        }
    }

    @Option(help: ArgumentHelp("Only types with this tag.", valueName: "tag"), completion: ListCommand.tagCompletion)
    var tag: String?

    @Flag(help: "Write each type as a line of JSON on standard output.")
    var json = false

    func run() throws {
        let types = FlowSource.typesOrAsk(
            flow,
            ["--list"] + (json ? ["--json"] : []) + (tag.map { ["--tag", $0] } ?? [])
        )
        if flow == nil { ConfiguredPackages.tell() }
        NodeTypeSummary.list(types.all, tag: tag, asJSON: json)
    }
}
