import Foundation
import SnippetCompiler
import Testing

/// docs/configuration.md: the files that it shows.
@Suite(.timeLimit(.minutes(10))) struct ConfigurationPageTests {
    @Test func `each configuration is read without findings`() throws {
        let page = try MarkdownDocument("docs/configuration.md")
        let scratch = try Scratch()
        let tool = try SnippetCompiler.products() + "/maize-swift"
        let blocks = page.blocks.filter { $0.marks == ["configuration"] }
        #expect(!blocks.isEmpty)
        for block in blocks {
            let file = scratch.path + "/maize.toml"
            try block.text.write(toFile: file, atomically: false, encoding: .utf8)
            let run = try ShellCommand("MAIZE_CONFIG='\(file)' '\(tool)' config show")
            #expect(run.status == 0 && run.output.hasPrefix("read from \(file)\n"), "\(run.output)")
        }
    }
}
