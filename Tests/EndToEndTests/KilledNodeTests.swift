import Foundation
import Maize
import MaizeRuntime
import MaizeSystem
import MaizeWire
import Testing
import SeededRandom

extension Faults {
    @Suite struct KilledNodeTests {
        /// Whether the outcome is that of a node that SIGKILL from outside has ended.
        private static func isKilled(_ outcome: NodeOutcome) -> Bool {
            if case .killed(SIGKILL, _) = outcome { return true }
            return false
        }

        @Test func `a node that is killed before its host says a word is named within a second`() throws {
            try expectPromptFailure(of: KilledInInit.self) { $0.out }
        }

        @Test func `a node that is killed in its preparation is named within a second`() throws {
            try expectPromptFailure(of: KilledInPrepare.self) { $0.out }
        }

        private func expectPromptFailure<Victim: Node>(
            of type: Victim.Type,
            out: @escaping @Sendable (Victim) -> Output<Int>
        ) throws {
            let run = BackgroundRun { flow in
                // Nodes start in this order: the reader is there before anything ends the run.
                let total = try flow.add(Totalling.self)
                let victim = try flow.add(Victim.self, name: "victim")
                try flow.connect(out(victim), to: total.inp)
            }
            let summary = try run.summary()
            #expect(summary.firstFailure == "victim")
            #expect(summary.exitCode == 1)
            #expect(summary["victim"].map { Self.isKilled($0.outcome) } == true)
            #expect(summary["totalling"]?.outcome.word == "stopped")
            #expect(summary.duration < 1)
        }

        @Test func `an item that was cut in the middle is never delivered, and the reader is told`() throws {
            let tag = Unique.tag()
            let run = BackgroundRun { flow in
                let sender = try flow.add(SendingLarge.self, name: "sender-\(tag)")
                let reader = try flow.add(CheckingLarge.self, name: "reader-\(tag)") { $0.stopsFirst = true }
                try flow.connect(sender.out, to: reader.inp)
            }
            // The sender waits in the middle of the item, since nobody empties the pipe.
            try run.wait(for: "sender-\(tag)", toBe: .waitingForOutput)
            let sender = try #require(BackgroundRun.process(of: "sender-\(tag)"))
            let reader = try #require(BackgroundRun.process(of: "reader-\(tag)"))
            try BackgroundRun.wait(for: reader, toBe: "T")
            kill(sender, SIGKILL)
            try run.waitForEvent { change in
                if case .outcome("sender-\(tag)", _) = change { return true }
                return false
            }
            kill(reader, SIGCONT)
            let summary = try run.summary()
            #expect(summary["sender-\(tag)"].map { Self.isKilled($0.outcome) } == true)
            #expect(summary["reader-\(tag)"]?.outcome.word == "stopped")
            #expect(summary["reader-\(tag)"]?.received == 0)
        }

        @Test(arguments: 0..<20 as Range<UInt64>)
        func `only whole items arrive from a sender that is killed at any moment`(seed: UInt64) throws {
            var random = SeededGenerator(seed: seed)
            let tag = Unique.tag()
            let run = BackgroundRun { flow in
                let sender = try flow.add(SendingLarge.self, name: "sender-\(tag)")
                let reader = try flow.add(CheckingLarge.self, name: "reader-\(tag)")
                try flow.connect(sender.out, to: reader.inp)
            }
            try run.wait(for: "reader-\(tag)", toBe: .running)
            let sender = try #require(BackgroundRun.process(of: "sender-\(tag)"))
            usleep(.random(in: 0..<100_000, using: &random))
            kill(sender, SIGKILL)
            let summary = try run.summary(within: 5)
            #expect(summary["sender-\(tag)"].map { Self.isKilled($0.outcome) } == true)
            // Failed would be an item that is not whole, completed a stream that is taken for a whole one.
            #expect(summary["reader-\(tag)"]?.outcome.word == "stopped")
        }

        @Test(arguments: 0..<50 as Range<UInt64>)
        func `a run ends within three seconds after any of its nodes was killed at any moment`(seed: UInt64) throws {
            var random = SeededGenerator(seed: seed)
            let tag = Unique.tag()
            let names = ["source", "one", "two", "three", "sink"].map { "\($0)-\(tag)" }
            let run = BackgroundRun { flow in
                let source = try flow.add(Counting.self, name: names[0])
                let middle = try names[1...3].map { try flow.add(Passing.self, name: $0) }
                let sink = try flow.add(Totalling.self, name: names[4])
                try flow.connect(source.out, to: middle[0].inp)
                try flow.connect(middle[0].out, to: middle[1].inp)
                try flow.connect(middle[1].out, to: middle[2].inp)
                try flow.connect(middle[2].out, to: sink.inp)
            }
            let victim = names.randomElement(using: &random) ?? names[0]
            let process = try BackgroundRun.waitForProcess(of: victim)
            let word = try #require(BackgroundRun.environmentWord("MAIZE_RUN", of: process))
            usleep(.random(in: 0..<120_000, using: &random))
            kill(process, SIGKILL)
            let killed = MonotonicTime.now
            let summary = try run.summary(within: 3)
            #expect(MonotonicTime.now.seconds(since: killed) < 3)
            #expect(summary.firstFailure == victim)
            #expect(summary[victim].map { Self.isKilled($0.outcome) } == true)
            for name in names {
                #expect(run.outcomes(of: name).count == 1, "\(name) in \(run.outcomes(of: name))")
                #expect(summary[name]?.outcome.word != "completed", "\(name)")
            }
            #expect(ProcessTable.processes(withEnvironmentWord: word).isEmpty)
        }
    }
}
