import Foundation
import SnippetCompiler

/// Commands in the documentation: each is run as it stands, line by line, those of a page one after the other in one
/// shell, and must end with 0, or as the line's comment says: `# exit status 3`.
///
/// A block that is marked with the name of a file is that file to them. What the page shows of their output must be printed. `swift run` finds the programs that are built beside the tests.
/// What builds or tests the whole package, or measures it, is what `.ci/run` does, and only looked at for its form.
enum ShellBlocks {
    static func faults(_ blocks: [MarkdownDocument.Block], _ document: MarkdownDocument) throws -> [String] {
        let scratch = try Scratch()
        let records = try Scratch()
        try FileManager.default.copyItem(
            atPath: Repository.folder + "/Examples",
            toPath: scratch.path + "/Examples"
        )
        for block in document.blocks {
            guard let name = block.marks.first, name.contains(".") else { continue }
            try block.text.write(toFile: scratch.path + "/" + name, atomically: false, encoding: .utf8)
        }
        let commands: [Command] = blocks.flatMap(ShellBlocks.commands)
        let unknown = commands.filter { isLeftToCI($0.text) == .wrong }
        var script =
            try "cd '\(scratch.path)'\nexport TMPDIR='\(records.path)'\n" + builtPrograms(linkedBelow: records.path)
        for command in commands where isLeftToCI(command.text) == .no {
            script += """
                { \(command.text)
                } >'\(records.path)/output' 2>&1 </dev/null
                status=$?
                cat '\(records.path)/output' >>'\(records.path)/everything'
                if [ $status -ne \(command.status) ]; then
                    echo "\(document.path):\(command.line): exit status $status instead of \(command.status)"
                    tail -n 5 '\(records.path)/output'
                fi

                """
        }
        let run = try ShellCommand(script)
        // Not there if there was no command.
        let everything = try? String(contentsOfFile: records.path + "/everything", encoding: .utf8)
        return unknown.map { "\(document.path):\($0.line): no command like those of .ci/run: \($0.text)" }
            + (run.output.isEmpty && run.status == 0 ? [] : [run.output + "(\(run.status))"])
            + faultsOfOutput((everything ?? "").replacing(records.path, with: "/tmp"), document)
    }

    /// Lines of `text output` blocks that no command of the page prints; numbers, blanks and names of folders may differ,
    /// and a line `…` stands for any others.
    private static func faultsOfOutput(_ output: String, _ document: MarkdownDocument) -> [String] {
        func masked(_ line: some StringProtocol) -> String {
            String(line).replacing(/maize-\w{6}\b|\d+/, with: "#").split(separator: " ").joined(separator: " ")
        }
        let printed = Set(output.split(separator: "\n").map(masked) + ["…"])
        return document.blocks.filter { $0.marks == ["output"] }.flatMap { block in
            block.lines.enumerated().filter { !printed.contains(masked($1)) }.map { index, line in
                "\(document.path):\(block.firstLine + index): no command prints: \(line)"
            }
        }
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

    /// A `swift` that runs what is built already, and `maize-swift` as if installed.
    ///
    /// The first is a function, since a program that was just written may be busy: another test starts processes.
    private static func builtPrograms(linkedBelow folder: String) throws -> String {
        let products = try SnippetCompiler.products()
        let link = folder + "/maize-swift"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: products + "/maize-swift")
        return """
            PATH='\(folder)':$PATH
            swift() {
                if [ "$1" != run ]; then command swift "$@"; return; fi
                shift
                if [ "$1" = -c ]; then shift 2; fi
                program=$1
                shift
                '\(products)'/"$program" "$@"
            }

            """
    }
}
