import Foundation
import SnippetCompiler

/// Workflow files in the documentation: `maize-swift execute --check` finds nothing wrong with them.
enum WorkflowBlocks {
    static func faults(_ blocks: [MarkdownDocument.Block], _ document: MarkdownDocument) throws -> [String] {
        try faults(blocks, document, suffix: "yaml")
    }

    /// Of another format; a block without nodes is no workflow.
    static func faults(
        _ blocks: [MarkdownDocument.Block],
        _ document: MarkdownDocument,
        suffix: String
    ) throws -> [String] {
        let scratch = try Scratch()
        let tool = try SnippetCompiler.products() + "/maize-swift"
        return try blocks.filter { suffix == "yaml" || $0.text.contains("nodes") }.compactMap { block in
            // Empty lines in front, so that what is wrong is named by its line in the document.
            let file = scratch.path + "/flow." + suffix
            let text = String(repeating: "\n", count: block.firstLine - 1) + block.text
            try text.write(toFile: file, atomically: false, encoding: .utf8)
            let run = try ShellCommand("'\(tool)' execute '\(file)' --check")
            return run.status == 0 ? nil : run.output.replacing(file, with: document.path)
        }
    }
}
