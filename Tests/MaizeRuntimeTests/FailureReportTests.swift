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

    @Test(arguments: [1, 5, 9, 10, 100], [0, 1, 3, 50])
    func `a deadlock of any size fits`(inside: Int, outside: Int) {
        var summary = summary([.stopped(reason: "x")], first: nil)
        summary.deadlock =
            (0..<inside).map { .stuck("n\($0)") } + (0..<outside).map { .blocked("w\($0)", circle: nil) }
        let lines = FailureReport.lines(summary)
        #expect(lines.count <= FailureReport.longest)
        #expect(lines[0].hasPrefix("error: deadlock"))
        #expect(lines.contains("  n0 waits for an item on 'inp' from a neighbour (0 of 8 items)"))
        #expect(lines.contains("  w0 waits for room on 'out' to a neighbour (8 of 8 items)") == (outside > 0))
        #expect(lines.contains("what to do: let one of these nodes send before it receives"))
        let cut = lines.filter { $0.hasPrefix("  and ") }.count
        #expect(cut == (inside > (outside == 0 ? 9 : 7 - min(outside, 3) + 1) ? 1 : 0) + (outside > 3 ? 1 : 0))
        #expect(summary.exitCode == 3)
    }

    @Test(arguments: [(0, "--widen is 0"), (100, "raise --widen, whose limit of 100 items is reached")])
    func `a deadlock of full channels says what may be widened`(limit: Int, advice: String) {
        var summary = summary([.stopped(reason: "x")], first: nil)
        summary.wideningLimit = limit
        summary.deadlock = [.stuck("a"), .blocked("b"), .stuck("c", circle: 1), .blocked("d", circle: nil)]
        let lines = FailureReport.lines(summary)
        #expect(lines[0] == "error: deadlock: 3 nodes in 2 circles wait for each other and can never go on")
        #expect(lines.filter { $0.hasPrefix("what to do") }.count == 2)
        #expect(lines.contains { $0.contains(advice) })
    }

    @Test func `what ended the run comes before a deadlock that did not`() {
        var summary = summary([.failed(worstError()), .stopped(reason: "x")])
        summary.deadlock = [.stuck("a"), .stuck("b")]
        let lines = FailureReport.lines(summary)
        #expect(lines.count <= FailureReport.longest)
        #expect(lines[0] == "error: node 'n0' failed: message 1 message 2")
        #expect(lines.contains("before that, a deadlock: 2 nodes wait for each other and can never go on: a, b"))
        #expect(summary.exitCode == 1)
        summary.signal = 15
        #expect(FailureReport.lines(summary).contains { $0.hasPrefix("before that, a deadlock") })
        #expect(summary.exitCode == 143)
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
