import Foundation
import MaizeSystem
import Testing

/// What libraries of a node log with swift-log, in a program of its own.
@Suite(.timeLimit(.minutes(10))) struct LibraryLogTests {
    private func lines(_ say: String, _ arguments: [String] = []) throws -> [Substring] {
        let finished = try Program("LoggingNodes", arguments, environment: ["SAY": say]).wait()
        #expect(finished.end == .exited(status: 0), "\(finished.errors)")
        return finished.errors.split(separator: "\n")
    }

    /// What a node said itself: what stands after the time in its lines, but for its start and end.
    private func texts(_ lines: [Substring], of node: String) -> [String] {
        lines.compactMap { line in
            let parts = line.split(separator: " | ", maxSplits: 1)
            let head = parts.first?.split(separator: " ") ?? []
            guard parts.count == 2, head.count == 3, head[2] == node,
                parts[1] != "started", !parts[1].contains(#/^(completed|stopped) after /#)
            else { return nil }
            return "\(head[1]) \(parts[1])"
        }
    }

    private let metadata = "[from=provider own=logger shared=provider]"

    @Test func `records of a library stand under the node's path with level, label and metadata`() throws {
        let texts = texts(try lines("all levels"), of: "everything")
        #expect(
            texts == [
                "INFO chem.mixer: an info \(metadata)",
                "INFO chem.mixer: a notice \(metadata)",
                "WARNING chem.mixer: a warning [from=provider own=logger shared=call]",
                "ERROR chem.mixer: an error [error.message=\"the mixture has curdled\""
                    + " error.type=LoggingNodes.Library.Mishap from=provider own=logger shared=provider]",
                "CRITICAL chem.mixer: a critical [from=provider list=[1, \"two words\"] own=logger shared=provider"
                    + " table={key=value}]",
                "INFO chem.mixer: rough [from=provider own=logger shared=provider"
                    + #" text="first\n00:00:00.000 ERROR    write\u{1b}[2K\u{d}| forged"]"#,
                #"INFO chem.mixer: message\u{1b}[1A\u{d}with an escape"#,
                "INFO and a line \(metadata)",
                "DEBUG chem.mixer: asked for \(metadata)",
            ]
        )
    }

    @Test func `at the level debug everything is said, and where`() throws {
        let texts = texts(try lines("all levels", ["--debug"]), of: "everything")
        #expect(texts.contains { $0.hasPrefix("DEBUG chem.mixer: a trace \(metadata) (LoggingNodes/Library.swift:") })
        #expect(texts.contains { $0.hasPrefix("DEBUG chem.mixer: a debug \(metadata) (LoggingNodes/Library.swift:") })
        #expect(!texts.contains { $0.contains("never said") })
    }

    @Test func `threads that the node started are heard too, and no line is torn`() throws {
        let texts = texts(try lines("on threads"), of: "threads")
        for thread in 0..<4 {
            let own = texts.filter { $0.hasPrefix("INFO chem.mixer: thread \(thread) line ") }
            #expect(own == (0..<50).map { "INFO chem.mixer: thread \(thread) line \($0). \(metadata)" })
            #expect(texts.contains("INFO threads: thread \(thread) is done"))
        }
        #expect(texts.contains { $0.hasPrefix("INFO chem.mixer: a task that belongs to nobody") })
        #expect(texts.count == 4 * 51 + 1)
    }

    @Test func `what is said during the shutdown is heard, and a thread that never stops delays nothing`() throws {
        let texts = texts(try lines("the end"), of: "last")
        #expect(texts.contains("WARNING chem.mixer: cleaning up \(metadata)"))
        #expect(texts.contains("INFO chem.mixer: still here \(metadata)"))
        #expect(!texts.contains { $0.contains("nobody") })
    }

    @Test func `a record that fits no frame arrives whole, in parts`() throws {
        let texts = texts(try lines("much"), of: "much")
        let parts = texts.map { $0.trimmingPrefix(#/INFO \[\d+/\d+\] /#) }
        let whole = String(repeating: "é", count: 10_000)
        #expect(
            parts.joined() == "chem.mixer: \(whole) \(metadata)chem.mixer: a rest [from=provider long=\(whole)"
                + " own=logger shared=provider]"
        )
        #expect(texts.count > 8)
    }
}

extension Faults {
    @Suite struct LibraryLogLossTests {
        @Test func `a library that logs into a run without a logger holds nobody up`() throws {
            let done = "/tmp/maize-done-\(UUID().uuidString)"
            defer { unlink(done) }
            let program = try Program("LoggingNodes", environment: ["DONE_FILE": done])
            try program.waitForErrors("it begins")
            try program.killLogger()
            let finished = try program.wait(within: 20)
            #expect(finished.end == .exited(status: 0))
            #expect(finished.errors.contains("the logger process is gone"))
            #expect(FileManager.default.fileExists(atPath: done), "the node did not come through")
            #expect(program.leftovers(after: 0.5).isEmpty)
        }
    }
}
