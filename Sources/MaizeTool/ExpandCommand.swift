internal import ArgumentParser
internal import MaizeCommands
internal import MaizeCore
internal import MaizeDocuments
internal import MaizeFormats
internal import MaizeSystem

/// `maize-swift expand FLOW`: writes a workflow without graphs, with everything that else follows by itself.
struct ExpandCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "expand",
        abstract: "Write a workflow as a flat file: graphs dissolved, every type and option explicit.",
        discussion: """
            The file runs like the workflow. A node inside of a graph is named by its path, with dots: graph.node. Values \
            of secret parameters are left out.

            EXAMPLES:
              maize-swift expand flow.yaml
              maize-swift expand flow.yaml -o flat.toml
              diff <(maize-swift expand old.yaml) <(maize-swift expand new.yaml)

            EXIT STATUS: 0 written, 2 the workflow is invalid or no file can hold it, 4 the file cannot be written, 64 \
            wrong usage.
            """
    )

    @Argument(help: FlowSource.help("A workflow file."), completion: FlowSource.completion)
    var flow: String

    @Option(help: "The format; unless given, that of the output's suffix, else YAML.")
    var format: Format?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Write to this file, whole or not at all.", valueName: "file"),
        completion: .file()
    )
    var output: String?

    /// The values of `--format`: a public type of ours cannot be an argument itself without making the parser a part of
    /// this module's interface.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case yaml, toml, json

        var document: DocumentFormat {
            switch self {
            case .yaml: .yaml
            case .toml: .toml
            case .json: .json
            }
        }
    }

    func validate() throws {
        if let output, format == nil, DocumentFormat(path: output) == nil {
            throw ValidationError(
                "the name '\(output)' does not tell the format; let it end in \(DocumentFormat.suffixList), or add --format."
            )
        }
    }

    func run() throws {
        guard case .file(let path) = FlowSource(flow) else {
            Console.end(
                ExitStatus.invalid,
                "\(flow): error: a program's types of nodes are its own, so a file of them would run nowhere else; give"
                    + " expand a workflow file"
            )
        }
        let file = FlowSource.readOrExit(path)
        let text: String
        do {
            let folder = output.flatMap { Path.parent(of: Directory.absolute($0)) }
            text = try file.workflow.flatText(
                as: format?.document ?? output.flatMap { DocumentFormat(path: $0) } ?? .yaml,
                nodes: FlowSource.ownTypes,
                package: CommandHandover.current?.package,
                folder: folder
            )
        } catch let error as WorkflowSavingError {
            Console.end(ExitStatus.invalid, error.problems.map { "\(path): error: \($0)" }.joined(separator: "\n"))
        } catch {
            Console.end(ExitStatus.machine, "\(path): error: \((error as? SystemError)?.reason ?? "\(error)")")
        }
        Console.deliver(text, named: "the workflow", to: output)
    }
}
