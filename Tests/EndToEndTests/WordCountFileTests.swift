import Foundation
import MaizeSystem
import Testing

/// The bundled workflow file, beside what the machine's own tools count.
@Suite(.timeLimit(.minutes(30)))
struct WordCountFileTests {
    /// Where the checkout is: the example and its text are files of it.
    private static let examples = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Examples").path

    private static let command = Program.released("maize-swift")

    @Test func `the bundled text's table is the one that tr, sort and uniq make`() throws {
        let folder = try TemporaryTexts()
        let result = folder.path + "/counts.txt"
        let flow = WordCountFileTests.examples + "/wordcount.yaml"
        let finished = try Program(WordCountFileTests.command, ["execute", flow, "--result", result]).wait()
        #expect(finished.end == .exited(status: 0), "\(finished.errors)")
        let table = FileContents.text(of: result)
        #expect(table?.hasPrefix("     40 the\n") == true)
        #expect(try table == folder.table(of: WordCountFileTests.examples + "/alice.txt", lower: true))
    }

    @Test func `another text, named relative to the current folder, as it is written`() throws {
        let folder = try TemporaryTexts()
        try folder.writeText(megabytes: 1, to: "other.txt")
        let finished = try Program(
            WordCountFileTests.command,
            [
                "execute", WordCountFileTests.examples + "/wordcount.yaml", "--text", "other.txt", "--result",
                "counts.txt", "--no-lower",
            ],
            through: ["/usr/bin/env", "-C", folder.path]
        ).wait(within: 60)
        #expect(finished.end == .exited(status: 0), "\(finished.errors)")
        let table = FileContents.text(of: folder.path + "/counts.txt")
        #expect(try table == folder.table(of: folder.path + "/other.txt", lower: false))
    }

    @Test(.enabled(if: OwnProcess.environment().contains { $0.hasPrefix("MAIZE_LARGE_TEXT=") }))
    func `a text of MAIZE_LARGE_TEXT megabytes is counted, and no process needs 100 MB`() throws {
        let word = OwnProcess.environment().first { $0.hasPrefix("MAIZE_LARGE_TEXT=") }
        let megabytes = try #require(word.flatMap { Int($0.dropFirst("MAIZE_LARGE_TEXT=".count)) })
        let folder = try TemporaryTexts()
        try folder.writeText(megabytes: megabytes, to: "large.txt")
        let text = folder.path + "/large.txt"
        let result = folder.path + "/counts.txt"
        let flow = WordCountFileTests.examples + "/wordcount.yaml"
        let program = try Program(
            WordCountFileTests.command,
            ["execute", flow, "--text", text, "--result", result]
        )
        var peaks: [String: Int] = [:]
        while ProcessTable.isAlive(program.process.identifier) {
            try program.runOn(seconds: 0.2)
            for process in program.processes {
                guard let name = Program.name(of: process), let peak = Program.peakMemory(of: process) else { continue }
                peaks[name] = max(peaks[name] ?? 0, peak)
            }
        }
        #expect(try program.wait().end == .exited(status: 0))
        for (name, peak) in peaks.sorted(by: { $0.key < $1.key }) { print("\(name): at most \(peak / 1024) MiB") }
        #expect(peaks.values.allSatisfy { $0 < 100 * 1000 * 1000 / 1024 })
        #expect(try FileContents.text(of: result) == folder.table(of: text, lower: true))
    }
}

extension Program {
    /// The most memory that a process has had at once, in KiB; nil when it is gone.
    static func peakMemory(of process: pid_t) -> Int? {
        FileContents.text(of: "/proc/\(process)/status")?.split(separator: "\n")
            .first { $0.hasPrefix("VmHWM:") }?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap {
                Int($0)
            }
    }
}

/// A folder with texts that are made for a test, and the tools that count them.
private struct TemporaryTexts: ~Copyable {
    let path: String

    init() throws {
        path = try Directory.makeUnique(prefix: "/tmp/maize-texts-")
    }

    deinit {
        _ = Result { try Directory.remove(path) }  // the test is over whether or not this works
    }

    /// Writes a text of words that are the more frequent the shorter they are, the same each time.
    func writeText(megabytes: Int, to name: String) throws {
        let maker = """
            BEGIN { srand(7); split("the of and a to in He she it was Rabbit don't well-known x1", common, " ")
              for (line = 0; bytes < \(megabytes) * 1000000; line++) {
                text = ""
                for (i = 0; i < 12; i++)
                  text = text (rand() < 0.6 ? common[int(rand() * 14) + 1] \\
                    : sprintf("w%c%c%c", 97 + rand() * 26, 97 + rand() * 26, 97 + rand() * 26)) " "
                bytes += length(text) + 1; print text } }
            """
        try shell("awk '\(maker.replacingOccurrences(of: "'", with: "'\\''"))' > '\(path)/\(name)'")
    }

    /// The table of words by `tr`, `sort` and `uniq`.
    func table(of text: String, lower: Bool) throws -> String {
        let fold = lower ? "tr A-Z a-z" : "cat"
        let table = path + "/expected.txt"
        try shell(
            "export LC_ALL=C; tr -cs A-Za-z '\\n' < '\(text)' | \(fold) | grep . | sort -S 64M -T '\(path)' | uniq -c"
                + " | sort -k1nr -k2 > '\(table)'"
        )
        return try #require(FileContents.text(of: table))
    }

    private func shell(_ line: String) throws {
        let finished = try Program("/bin/sh", ["-c", line]).wait(within: 600)
        try #require(finished.end == .exited(status: 0), "\(finished.errors)")
    }
}
