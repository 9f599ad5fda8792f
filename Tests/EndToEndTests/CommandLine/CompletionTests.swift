import MaizeSystem
import TemporaryFiles
import Testing

/// What a shell offers behind the words of a command line.
@Suite(.timeLimit(.minutes(10)))
struct CompletionTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("", to: "flow.yaml")
        try folder.write("", to: "notes.txt")
    }

    /// Lets bash complete the last of some words, as the tabulator key does.
    private func offers(_ words: [String]) throws -> [String] {
        let script = """
            cd '\(folder.path)' && PATH='\(Program.folder)':$PATH
            source <(maize-swift --generate-completion-script bash) || exit 1
            function=$(complete -p maize-swift | sed 's/.* -F \\([^ ]*\\).*/\\1/')
            COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*" COMP_POINT=${#COMP_LINE}
            "$function" maize-swift "${COMP_WORDS[-1]}" "${COMP_WORDS[-2]}"
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        let finished = try Program("/bin/bash", ["-c", script, "bash"] + words).wait()
        #expect(finished.end == .exited(status: 0) && finished.errors.isEmpty, "\(finished.errors)")
        return finished.output.split(separator: "\n").map(String.init).sorted()
    }

    @Test(arguments: [
        ("ex", ["execute", "expand"]), ("execute |f", ["flow.yaml"]), ("check flow.yaml |n", ["notes.txt"]),
        ("describe |ReadJ", ["ReadJSON"]), ("run-node |Mer", ["Merge", "MergeLists"]),
        ("list --tag |prog", ["programs"]), ("graph --format |", ["dot", "mermaid", "svg", "text"]),
        ("expand flow.yaml --format |t", ["toml"]), ("config |te", ["template"]),
        ("execute flow.yaml --deadlock |", ["end", "report"]), ("execute --dry|", ["--dry-run"]),
    ])
    func `bash completes verbs, options, their choices, files, types and tags`(words: String, expected: [String]) throws
    {
        let words = words.replacing("|", with: "").split(separator: " ", omittingEmptySubsequences: false)
        #expect(try offers(["maize-swift"] + words.map(String.init)) == expected)
    }

    @Test(arguments: ["zsh", "fish"])
    func `other shells have a script, too`(shell: String) throws {
        let finished = try Program("maize-swift", ["--generate-completion-script", shell]).wait()
        #expect(finished.end == .exited(status: 0))
        for word in ["execute", "run-node", "describe"] { #expect(finished.output.contains(word)) }
    }
}
