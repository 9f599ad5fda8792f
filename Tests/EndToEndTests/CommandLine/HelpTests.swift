import Foundation
import MaizeSystem
import Testing

/// What `--help` says, verb by verb.
@Suite(.timeLimit(.minutes(10)))
struct HelpTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Help"

    private func help(_ words: [String]) throws -> String {
        let finished = try Program("maize-swift", words).wait()
        #expect(finished.end == .exited(status: 0) && finished.errors == "")
        return finished.output
    }

    /// The verbs that the command lists.
    private func verbs() throws -> [String] {
        let sections = try help(["--help"]).components(separatedBy: "SUBCOMMANDS:\n")
        return try #require(sections.last).split(separator: "\n").compactMap { line in
            line.firstMatch(of: #/^  ([a-z-]+) /#).map { String($0.output.1) }
        }
    }

    @Test func `the help of each verb is the one that was agreed on`() throws {
        try WrittenText.expect(help(["--help"]), inFile: HelpTests.folder + "/maize-swift.txt")
        let verbs = try verbs()
        #expect(Set(["execute", "check", "list", "describe", "graph", "run-node", "doctor"]).isSubset(of: verbs))
        for verb in verbs { try WrittenText.expect(help(["help", verb]), inFile: "\(HelpTests.folder)/\(verb).txt") }
        let kept = try Directory.entries(of: HelpTests.folder).filter { $0 != "maize-swift.txt" && $0 != "program.txt" }
        #expect(Set(kept) == Set(verbs.map { $0 + ".txt" }))
    }

    @Test func `the help of a program is the one that was agreed on`() throws {
        let finished = try Program("Hello", ["--help"]).wait()
        try WrittenText.expect(finished.output, inFile: HelpTests.folder + "/program.txt")
    }

    @Test func `every verb has examples and tells its exit statuses`() throws {
        for verb in try verbs() {
            let text = try help(["help", verb])
            #expect(
                text.contains("EXAMPLES:\n  maize-swift \(verb)") || text.contains("EXAMPLES:\n  printf"),
                "\(verb)"
            )
            #expect(text.contains("EXIT STATUS: 0"), "\(verb)")
        }
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `shells complete verbs, options and types`(shell: String) throws {
        let script = try help(["--generate-completion-script", shell])
        for word in ["run-node", "describe", "dry-run", "deadlock"] {
            #expect(script.contains(word), "\(shell): \(word)")
        }
    }
}
