import Foundation
import MaizeSystem
import TemporaryFiles
import Testing

/// The session that `docs/cli.md` shows, played on a terminal.
@Suite(.timeLimit(.minutes(10)))
struct SessionTests {
    /// What the page says: lines of a file, commands, and what they print.
    private struct Page {
        var flow = ""
        var lines: [String] = []

        init() throws {
            let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/../../../docs/cli.md"
            var block = ""
            for line in try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n") {
                if line.hasPrefix("```") {
                    block = block.isEmpty ? line : ""
                } else if block == "```yaml" {
                    flow += line + "\n"
                } else if block == "```console" {
                    lines.append(line)
                }
            }
        }

        var commands: [String] { lines.filter { $0.hasPrefix("$ ") }.map { String($0.dropFirst(2)) } }
    }

    @Test func `a session goes as the page tells it, to the letter`() throws {
        let page = try Page()
        #expect(page.commands.count > 10)
        let folder = try TemporaryFolder()
        try folder.write(page.flow, to: "count.yaml")
        let terminal = try TerminalProgram(
            "/bin/sh",
            ["-c", "cd \"$1\" && exec sh -i", "sh", folder.path],
            rows: 50,
            columns: 200,
            environment: ["PATH": Program.folder + ":/usr/bin:/bin", "PS1": "$ ", "LC_ALL": "C.UTF-8", "ENV": ""]
        )
        for (number, command) in page.commands.enumerated() {
            try terminal.waitForScreen { isReady($0, after: number) }
            try terminal.type(command + "\n")
        }
        try terminal.waitForScreen { isReady($0, after: page.commands.count) }
        let shown = Array(terminal.screen.transcript.dropLast())
        if let fault = SessionTests.fault(of: shown, as: page.lines) { Issue.record("\(fault)") }
    }

    /// Whether the shell waits for the next command after so many.
    private func isReady(_ screen: Screen, after count: Int) -> Bool {
        let lines = screen.transcript
        return lines.last == "$" && lines.filter { $0.hasPrefix("$ ") }.count == count
    }

    /// The first line that is not as it is told; in what is told `…` stands for the rest of a line, alone for lines.
    private static func fault(of shown: [String], as told: [String]) -> String? {
        var rest = shown[...]
        var skips = false
        for line in told {
            if line == "…" {
                skips = true
                continue
            }
            let parts = line.split(separator: "…", maxSplits: 1, omittingEmptySubsequences: false)
            func isTold(_ other: String) -> Bool { parts.count > 1 ? other.hasPrefix(parts[0]) : other == line }
            if skips { rest = rest.drop { !isTold($0) } }
            skips = false
            guard let next = rest.popFirst(), isTold(next) else {
                return
                    "the page says \(line.debugDescription), the screen \((rest.first ?? "").debugDescription) after "
                    + shown.dropLast(rest.count).suffix(3).joined(separator: " / ")
            }
        }
        return skips || rest.isEmpty ? nil : "the screen goes on: \(rest.prefix(3).joined(separator: " / "))"
    }
}
