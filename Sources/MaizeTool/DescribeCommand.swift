internal import ArgumentParser
internal import MaizeCommands
internal import MaizeCore
internal import MaizeFormats

/// `maize-swift describe TYPE [FLOW]`: what there is to know about a type of nodes.
struct DescribeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "describe",
        abstract: "Describe a type of nodes: its ports, its parameters, and what is inside of a graph.",
        discussion: """
            EXAMPLES:
              maize-swift describe ReadLines
              maize-swift describe 'Merge<Int>'
              maize-swift describe CountWords ./my-program --json

            EXIT STATUS: 0 done, 2 there is no such type, 64 wrong usage.
            """
    )

    /// What a shell offers in the place of a type.
    static var typeCompletion: CompletionKind {
        .custom { _, _, _ in NodeTypeSummary.all(of: FlowSource.knownTypes().all).map(\.name) }
    }

    @Argument(
        help: ArgumentHelp("The type, as a workflow file names it.", valueName: "TYPE"),
        completion: DescribeCommand.typeCompletion
    )
    var type: String

    @Argument(help: FlowSource.help("A workflow that may know more types."), completion: FlowSource.completion)
    var flow: String?

    @Flag(help: "Write the description as a line of JSON on standard output.")
    var json = false

    func run() throws {
        let question = ["--describe", type] + (json ? ["--json"] : [])
        let types = flow.map { FlowSource.typesOrAsk($0, question) } ?? FlowSource.types(for: type)
        do {
            NodeTypeDescription.show(try types.type(named: type, taking: ItemPlaceholder.all), asJSON: json)
        } catch {
            Console.end(ExitStatus.invalid, "error: \(error.message)")
        }
    }
}
