import Glibc
import MaizeSystem
import Testing

/// Deadlocks beside parts of a run that can go on.
@Suite(.timeLimit(.minutes(10)))
struct DeadlockReportTests {
    /// Runs a program in which `late` nodes hold themselves, and lets these go on when the first deadlock was told.
    private func run(_ fault: String, late: [String]) throws -> Program.Finished {
        let program = try Program(fault: fault, ["--deadlock", "report", "--grace", "0.2"])
        try program.waitForErrors("deadlock: 2 nodes wait for each other")
        for name in late {
            let process = try #require(program.process(named: name))
            try BackgroundRun.wait(for: process, toBe: "T")
            kill(process, SIGCONT)
        }
        return try program.wait(within: 20)
    }

    @Test func `by default the first deadlock ends the run, though another part could go on`() throws {
        let finished = try Program(fault: "beside", ["--grace", "0.2"]).wait(within: 10)
        #expect(finished.end == .exited(status: 3))
        #expect(finished.output.isEmpty)
        #expect(finished.errors.contains("error: deadlock: 2 nodes wait for each other"))
        #expect(finished.errors.contains("\n  link0 waits for an item on 'inp' from link1 (0 of 64 items)\n"))
        #expect(finished.errors.contains(/link0 +\| stopped/))
        #expect(finished.errors.contains("it was in a deadlock: it waited for an item on 'inp' from link1"))
        #expect(!finished.errors.contains("late0 waits"))
    }

    @Test func `told only, the rest comes to its end before the run does`() throws {
        let finished = try run("beside", late: ["late0", "late1"])
        #expect(finished.end == .exited(status: 3))
        #expect(finished.output == "0\n1\n2\n")
        #expect(finished.errors.contains(/return +\| completed/))
        let lines = finished.errors.split(separator: "\n").map(String.init)
        #expect(lines.filter { $0.contains("deadlock: 2 nodes wait for each other") }.count == 2, "each told once")
        #expect(
            lines.drop { !$0.hasPrefix("error: ") }.filter { !$0.hasPrefix("its files are kept in ") } == [
                "error: deadlock: 4 nodes in 2 circles wait for each other and can never go on",
                "  link0 waits for an item on 'inp' from link1 (0 of 64 items)",
                "  link1 waits for an item on 'inp' from link0 (0 of 64 items)",
                "  late0 waits for an item on 'inp' from late1 (0 of 64 items)",
                "  late1 waits for an item on 'inp' from late0 (0 of 64 items)",
                "what to do: let one of these nodes send before it receives",
            ]
        )
    }

    @Test func `who comes to wait for a deadlock later is told, and the run ends then`() throws {
        let finished = try run("late crowd", late: ["behind"])
        #expect(finished.end == .exited(status: 3))
        let log = finished.errors.split(separator: "\n").filter { $0.contains("in vain because of a deadlock") }
        #expect(log.contains { $0.contains("behind waits for an item on 'inp' from right (0 of 64 items)") })
        #expect(
            finished.errors.contains(
                """
                error: deadlock: 2 nodes wait for each other and can never go on
                  left waits for an item on 'inp' from right (0 of 64 items)
                  right waits for an item on 'inp' from left (0 of 64 items)
                2 more nodes wait for these:
                  behind waits for an item on 'inp' from right (0 of 64 items)
                  last waits for an item on 'inp' from behind (0 of 64 items)
                """
            )
        )
    }

    @Test func `a node that asks for the end does not make a deadlock good`() throws {
        let finished = try run("ending beside", late: ["endinglate"])
        #expect(finished.end == .exited(status: 3))
        #expect(finished.errors.contains("endinglate asked for the end of the run"))
        #expect(finished.errors.contains("\nerror: deadlock: 2 nodes wait for each other and can never go on\n"))
    }

    @Test func `a failure beside a deadlock ends the run with its own status`() throws {
        let finished = try run("failing beside", late: ["throwinglate"])
        #expect(finished.end == .exited(status: 1))
        let last = finished.errors.split(separator: "\n").drop { !$0.hasPrefix("error: ") }
        #expect(last.first == "error: node 'throwinglate' failed: Mishap()")
        #expect(last.contains { $0.hasPrefix("before that, a deadlock: ") && $0.contains("link0, link1") })
    }

    @Test func `a signal after a deadlock that was told ends the run with its own status`() throws {
        let program = try Program(fault: "starved beside", ["--deadlock", "report"])
        try program.waitForErrors("deadlock: 2 nodes wait for each other")
        program.signal(SIGTERM)
        let finished = try program.wait(within: 5)
        #expect(finished.end == .exited(status: 143))
        #expect(finished.errors.contains("stopped by SIGTERM: "))
        #expect(finished.errors.contains("before that, a deadlock: 2 nodes wait for each other"))
    }

    @Test func `a deadlock whose tolerated member somebody kills is none any more`() throws {
        let program = try Program(fault: "tolerant ring", ["--deadlock", "report"])
        try program.waitForErrors("deadlock: 2 nodes wait for each other")
        kill(try #require(program.process(named: "link0")), SIGKILL)
        try program.waitForErrors("no deadlock any more")
        kill(try #require(program.process(named: "patient")), SIGKILL)
        let finished = try program.wait(within: 5)
        #expect(finished.end == .exited(status: 0))
        #expect(finished.errors.contains(/link1 +\| completed/))
    }

    @Test func `another answer than those is a wrong command line`() throws {
        let finished = try Program("Hello", ["--deadlock", "ignore"]).wait()
        #expect(finished.end == .exited(status: 64))
        #expect(finished.errors.contains("Please provide one of 'end' and 'report'"))
    }
}
