import Foundation
import Maize
import MaizeRuntime
import MaizeWire
import Testing

extension Faults {
    @Suite struct ReceiverTests {
        @Test func `a sender whose receiver has had enough is stopped, not killed`() throws {
            let flow = Workflow("enough")
            let source = try flow.add(Counting.self)
            let middle = try flow.add(Passing.self)
            let three = try flow.add(TakingThree.self)
            let result = try flow.add(Return<Int>.self)
            try flow.connect(source.out, to: middle.inp)
            try flow.connect(middle.out, to: three.inp)
            try flow.connect(three.out, to: result.inp)
            let summary = try flow.execute(.quiet)
            #expect(result.values == [0, 1, 2])
            #expect(summary["counting"]?.outcome.word == "stopped")
            #expect(summary["passing"]?.outcome.word == "stopped")
            #expect(summary["takingthree"]?.outcome.word == "completed")
            #expect(summary["return"]?.outcome.word == "completed")
        }

        @Test func `every one of 100,000 items arrives, in order, before the end`() throws {
            let flow = Workflow("many")
            let source = try flow.add(Counting.self) { $0.count = 100_000 }
            let middle = try flow.add(Passing.self)
            let result = try flow.add(Return<Int>.self)
            try flow.connect(source.out, to: middle.inp)
            try flow.connect(middle.out, to: result.inp)
            let summary = try flow.execute(.quiet)
            #expect(result.values == Array(0..<100_000))
            #expect(summary.undelivered.isEmpty)
        }

        @Test func `what a sender left in its channel arrives after its process has ended`() throws {
            let tag = Unique.tag()
            let count = 2_000
            let run = BackgroundRun { flow in
                let source = try flow.add(Counting.self, name: "source-\(tag)") { $0.count = count }
                let middle = try flow.add(StoppedPassing.self, name: "middle-\(tag)")
                let total = try flow.add(Totalling.self, name: "total-\(tag)")
                try flow.connect(source.out, to: middle.inp, capacity: count)
                try flow.connect(middle.out, to: total.inp)
            }
            try run.waitForEvent { change in
                if case .outcome("source-\(tag)", .completed) = change { return true }
                return false
            }
            let middle = try BackgroundRun.waitForProcess(of: "middle-\(tag)")
            try BackgroundRun.wait(for: middle, toBe: "T")
            kill(middle, SIGCONT)
            let summary = try run.summary()
            #expect(summary.status == .completed)
            #expect(summary["middle-\(tag)"]?.received == count)
            #expect(summary["total-\(tag)"]?.received == count)
            #expect(summary.undelivered.isEmpty)
        }
    }
}
