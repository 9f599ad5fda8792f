import Foundation
import MaizeSystem
import Testing
import SeededRandom

extension Faults {
    @Suite struct KilledCoordinatorTests {
        @Test(arguments: 0..<50 as Range<UInt64>)
        func `nothing of a run outlives its coordinator, whenever that is killed`(seed: UInt64) throws {
            var random = SeededGenerator(seed: seed)
            // An endless stream, one that drains and ends meanwhile, and nodes that start commands.
            let fault = ["stream", "short", "children"][Int(seed % 3)]
            let program = try Program(fault: fault)
            try program.runOn(seconds: .random(in: 0..<0.4, using: &random))
            program.signal(SIGKILL)
            let finished = try program.wait(within: 5)
            #expect(program.leftovers(after: 2).isEmpty, "\(fault): \(program.leftovers(after: 0))")
            // Killed before it had a logger, a coordinator leaves an empty folder, which the next run takes away.
            if finished.errors.contains("running") { #expect(program.folders(after: 1).isEmpty, "\(fault)") }
        }

        @Test func `a folder that a dead coordinator left behind goes with the next run`() throws {
            let first = try Program(fault: "patient")
            try first.waitForErrors("waiting")
            // Without its logger nobody is left to remove the folder.
            try first.killLogger()
            first.signal(SIGKILL)
            _ = try first.wait(within: 5)
            #expect(first.leftovers(after: 2).isEmpty)
            #expect(first.folders.count == 1)
            let second = try Program(fault: "short", ["--scratch", first.scratch])
            #expect(try second.wait().end == .exited(status: 0))
            #expect(first.folders.isEmpty)
        }

        /// Started by the nodes' own code, and by `Command`.
        @Test(arguments: ["children", "commands"])
        func `commands that ignore signals or left their session go with the coordinator`(fault: String) throws {
            let program = try Program(fault: fault)
            try program.waitForErrors("command started", count: 3)
            // The coordinator, the logger, three nodes, and what they started.
            #expect(program.processes.count >= 8)
            program.signal(SIGKILL)
            let finished = try program.wait(within: 5)
            #expect(finished.end == .signalled(SIGKILL))
            #expect(program.leftovers(after: 2).isEmpty)
            #expect(program.folders(after: 1).isEmpty)
        }

        @Test func `a stopped node goes with the coordinator`() throws {
            let program = try Program(fault: "frozen")
            try program.waitForErrors("frozen from now on")
            let node = try #require(program.process(named: "frozen"))
            try BackgroundRun.wait(for: node, toBe: "T")
            program.signal(SIGKILL)
            _ = try program.wait(within: 5)
            #expect(program.leftovers(after: 2).isEmpty)
        }
    }
}
