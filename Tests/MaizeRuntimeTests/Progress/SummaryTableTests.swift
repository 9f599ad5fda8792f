import MaizeWire
import Testing

@testable import MaizeRuntime

@Suite struct SummaryTableTests {
    private func summary(_ outcomes: [NodeOutcome]) -> RunSummary {
        RunSummary(
            workflow: "count",
            status: .completed,
            nodes: outcomes.enumerated().map { index, outcome in
                .init(path: "n\(index)", outcome: outcome, duration: 1.5, received: index, sent: 10)
            },
            undelivered: [],
            widened: [:],
            deadlock: [],
            signal: nil,
            notices: [],
            duration: 2.25,
            scratch: nil,
            launchFailure: nil,
            firstFailure: nil
        )
    }

    private let failure = NodeOutcome.failed(ErrorRecord(kind: "x", message: "y"))

    @Test func `a small run is told node by node, what failed first`() {
        #expect(
            SummaryTable.lines(summary([.completed, .stopped(reason: "x"), failure])) == [
                "NODE  OUTCOME    IN  OUT  SECONDS",
                "n2    failed      2   10     1.50",
                "n0    completed   0   10     1.50",
                "n1    stopped     1   10     1.50",
                "3 nodes in 2.25 s: 1 failed, 1 stopped, 1 completed; 30 items sent",
            ]
        )
    }

    @Test(arguments: [17, 18, 19, 1000])
    func `a large run stays short`(count: Int) {
        var outcomes = [NodeOutcome](repeating: .completed, count: count)
        outcomes[count - 1] = failure
        let lines = SummaryTable.lines(summary(outcomes))
        #expect(lines.count <= 20)
        #expect(lines[1].hasPrefix("n\(count - 1)"))
        let isCut = count > SummaryTable.mostNodes
        #expect(lines.contains("and \(count - 17) more completed") == isCut)
    }

    @Test func `totals tell what was lost and widened, in words that fit the numbers`() {
        var one = summary([.completed])
        one.nodes[0].sent = 1
        one.undelivered = [.init(channel: "a -> b", items: 1)]
        one.widened = ["a -> b": 128]
        #expect(
            SummaryTable.lines(one).last
                == "1 node in 2.25 s: 1 completed; 1 item sent, 1 of them not received, 1 channel widened"
        )
    }

    @Test func `a node that was not started has neither items nor seconds`() {
        var summary = summary([.notStarted(reason: "it is not active"), .completed])
        summary.nodes[0].duration = 0
        #expect(SummaryTable.lines(summary)[1] == "n0    not started")
    }
}
