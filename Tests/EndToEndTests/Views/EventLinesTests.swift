import Foundation
import MaizeSystem
import Testing

/// `--json`: a run for machines to read.
@Suite(.serialized, .timeLimit(.minutes(10)))
struct EventLinesTests {
    private struct Line: Decodable {
        struct Fault: Decodable {
            var kind: String
            var message: String
            var lastLines: [String]
        }

        struct Wait: Decodable {
            struct Channel: Decodable {
                var port: String
                var need: String
                var peer: String
                var queued: Int
                var capacity: Int
            }

            var node: String
            var channels: [Channel]
        }

        struct Node: Decodable {
            var node: String
            var outcome: String
            var received: Int
            var sent: Int
            var error: Fault?
        }

        var sequence: Int
        var time: Double
        var event: String
        var node: String?
        var status: String?
        var outcome: String?
        var received: Int?
        var error: Fault?
        var waits: [Wait]?
        // Of the summary:
        var exitCode: Int32?
        var nodes: [Node]?
        var deadlock: [Wait]?
        var results: [String: [Int]]?
        var signal: Int32?
        var message: String?
    }

    private func lines(_ text: String) throws -> [Line] {
        try text.split(separator: "\n").map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
    }

    /// What holds for every run.
    private func check(_ finished: Program.Finished, _ place: SourceLocation = #_sourceLocation) throws -> [Line] {
        let lines = try lines(finished.output)
        #expect(lines.map(\.sequence) == Array(1...lines.count), "no gap", sourceLocation: place)
        let summary = try #require(lines.last, sourceLocation: place)
        #expect(summary.event == "summary", sourceLocation: place)
        #expect(finished.end == .exited(status: summary.exitCode ?? -1), sourceLocation: place)
        let outcomes = lines.filter { $0.event == "outcome" }
        let nodes = try #require(summary.nodes, sourceLocation: place)
        #expect(outcomes.compactMap(\.node).sorted() == nodes.map(\.node).sorted(), sourceLocation: place)
        for node in nodes {
            #expect(outcomes.first { $0.node == node.node }?.outcome == node.outcome, sourceLocation: place)
        }
        return lines
    }

    @Test func `a run that completes tells every change, and what it returned`() throws {
        let finished = try Program("Cyclic", ["--json"]).wait()
        let lines = try check(finished)
        #expect(lines.first?.status == "running")
        #expect(lines.last?.status == "completed")
        #expect(lines.last?.results == ["return": [50]])
        #expect(lines.contains { $0.event == "node" && $0.node == "slow/first" && $0.status == "running" })
        #expect(finished.errors.contains("6 nodes in "), "people still see it on standard error")
    }

    @Test func `a failure comes with its kind, message and last words`() throws {
        let lines = try check(Program(fault: "throw", ["--json", "--quiet"]).wait())
        let outcome = try #require(lines.first { $0.event == "outcome" })
        #expect(outcome.error?.kind == "Mishap")
        #expect(outcome.error?.message == "the mixture has curdled")
        #expect(lines.last?.nodes?.first?.error?.lastLines.last == "words before the end 7")
    }

    @Test func `a deadlock says who waits on which port for what`() throws {
        let lines = try check(Program(fault: "knot", ["--json"]).wait())
        let event = try #require(lines.first { $0.event == "deadlock" }?.waits)
        #expect(event.map(\.node) == ["left", "right"])
        let channel = try #require(event[0].channels.first)
        #expect(channel.port == "inp" && channel.need == "item" && channel.peer == "right")
        #expect(channel.queued == 0 && channel.capacity == 64)
        #expect(lines.last?.deadlock?.count == 2)
        #expect(lines.last?.exitCode == 3)
    }

    @Test func `a signal ends the events with a summary, too`() throws {
        let program = try Program(fault: "stream", ["--json"])
        try program.waitForErrors("the first item is here")
        program.signal(SIGTERM)
        let lines = try check(program.wait(within: 10))
        #expect(lines.last?.status == "cancelled")
        #expect(lines.last?.signal == SIGTERM)
    }

    @Test func `a node that is killed while it works has counted to the last`() throws {
        let program = try Program(fault: "stream", ["--json"])
        try program.waitForErrors("the first item is here")
        kill(try #require(program.process(named: "third")), SIGKILL)
        let lines = try check(program.wait(within: 10))
        let third = try #require(lines.last?.nodes?.first { $0.node == "third" })
        #expect(third.outcome == "killed")
        #expect(third.received > 0 && third.sent > 0)
    }

    @Test func `a workflow that cannot run ends with a summary, and nothing else`() throws {
        let finished = try Program(fault: "unfinished", ["--json"]).wait()
        let lines = try check(finished)
        #expect(lines.count == 1)
        #expect(lines[0].exitCode == 2)
        #expect(lines[0].message?.contains("this input is not connected") == true)
    }

    @Test func `a reader that goes away after the first line ends nothing but the events`() throws {
        let command = "set -o pipefail; \(Program.folder)/Cyclic --json | head -1"
        let finished = try Program("/bin/bash", ["-c", command]).wait()
        #expect(finished.end == .exited(status: 0))
        #expect(try lines(finished.output).map(\.event) == ["run"])
        #expect(finished.errors.contains("6 nodes in "))
    }

    @Test func `a reader that reads nothing does not keep a run from ending`() throws {
        // More events than a pipe holds, of which nobody takes one.
        let command = "\(Program.folder)/Cyclic --json --value -100000000 > >(exec sleep 20)"
        let program = try Program("/bin/bash", ["-c", "exec \(command)"])
        try program.waitForErrors("| started", count: 6)
        try program.runOn(seconds: 1)
        program.signal(SIGTERM)
        #expect(try program.wait(within: 10).end == .exited(status: 143))
    }
}
