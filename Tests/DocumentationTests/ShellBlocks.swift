import Foundation
import SnippetCompiler

/// Commands in the documentation: each is run as it stands, line by line, those of a page one after the other in one
/// shell, and must end with 0, or as the line's comment says: `# exit status 3`.
///
/// `swift run` finds the programs that are built beside the tests. What builds or tests the whole package, or measures
/// it, is what `.ci/run` does, and only looked at for its form.
enum ShellBlocks {
    static func faults(_ blocks: [MarkdownDocument.Block], _ document: MarkdownDocument) throws -> [String] {
        let scratch = try Scratch()
        let tools = try Scratch()
        try writeTools(to: tools.path)
        try FileManager.default.copyItem(
            atPath: Repository.folder + "/Examples",
            toPath: scratch.path + "/Examples"
        )
        let commands: [Command] = blocks.flatMap(ShellBlocks.commands)
        let unknown = commands.filter { isLeftToCI($0.text) == .wrong }
        var script = "cd '\(scratch.path)'\nPATH='\(tools.path)':$PATH\n"
        for command in commands where isLeftToCI(command.text) == .no {
            script += """
                { \(command.text)
                } >'\(tools.path)/output' 2>&1 </dev/null
                status=$?
                if [ $status -ne \(command.status) ]; then
                    echo "\(document.path):\(command.line): exit status $status instead of \(command.status)"
                    tail -n 5 '\(tools.path)/output'
                fi

                """
        }
        let run = try ShellCommand(script)
        return unknown.map { "\(document.path):\($0.line): no command like those of .ci/run: \($0.text)" }
            + (run.output.isEmpty && run.status == 0 ? [] : [run.output + "(\(run.status))"])
    }

    struct Command {
        let text: String
        let status: Int
        let line: Int
    }

    /// The commands of a block, without their comments; a line that ends with `\` goes on in the next one.
    static func commands(of block: MarkdownDocument.Block) -> [Command] {
        var commands: [Command] = []
        var begun = ""
        for (index, line) in block.lines.enumerated() {
            let parts = line.split(separator: /(^|\s+)#\s+/, maxSplits: 1, omittingEmptySubsequences: false)
            let text = begun + (parts.first ?? "")
            if text.hasSuffix("\\") {
                begun = String(text.dropLast())
                continue
            }
            begun = ""
            let status = parts.dropFirst().first?.firstMatch(of: /exit status (\d+)/).flatMap { Int($0.output.1) }
            if text.allSatisfy(\.isWhitespace) { continue }
            commands.append(Command(text: String(text), status: status ?? 0, line: block.firstLine + index))
        }
        return commands
    }

    enum Leaving { case no, wrong, yes }

    /// Whether a command is one that `.ci/run` gives, or nearly so.
    static func isLeftToCI(_ command: String) -> Leaving {
        if command.wholeMatch(of: /swift (build|test)(?<options>.*)/) != nil {
            let known = /swift (build|test)( -c release| --static-swift-stdlib| --filter [A-Za-z.]+)*/
            return command.wholeMatch(of: known) == nil ? .wrong : .yes
        }
        if command.contains("maize-benchmark") {
            let known = /swift run -c release maize-benchmark (channel|start)( [0-9]+)?/
            return command.wholeMatch(of: known) == nil ? .wrong : .yes
        }
        return .no
    }

    /// A `swift` that runs what is built already, before the real one on the path, and `maize-swift` as if installed.
    private static func writeTools(to folder: String) throws {
        let real = try ShellCommand("command -v swift").output.trimmingCharacters(in: .whitespacesAndNewlines)
        let script = """
            #!/bin/sh
            if [ "$1" != run ]; then exec '\(real)' "$@"; fi
            shift
            if [ "$1" = -c ]; then shift 2; fi
            program=$1
            shift
            exec '\(try SnippetCompiler.products())'/"$program" "$@"

            """
        try FileManager.default.createSymbolicLink(
            atPath: folder + "/maize-swift",
            withDestinationPath: SnippetCompiler.products() + "/maize-swift"
        )
        try script.write(toFile: folder + "/swift", atomically: false, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder + "/swift")
    }
}
