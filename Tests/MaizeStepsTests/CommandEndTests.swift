import Glibc
import Maize
import MaizeSystem
import MaizeTesting
import Testing

/// Nothing of a command outlives its node.
@Suite(.timeLimit(.minutes(10))) struct CommandEndTests {
    let flow = Workflow("ends")
    /// Carried by the environment of everything that a test's command starts.
    let mark = "TEST_MARK=\(UInt64.random(in: 0...UInt64.max))"

    private var left: [pid_t] { ProcessTable.processes(withEnvironmentWord: mark) }

    private func command(_ script: String) throws -> Command {
        try flow.add(Command.self) { $0.command = ["env", mark, "sh", "-c", script] }
    }

    @Test func `what it leaves in the background is ended with it, and holds up nothing`() throws {
        let command = try command("setsid sleep 999 & sleep 999 & echo hi")
        let result = try flow.add(Return<String>.self)
        try flow.connect(command.out, to: result.inp)
        #expect(try TestRun.of(flow).status == .completed)
        #expect(result.values == ["hi"])
        #expect(left.isEmpty)
    }

    @Test func `what goes on printing in the background is not waited for`() throws {
        let command = try command("setsid yes & echo hi; exec 1>&-; sleep 0.05")
        let result = try flow.add(FirstLine.self)
        try flow.connect(command.out, to: result.inp)
        _ = try TestRun.of(flow)
        #expect(left.isEmpty)
    }

    @Test(arguments: [
        "sleep 999", "trap '' TERM; sleep 999 & wait; sleep 999", "setsid sleep 999 & sleep 999",
        "exec perl -e 'setpgrp(0, getpgrp(getppid())); sleep 999'",
    ])
    func `a shutdown ends it, whatever it does`(script: String) throws {
        let command = try command("echo ready; " + script)
        try flow.connect(command.out, to: flow.add(EndingAtFirst.self).inp)
        let summary = try TestRun.of(flow)
        #expect(summary.status == .completed)
        #expect(summary.word("command") == "stopped")
        #expect(left.isEmpty)
    }

    @Test func `a command that tidies up at SIGTERM may do so`() throws {
        let files = try TestRun()
        let path = files.file("tidied")
        let command = try command("trap 'echo done > \(path); exit 0' TERM; echo ready; while :; do sleep 0.01; done")
        try flow.connect(command.out, to: flow.add(EndingAtFirst.self).inp)
        let summary = try TestRun.of(flow)
        #expect(summary.word("command") == "stopped")
        #expect(files.text(of: "tidied") == "done\n")
    }

    @Test func `a stream that was cut short never looks whole to it`() throws {
        let files = try TestRun()
        let path = files.file("whole")
        let source = try flow.add(BreakingLines.self)
        let command = try command("trap '' TERM; cat > /dev/null; echo whole > \(path)")
        try flow.connect(source.out, to: command.inp)
        let summary = try TestRun().execute(flow)
        #expect(summary.word("command") == "stopped")
        #expect(files.text(of: "whole") == nil && left.isEmpty)
    }

    @Test func `a failure elsewhere ends it`() throws {
        let command = try command("sleep 999")
        let breaking = try flow.add(Breaking.self)
        try flow.connect(breaking.out, to: flow.add(Discard<Int>.self).inp)
        _ = command
        let summary = try TestRun().execute(flow)
        #expect(summary.status == .failed && summary.word("command") == "stopped")
        #expect(left.isEmpty)
    }

    @Test func `a node that is killed takes its command along`() throws {
        let command = try command("echo ready; setsid sleep 999 & sleep 999")
        let killer = try flow.add(KillingParent.self) { $0.path = "command" }
        try flow.connect(command.out, to: killer.inp)
        let summary = try TestRun().execute(flow)
        #expect(summary.word("command") == "killed")
        #expect(left.isEmpty)
    }

    @Test func `a command that takes its time is no deadlock`() throws {
        let command = try command("read line; sleep 0.3; echo $line")
        try flow.connect(flow.add(Lines.self) { $0.lines = ["late"] }.out, to: command.inp)
        let result = try flow.add(Return<String>.self)
        try flow.connect(command.out, to: result.inp)
        let events = EventList()
        let summary = try TestRun().execute(flow) { $0.observer = { events.add($0) } }
        #expect(summary.status == .completed && result.values == ["late"])
        let waited = events.all.contains { event in
            if case .node("command", .waitingForCommand, _, _) = event.change { return true }
            return false
        }
        #expect(waited)
    }

    // MARK: In memory

    @Test func `in a run in memory it is the same`() throws {
        let source = try flow.add(NumberedLines.self) { $0.count = 20_000 }
        let command = try flow.add(Command.self) { $0.command = ["cat"] }
        let check = try flow.add(LineChecking.self)
        try flow.chained(source.out, command.inp, command.out, check.inp)
        let count = try flow.add(Return<Int>.self)
        try flow.connect(check.out, to: count.inp)
        #expect(try InMemoryRun(flow).execute().status == .completed)
        #expect(count.value == 20_000)
    }

    @Test func `in memory too, a shutdown ends it`() throws {
        let command = try command("echo ready; sleep 999")
        try flow.connect(command.out, to: flow.add(EndingAtFirst.self).inp)
        let result = try InMemoryRun(flow).execute()
        #expect(result["command"]?.outcome.word == "stopped")
        // Nobody reaps here what the command had started: it may still be on its way out.
        let deadline = MonotonicTime.now.advanced(bySeconds: 10)
        while !left.isEmpty, deadline > .now { OwnProcess.yieldProcessor() }
        #expect(left.isEmpty)
    }

    @Test func `in memory too, a waiting sender hears that the program reads no more`() throws {
        let source = try flow.add(EndlessLines.self)
        let command = try flow.add(Command.self) { $0.command = ["head", "-n", "1"] }
        let result = try flow.add(Return<String>.self)
        try flow.chained(source.out, command.inp, command.out, result.inp)
        let run = try InMemoryRun(flow).execute()
        #expect(run.status == .completed && result.values == ["a line"])
        #expect(run["endlesslines"]?.outcome.word == "stopped")
    }
}

/// Ends the run at the first line.
final class EndingAtFirst: Node {
    let inp = Input<String>()
    override func run() throws {
        _ = try inp.receive()
        requestShutdown()
        while try inp.next() != nil {}
    }
}

/// Kills the process of another node of its run, once a line has come from there.
final class KillingParent: Node {
    @Parameter var path: String
    let inp = Input<String>()
    override func run() throws {
        _ = try inp.receive()
        guard let run = OwnProcess.environment().first(where: { $0.hasPrefix("MAIZE_RUN=") })?.dropFirst(10) else {
            throw Broke()
        }
        // The command carries the same word; the node's own process is the one that this executable runs in.
        for process in ProcessTable.processes(withEnvironmentWord: "MAIZE_NODE=\(run):\(path)")
        where Killing.executable(of: process) == Killing.executable(of: getpid()) {
            kill(process, SIGKILL)
        }
        while try inp.next() != nil {}
    }
}
