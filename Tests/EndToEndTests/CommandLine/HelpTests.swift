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

    /// The words of each verb that the command lists, those below others among them.
    private func verbs(below words: [String] = []) throws -> [[String]] {
        let sections = try help(words + ["--help"]).components(separatedBy: "SUBCOMMANDS:\n")
        guard sections.count > 1 else { return [] }
        let names = sections[1].split(separator: "\n").compactMap { line in
            line.firstMatch(of: #/^  ([a-z-]+) /#).map { words + [String($0.output.1)] }
        }
        return try names + names.flatMap { try $0 == ["execute"] ? [] : verbs(below: $0) }
    }

    @Test func `the help of each verb is the one that was agreed on`() throws {
        let verbs = try verbs()
        #expect(
            Set(["execute", "check", "list", "describe", "graph", "run-node", "doctor"]).isSubset(of: verbs.joined())
        )
        for verb in [[]] + verbs {
            let name = verb.isEmpty ? "maize-swift" : verb.joined(separator: "-")
            try WrittenText.expect(help(["help"] + verb), inFile: "\(HelpTests.folder)/\(name).txt")
        }
        let kept = try Directory.entries(of: HelpTests.folder).filter { $0 != "maize-swift.txt" && $0 != "program.txt" }
        #expect(Set(kept) == Set(verbs.map { $0.joined(separator: "-") + ".txt" }))
    }

    @Test func `the help of a program is the one that was agreed on`() throws {
        let finished = try Program("Hello", ["--help"]).wait()
        try WrittenText.expect(finished.output, inFile: HelpTests.folder + "/program.txt")
    }

    @Test func `every verb has examples and tells its exit statuses`() throws {
        for verb in try verbs() {
            let text = try help(["help"] + verb)
            if text.contains("SUBCOMMANDS:") { continue }
            let name = verb.joined(separator: " ")
            #expect(
                text.contains("EXAMPLES:\n  maize-swift \(name)") || text.contains("EXAMPLES:\n  printf"),
                "\(name)"
            )
            #expect(text.contains("EXIT STATUS: 0"), "\(name)")
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
