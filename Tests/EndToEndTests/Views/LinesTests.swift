import Foundation
import Maize
import MaizeRuntime
import MaizeSystem
import Testing

/// What is seen of a run that goes into a pipe or a file.
@Suite(.serialized, .timeLimit(.minutes(10)))
struct LinesTests {
    @Test func `each node tells its start and its end once, and a summary follows`() throws {
        let finished = try Program("Cyclic").wait()
        #expect(finished.output == "50\n")
        #expect(!finished.errors.contains("\u{1B}"))
        for node in ["a", "merge", "slow/first", "slow/second", "b", "return"] {
            let lines = finished.errors.split(separator: "\n").filter { $0.contains(" \(node) ") && $0.contains("|") }
            #expect(lines.count { $0.hasSuffix("| started") } == 1, "\(node)")
            #expect(lines.count { $0.contains("| completed after ") } == 1, "\(node)")
        }
        #expect(finished.errors.contains("| completed after "))
        let last = finished.errors.split(separator: "\n").last
        #expect(last?.wholeMatch(of: /6 nodes in \d\.\d\d s: 6 completed; 33 items sent/) != nil)
    }

    @Test(arguments: [RunView.none, .lines])
    func `a run that a program starts itself shows what it asked for`(view: RunView) throws {
        let folder = try Directory.makeUnique(prefix: "/tmp/maize-test-")
        defer { _ = Result { try Directory.remove(folder) } }
        var options = RunOptions()
        options.logFile = folder + "/log"
        if view == .lines { options.view = view }
        let flow = Workflow("embedded")
        let load = try flow.add(LoadData<Int>.self, name: "load") { $0.data = 1 }
        let result = try flow.add(Return<Int>.self)
        try flow.connect(load.out, to: result.inp)
        try flow.execute(options)
        let log = try #require(FileContents.text(of: folder + "/log"))
        #expect(log.contains("running 2 nodes"))
        #expect(log.contains("| started") == (view == .lines))
        #expect(log.contains("2 nodes in ") == (view == .lines))
    }

    @Test func `a wait is told when it lasts, once`() throws {
        let program = try Program(fault: "idle")
        try program.waitForErrors("waiting for input; so far 0 in, 0 out", count: 2)
        try program.runOn(seconds: 2.5)
        #expect(program.streams[1].text.ranges(of: "waiting for input").count == 2)
    }

    @Test(arguments: [["--quiet"], []])
    func `a run that waits uses no processor time`(arguments: [String]) throws {
        let program = try Program(fault: "idle", arguments)
        // Until the last wait that is long has been told.
        try program.runOn(seconds: 3)
        let before = ProcessorTime.ticks(of: program.processes)
        try program.runOn(seconds: 3)
        let after = ProcessorTime.ticks(of: program.processes)
        // The coordinator, the logger, and the three nodes that wait.
        #expect(before.count == 5)
        for (process, ticks) in after { #expect(ticks - (before[process] ?? 0) <= 2, "\(process)") }
    }

    @Test func `results that nobody reads harm nobody`() throws {
        let finished = try Program("/bin/bash", ["-c", "set -o pipefail; \(Program.folder)/Cyclic | true"]).wait()
        #expect(finished.end == .exited(status: 0))
    }
}
