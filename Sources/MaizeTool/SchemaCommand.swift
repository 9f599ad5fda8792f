internal import ArgumentParser
internal import MaizeCommands
internal import MaizeFormats
internal import MaizeSystem

/// `maize-swift schema`: what editors need to complete and check workflow files.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Write the JSON Schema of workflow files, for editors.",
        discussion: """
            It knows every type of nodes with its parameters, those of a package with --package-path.

            EXAMPLES:
              maize-swift schema -o workflow.schema.json
              maize-swift schema --package-path my-nodes -o workflow.schema.json

            In VS Code with its YAML extension, a first line of a workflow file names the schema:
              # yaml-language-server: $schema=workflow.schema.json

            EXIT STATUS: 0 written, 4 the file cannot be written, 64 wrong usage.
            """
    )

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Write the schema to this file, whole or not at all.", valueName: "file"),
        completion: .file()
    )
    var output: String?

    func run() throws {
        let text: String
        do {
            text = try WorkflowSchema(FlowSource.ownTypes).text
        } catch {
            Console.end(ExitStatus.invalid, "error: \(error)")
        }
        Console.deliver(text, named: "the schema", to: output)
    }
}
