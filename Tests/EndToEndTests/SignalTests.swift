import Foundation
import MaizeSystem
import Testing

extension Faults {
    @Suite struct SignalTests {
        private func expectNothingLeft(_ program: Program, _ place: SourceLocation = #_sourceLocation) {
            #expect(program.leftovers(after: 0.5).isEmpty, sourceLocation: place)
            #expect(program.folders.isEmpty, sourceLocation: place)
        }

        @Test(arguments: [(SIGINT, 130), (SIGTERM, 143), (SIGHUP, 129)] as [(Int32, Int32)])
        func `a signal ends the run in good order, with its number in the exit status`(
            signal: Int32,
            status: Int32
        ) throws {
            let program = try Program(fault: "stream", ["--grace", "30"])
            try program.waitForErrors("the first item is here")
            program.signal(signal)
            let finished = try program.wait(within: 60)
            #expect(finished.end == .exited(status: status))
            #expect(finished.waited < 15, "nobody in this run needs the whole grace")
            #expect(finished.errors.contains("stopped by \(Signals.name(signal))"))
            expectNothingLeft(program)
        }

        @Test func `a second signal ends it at once`() throws {
            let program = try Program(fault: "deaf", ["--grace", "30"])
            try program.waitForErrors("deaf from now on")
            program.signal(SIGINT)
            try program.waitForErrors("shutting down")
            program.signal(SIGINT)
            let finished = try program.wait(within: 60)
            #expect(finished.end == .exited(status: 130))
            #expect(finished.waited < 15, "the grace is over with the second signal")
            expectNothingLeft(program)
        }

        @Test func `a node that ignores SIGTERM is killed when its grace is over, and named`() throws {
            let program = try Program(fault: "deaf", ["--grace", "0.3"])
            try program.waitForErrors("deaf from now on")
            program.signal(SIGTERM)
            let finished = try program.wait(within: 5)
            #expect(finished.end == .exited(status: 143))
            #expect(finished.errors.contains("still running after 0.3 s: deaf; sending SIGTERM"))
            #expect(finished.errors.contains("ignored SIGTERM: deaf; killing"))
            #expect(finished.errors.contains("1 stopped, 1 killed"))
            expectNothingLeft(program)
        }

        @Test(arguments: [SIGINT, SIGTERM])
        func `commands end with their nodes within the grace, those that ignore SIGTERM too`(signal: Int32) throws {
            let program = try Program(fault: "commands", ["--grace", "0.6"])
            try program.waitForErrors("command started", count: 3)
            program.signal(signal)
            let finished = try program.wait(within: 5)
            #expect(finished.end == .exited(status: 128 + signal))
            #expect(finished.errors.contains("3 stopped"), "\(finished.errors)")
            expectNothingLeft(program)
        }

        @Test func `a stopped node is killed when its grace is over, and named`() throws {
            let program = try Program(fault: "frozen", ["--grace", "0.3"])
            try program.waitForErrors("frozen from now on")
            let node = try #require(program.process(named: "frozen"))
            try BackgroundRun.wait(for: node, toBe: "T")
            program.signal(SIGINT)
            let finished = try program.wait(within: 5)
            #expect(finished.end == .exited(status: 130))
            #expect(finished.errors.contains("ignored SIGTERM: frozen; killing"))
            expectNothingLeft(program)
        }

        @Test func `a node that was stopped and goes on is none the worse for it`() throws {
            let program = try Program(fault: "frozen")
            try program.waitForErrors("frozen from now on")
            let node = try #require(program.process(named: "frozen"))
            try BackgroundRun.wait(for: node, toBe: "T")
            kill(node, SIGCONT)
            try program.waitForErrors("thawed")
            program.signal(SIGINT)
            #expect(try program.wait(within: 5).end == .exited(status: 130))
            expectNothingLeft(program)
        }

        @Test func `commands of nodes end with a signal to the run, whatever they ignore`() throws {
            let program = try Program(fault: "children")
            try program.waitForErrors("command started", count: 3)
            program.signal(SIGINT)
            let finished = try program.wait(within: 5)
            #expect(finished.end == .exited(status: 130))
            expectNothingLeft(program)
        }

        @Test func `a run whose output nobody reads any more comes to its end`() throws {
            let program = try Program(fault: "chatter")
            try program.waitForErrors("chatter begins")
            program.closeOutput()
            #expect(try program.wait(within: 20).end == .exited(status: 0))
            expectNothingLeft(program)
        }
    }
}
