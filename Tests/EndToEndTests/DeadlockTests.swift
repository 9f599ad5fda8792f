import Glibc
import MaizeSystem
import TemporaryFiles
import Testing

/// Whole programs with nodes that wait for each other: what is told of them, and when it is not one's business.
@Suite(.timeLimit(.minutes(10)))
struct DeadlockTests {
    /// What stands last on the screen.
    private func report(_ finished: Program.Finished) -> [String] {
        finished.errors.split(separator: "\n").map(String.init).drop { !$0.hasPrefix("error: ") }
            .filter { !$0.hasPrefix("its files are kept in ") }
    }

    @Test func `a starved ring is told with who waits for whom`() throws {
        let finished = try Program(fault: "starved ring").wait(within: 10)
        #expect(finished.end == .exited(status: 3))
        #expect(
            report(finished) == [
                "error: deadlock: 2 nodes wait for each other and can never go on",
                "  link0 waits for an item on 'inp' from link1 (0 of 64 items)",
                "  link1 waits for an item on 'inp' from link0 (0 of 64 items)",
                "what to do: let one of these nodes send before it receives",
            ]
        )
    }

    @Test(arguments: [1, 2, 64])
    func `a full ring is told when channels may not grow`(capacity: Int) throws {
        let environment = ["CAPACITY": "\(capacity)"]
        let finished = try Program(fault: "full ring", ["--widen", "0"], environment: environment).wait(within: 10)
        #expect(finished.end == .exited(status: 3))
        let report = report(finished)
        #expect(
            report.dropLast() == [
                "error: deadlock: 2 nodes wait for each other and can never go on",
                "  link0 waits for room on 'out' to link1 (\(capacity) of \(capacity) items)",
                "  link1 waits for room on 'out' to link0 (\(capacity) of \(capacity) items)",
            ]
        )
        #expect(report.last?.hasPrefix("what to do: let full channels grow (--widen is 0)") == true)
    }

    @Test(arguments: [1, 2, 64])
    func `a full ring passes when channels may grow`(capacity: Int) throws {
        let finished = try Program(fault: "full ring", environment: ["CAPACITY": "\(capacity)"]).wait(within: 20)
        #expect(finished.end == .exited(status: 0))
        #expect(finished.errors.contains("is widened as needed"))
    }

    @Test func `one branch of a copy after the other passes when channels may grow`() throws {
        let finished = try Program(fault: "fork").wait(within: 20)
        #expect(finished.end == .exited(status: 0))
        #expect(finished.output == "124750\n124750\n")
    }

    @Test(arguments: [
        (0, 64, "let full channels grow (--widen is 0)"), (8, 72, "raise --widen, whose limit of 8 items"),
    ])
    func `one branch of a copy after the other is told when channels may not grow far enough`(
        limit: Int,
        capacity: Int,
        advice: String
    ) throws {
        let finished = try Program(fault: "fork", ["--widen", "\(limit)", "--deadlock", "report"]).wait(within: 10)
        #expect(finished.end == .exited(status: 3))
        let report = report(finished)
        #expect(
            Set(report.dropLast()) == [
                "error: deadlock: 2 nodes wait for each other and can never go on",
                "  sum waits for an item on 'inp[0]' from copy (0 of 64 items)",
                "  copy waits for room on 'out[1]' to sum (\(capacity) of \(capacity) items)",
                "2 more nodes wait for these:",
                "  numbers waits for room on 'out' to copy (64 of 64 items)",
                "  return waits for an item on 'inp' from sum (0 of 64 items)",
            ]
        )
        #expect(report.last?.hasPrefix("what to do: \(advice)") == true)
    }

    @Test func `those who wait for a ring are told apart from it`() throws {
        // So that the run does not end before the last of them has started.
        let finished = try Program(fault: "crowded ring", ["--deadlock", "report"]).wait(within: 10)
        #expect(finished.end == .exited(status: 3))
        #expect(!finished.errors.contains("widened"), "more room for the source helps nobody")
        #expect(
            report(finished) == [
                "error: deadlock: 2 nodes wait for each other and can never go on",
                "  left waits for an item on 'inp[0]' from right (0 of 64 items)",
                "  right waits for an item on 'inp' from left (0 of 64 items)",
                "3 more nodes wait for these:",
                "  source waits for room on 'out' to left (3 of 3 items)",
                "  behind waits for an item on 'inp' from right (0 of 64 items)",
                "  last waits for an item on 'inp' from behind (0 of 64 items)",
                "what to do: let one of these nodes send before it receives",
            ]
        )
    }

    @Test func `optional inputs make no difference: their senders might send`() throws {
        let finished = try Program(fault: "polite ring").wait(within: 10)
        #expect(finished.end == .exited(status: 3))
        #expect(report(finished).contains("  link1 waits for an item on 'inp' from link0 (0 of 64 items)"))
    }

    @Test(arguments: ["starved ring", "full ring"])
    func `a ring of ten is told in its order, as far as the screen allows`(kind: String) throws {
        let finished = try Program(
            fault: kind,
            ["--widen", "0"],
            environment: ["NODES": "10", "CAPACITY": "2"]
        ).wait(within: 10)
        #expect(finished.end == .exited(status: 3))
        let report = report(finished)
        #expect(report.count <= 11)
        #expect(report.first == "error: deadlock: 10 nodes wait for each other and can never go on")
        let step = kind == "full ring" ? 1 : 9
        let names = report.dropFirst().prefix(8).map { $0.split(separator: " ").first ?? "" }
        #expect(names == (0..<8).map { "link\($0 * step % 10)" })
        #expect(report.contains("  and 2 more"))
    }

    @Test func `a program that takes its time is no part of one, nor who waits for it`() throws {
        let folder = try TemporaryFolder()
        let flow = try folder.write(
            """
            nodes:
            - {name: load, type: LoadData, parameters: {data: x}}
            - {name: slow, type: Command, parameters: {command: [sh, -c, sleep 2; cat]}}
            - {name: result, type: Return}
            channels:
            - {sending: {load: out}, receiving: {slow: inp}, size: 1}
            - {sending: {slow: out}, receiving: {result: inp}, size: 1}
            """
        )
        let finished = try Program("maize-swift", ["execute", flow, "--widen", "0"]).wait()
        #expect(finished.end == .exited(status: 0))
        #expect(finished.output == "x\n")
        #expect(!finished.errors.contains("deadlock"))
    }

    @Test func `who takes its time is no part of a deadlock`() throws {
        let program = try Program(fault: "slow rings", ["--widen", "0"])
        try program.waitForErrors("frozen from now on")
        let frozen = try #require(program.process(named: "frozen"))
        // The others answer after two seconds; that is long enough for this one, too.
        try program.waitForErrors("the answer is 1", count: 3)
        try BackgroundRun.wait(for: frozen, toBe: "T")
        kill(frozen, SIGCONT)
        let finished = try program.wait(within: 10)
        #expect(finished.end == .exited(status: 0))
        #expect(!finished.errors.contains("deadlock"))
    }
}
