import Foundation
import MaizeSystem
import TemporaryFiles
import Testing

/// What a person sees of a run on a terminal.
@Suite(.serialized, .timeLimit(.minutes(10)))
struct TableTests {
    private func expectSane(_ program: TerminalProgram, _ place: SourceLocation = #_sourceLocation) {
        #expect(program.screen.unknown == [], sourceLocation: place)
        #expect(program.screen.column == 0, "the shell's prompt starts a line", sourceLocation: place)
        #expect(
            !program.screen.transcript.contains { $0.contains("STATUS") },
            "no table is left",
            sourceLocation: place
        )
        #expect(program.leftovers(after: 1) == [], sourceLocation: place)
    }

    @Test func `nodes that are busy show what they do, how fast, and how full their inputs are`() throws {
        let program = try TerminalProgram(fault: "stream")
        try program.waitForScreen { screen in
            let row = screen.lines.first { $0.hasPrefix("second ") } ?? ""
            return row.wholeMatch(of: /second +running +\d\S+ +\d\S+ +\S+\/s +inp \[[#.]{6}\] \d+\/64/) != nil
        }
        #expect(program.screen.lines.contains { $0.hasPrefix("faulty: 5 nodes, ") })
        try program.type("\u{3}")
        let end = try program.wait(within: 10)
        #expect(end == .exited(status: 130))
        expectSane(program)
        let shown = program.screen.shown
        #expect(shown.last == "stopped by SIGINT: 5 stopped")
        #expect(shown.contains { $0.wholeMatch(of: /second +stopped +\d+ +\d+ +\d+\.\d\d/) != nil })
    }

    @Test func `numbers move while nobody says a word`() throws {
        let program = try TerminalProgram(fault: "stream")
        var seen: Set<Substring> = []
        try program.waitForScreen { screen in
            let row = screen.lines.first { $0.hasPrefix("total ") }?.split(separator: " ") ?? []
            if row.count > 3 { seen.insert(row[2]) }
            return seen.count >= 4
        }
    }

    @Test func `lines of the log are whole, above the table, and in their order`() throws {
        let program = try TerminalProgram(fault: "chat", columns: 140)
        #expect(try program.wait() == .exited(status: 0))
        expectSane(program)
        let printed = program.screen.transcript.compactMap { $0.firstMatch(of: /\| line (\d+) of what nobody/) }
        #expect(printed.compactMap { Int($0.output.1) } == Array(0..<2000))
        let torn = program.screen.transcript.filter { line in
            line.wholeMatch(of: /\d\d:\d\d:\d\d\.\d{3} (INFO|WARNING) +\S+ +\| .*/) == nil
                && line.wholeMatch(of: /NODE .*|chatter +completed .*|1 node in .*/) == nil
        }
        #expect(torn == [])
    }

    @Test func `nodes that log without end do not keep the table away`() throws {
        let folder = try TemporaryFolder()
        let node = "{type: Command, parameters: {command: [sh, -c, 'yes something is wrong >&2']}"
        let nodes = (0..<4).map { "- \(node), name: talker\($0)}\n" }.joined()
        let program = try TerminalProgram("maize-swift", ["execute", folder.write("name: flood\nnodes:\n\(nodes)")])
        try program.waitForScreen { $0.contains("flood: 4 nodes, ") }
        try program.type("\u{3}")
        #expect(try program.wait() == .exited(status: 130))
        expectSane(program)
    }

    @Test func `a graph with more nodes than rows shows some and counts the rest`() throws {
        let program = try TerminalProgram(fault: "crowd", environment: ["CROWD": "60"])
        try program.waitForScreen { $0.contains("... and 42 more running") }
        #expect(program.screen.contains("faulty: 60 nodes, "))
        try program.type("\u{3}")
        #expect(try program.wait(within: 10) == .exited(status: 130))
        expectSane(program)
    }

    @Test func `the reason of a failure is the last thing on the screen`() throws {
        let program = try TerminalProgram(fault: "throw")
        #expect(try program.wait() == .exited(status: 1))
        expectSane(program)
        let shown = program.screen.shown
        let report = shown.firstIndex { $0 == "error: node 'throwing' failed: the mixture has curdled" }
        let table = shown.firstIndex { $0.wholeMatch(of: /throwing +failed +\d+ +\d+ +\d+\.\d\d/) != nil }
        #expect(try #require(table) < #require(report))
    }

    @Test func `the logger takes the table away when the coordinator is killed`() throws {
        let program = try TerminalProgram(fault: "stream")
        try program.waitForScreen { $0.contains("second ") && $0.contains("running") }
        kill(try #require(program.process(named: Program.folder + "/FaultyNodes")), SIGKILL)
        try program.waitForScreen { $0.contains("the process that started the run is gone") }
        try program.type("\n")
        #expect(try program.wait(within: 10) == .exited(status: 137))
        expectSane(program)
    }

    @Test func `a run whose terminal is closed ends in good order`() throws {
        let program = try TerminalProgram(fault: "stream")
        try program.waitForScreen { $0.contains("running") }
        program.closeTerminal()
        // The shell goes first, and the kernel tells the program.
        _ = try program.wait(within: 10)
        #expect(program.leftovers(after: 5) == [])
        #expect(program.folders == [])
    }

    @Test func `a terminal that cannot move its cursor gets lines`() throws {
        let program = try TerminalProgram("Cyclic", environment: ["TERM": "dumb"])
        #expect(try program.wait() == .exited(status: 0))
        #expect(!program.bytes.contains(0x1B))
        #expect(program.screen.transcript.contains { $0.contains("| completed after ") })
        #expect(program.screen.shown.last == "50")
    }

    @Test func `a table of nodes that wait costs next to nothing`() throws {
        let program = try TerminalProgram(fault: "idle")
        try program.waitForScreen { $0.lines.count { $0.contains("waiting for input") } >= 2 }
        try program.runOn(seconds: 1)
        let before = ProcessorTime.ticks(of: program.processes)
        try program.runOn(seconds: 3)
        let after = ProcessorTime.ticks(of: program.processes)
        #expect(before.count >= 5)
        // Three looks at the clock a second apart, in a build for debugging: a hundredth of the processor is plenty.
        for (process, ticks) in after { #expect(ticks - (before[process] ?? 0) <= 3, "\(process)") }
        try program.type("\u{3}")
        #expect(try program.wait(within: 10) == .exited(status: 130))
    }

    @Test func `a quiet run that completes shows its results alone`() throws {
        let program = try TerminalProgram("Cyclic", ["--quiet"])
        #expect(try program.wait() == .exited(status: 0))
        #expect(program.screen.shown == ["50"])
    }
}
