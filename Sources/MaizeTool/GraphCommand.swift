internal import ArgumentParser
internal import MaizeCommands
internal import MaizeCore
internal import MaizeDrawings
internal import MaizeSystem

/// `maize-swift graph FLOW`: draws a workflow.
struct GraphCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "graph",
        abstract: "Draw a workflow: for the terminal, for a page, for Graphviz.",
        usage: "maize-swift graph <FLOW> [<options>] [-- <values>]",
        discussion: """
            FORMATS:
              text      characters of the terminal; the default
              svg       a picture, for light and dark pages; needs no other program
              mermaid   for Markdown, as GitHub shows it (.mmd, .mermaid)
              dot       for Graphviz (.dot, .gv)

            EXAMPLES:
              maize-swift graph flow.yaml
              maize-swift graph flow.yaml -o flow.svg
              maize-swift graph .build/release/Program --level 1 --format mermaid
              maize-swift graph .build/release/Program -- --workers 5

            EXIT STATUS: 0 drawn, 2 the workflow is invalid, 4 the file cannot be written, 64 wrong usage.
            """
    )

    @Argument(
        help: FlowSource.help("A workflow file, a compiled program, or a package."),
        completion: FlowSource.completion
    )
    var flow: String

    @Argument(
        parsing: .postTerminator,
        help: ArgumentHelp("Values of the workflow's own options, behind --.", valueName: "values")
    )
    var words: [String] = []

    @Option(help: "The language of the drawing; unless given, that of the file's suffix, else text.")
    var format: Format?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Write the drawing to this file, whole or not at all.", valueName: "file"),
        completion: .file()
    )
    var output: String?

    @Option(help: ArgumentHelp("Draw graphs so many levels down as one box.", valueName: "number"))
    var level: Int?

    @Flag(help: "Show the values that nodes were given.")
    var options = false

    @Option(
        help: ArgumentHelp(
            "Columns that a text may take, or pixels a picture; unless given, the terminal's, or as many as is good to look"
                + " at.",
            valueName: "number"
        )
    )
    var width: Int?

    /// The values of `--format`: a public type of ours cannot be an argument itself without making the parser a part of
    /// this module's interface.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, svg, mermaid, dot

        /// The format that a file's name asks for.
        init?(suffixOf path: String) {
            guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return nil }
            switch path[path.index(after: dot)...].lowercased() {
            case "svg": self = .svg
            case "mmd", "mermaid": self = .mermaid
            case "dot", "gv": self = .dot
            case "txt": self = .text
            default: return nil
            }
        }

        var drawing: DrawingFormat {
            switch self {
            case .text: .text
            case .svg: .svg
            case .mermaid: .mermaid
            case .dot: .dot
            }
        }
    }

    func validate() throws {
        if let level, level < 0 { throw ValidationError("--level takes a number, 0 or more.") }
        if let width, width < 20 { throw ValidationError("--width takes a number of columns or pixels, 20 or more.") }
        if let output, format == nil, Format(suffixOf: output) == nil {
            throw ValidationError(
                "the name '\(output)' does not tell the format; give it a suffix (.svg, .mmd, .dot, .txt), or add --format."
            )
        }
    }

    func run() throws {
        let format = format ?? output.flatMap(Format.init(suffixOf:)) ?? .text
        let drawing = FlowSource(flow).outlineOrExit(words).drawing(
            format.drawing,
            options: DrawingOptions(
                level: level,
                showsSettings: options,
                width: width ?? (format == .text ? terminalWidth : nil)
            )
        )
        Console.deliver(drawing, named: "the drawing", to: output)
    }

    private var terminalWidth: Int? {
        // Output that is closed has no width.
        guard output == nil, let terminal = try? Descriptor.standardOutput() else { return nil }
        return terminal.terminalSize().map { max(20, $0.columns) }
    }
}
