/// What must hold for the blocks of one language.
struct BlockRule: Sendable {
    let language: String
    /// The faults of a document's blocks of that language, each as `FILE:LINE: text`.
    let faults: @Sendable (_ blocks: [MarkdownDocument.Block], _ document: MarkdownDocument) throws -> [String]

    /// Every language that the documentation may use.
    static let all = [
        BlockRule(language: "swift", faults: SwiftBlocks.faults),
        BlockRule(language: "sh", faults: ShellBlocks.faults),
        BlockRule(language: "yaml", faults: { try WorkflowBlocks.faults($0, $1) }),
        BlockRule(language: "toml", faults: { try WorkflowBlocks.faults($0, $1, suffix: "toml") }),
        // Files for the commands of a page.
        BlockRule(
            language: "json",
            faults: { blocks, document in
                blocks.filter { $0.marks.isEmpty }.map { "\(document.path):\($0.firstLine): no command can read it" }
            }
        ),
        // What a command of the page prints.
        BlockRule(
            language: "mermaid",
            faults: { blocks, document in
                blocks.filter { $0.marks != ["output"] }.map { "\(document.path):\($0.firstLine): is nobody's output" }
            }
        ),
        // Played on a terminal by the tests of the command.
        BlockRule(language: "console") { blocks, document in
            document.path == "docs/cli.md" ? [] : ["\(document.path):\(blocks[0].firstLine): nobody plays this session"]
        },
        // Output, drawings.
        BlockRule(language: "", faults: { _, _ in [] }),
        BlockRule(language: "text", faults: { _, _ in [] }),
    ]
}
