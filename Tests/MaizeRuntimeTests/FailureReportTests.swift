import MaizeWire
import Testing

@testable import MaizeRuntime

@Suite struct FailureReportTests {
    private let long = String(repeating: "very long ", count: 200)

    private func summary(_ outcomes: [NodeOutcome], status: RunStatus = .failed, first: Int? = 0) -> RunSummary {
        RunSummary(
            workflow: "flow",
            status: status,
            nodes: outcomes.enumerated().map {
                .init(path: "n\($0)", outcome: $1, duration: 1, received: 0, sent: 0)
            },
            undelivered: [],
            widened: [:],
            deadlock: [],
            signal: nil,
            notices: [],
            duration: 2,
            scratch: "/tmp/maize-x",
            firstFailure: first.map { "n\($0)" }
        )
    }

    private func worstError() -> ErrorRecord {
        ErrorRecord(
            kind: "Odd",
            message: (1...50).map { "message \($0)" }.joined(separator: "\n"),
            location: "f() at /x/y.swift:1:2",
            lastLines: (1...50).map { "line \($0) \(long)" }
        )
    }

    @Test func `the root cause comes first, then where, then what was printed`() {
        let lines = FailureReport.lines(summary([.failed(worstError()), .stopped(reason: "x"), .completed]))
        #expect(lines.count <= FailureReport.longest)
        #expect(lines[0] == "error: node 'n0' failed: message 1 message 2")
        #expect(lines[1] == "  in f() at /x/y.swift:1:2")
        #expect(lines[2] == "  the last it printed:")
        #expect(lines.contains("the run: 1 completed, 1 stopped, 1 failed"))
        #expect(lines.last == "its files are kept in /tmp/maize-x")
        #expect(lines.allSatisfy { $0.count <= 220 && !$0.contains("\n") })
    }

    @Test func `a killed node names its signal and why`() {
        let lines = FailureReport.lines(summary([.completed, .killed(signal: 9, reason: "the kernel did")], first: 1))
        #expect(lines[0] == "error: node 'n1' was killed by SIGKILL: the kernel did")
    }

    @Test func `a signal to the run is told as such, over any failure`() {
        var summary = summary([.failed(worstError())], status: .cancelled)
        summary.signal = 2
        #expect(FailureReport.lines(summary)[0] == "stopped by SIGINT: 1 failed")
        #expect(summary.exitCode == 130)
    }

    @Test(arguments: [1, 5, 8, 9, 100])
    func `a deadlock of any size fits`(count: Int) {
        var summary = summary([.stopped(reason: "x")], first: nil)
        let channel = DeadlockWait.Channel(port: "inp", need: .item, peer: "p", peerPort: "out", queued: 0, capacity: 8)
        summary.deadlock = (0..<count).map { DeadlockWait(node: "n\($0)", channels: [channel]) }
        let lines = FailureReport.lines(summary)
        #expect(lines.count <= FailureReport.longest)
        #expect(lines[0].hasPrefix("error: deadlock"))
        #expect(lines.contains("  n0 waits for an item on 'inp' from p (0 of 8 items)"))
        #expect(lines.contains("  and 92 more") == (count == 100))
        #expect(summary.exitCode == 3)
    }

    @Test func `a run that could not start says what is known`() {
        var summary = summary([.notStarted(reason: "x")], first: nil)
        summary.notices = (0..<40).map { "notice \($0)" }
        let lines = FailureReport.lines(summary)
        #expect(lines.count <= FailureReport.longest)
        #expect(lines[0] == "error: the run did not complete: 1 notStarted")
        #expect(lines.contains("notice 39"))
    }

    @Test func `a message of a single endless line is cut`() {
        let error = ErrorRecord(kind: "Odd", message: String(repeating: "x", count: 100_000))
        let lines = FailureReport.lines(summary([.failed(error)]))
        #expect(lines.allSatisfy { $0.count <= 2000 })
    }

    @Test func `exit codes follow from what became of the run`() {
        #expect(summary([.completed], status: .completed, first: nil).exitCode == 0)
        #expect(summary([.failed(worstError())]).exitCode == 1)
        var signalled = summary([.completed], status: .cancelled)
        signalled.signal = 15
        #expect(signalled.exitCode == 143)
    }
}
