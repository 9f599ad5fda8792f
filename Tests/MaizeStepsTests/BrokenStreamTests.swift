import Maize
import Testing

/// A stream that was cut short must never look like a whole one.
@Suite(.timeLimit(.minutes(10))) struct BrokenStreamTests {
    let flow = Workflow("broken")

    private func expectNothingWhole(_ sum: String, _ result: Return<Int>) throws {
        let run = try TestRun()
        let summary = try run.execute(flow)
        #expect(summary.status == .failed && summary.exitCode == 1)
        #expect(run.error?.code == .nodeFailed)
        #expect(summary.word("source") == "failed" && summary.firstFailure == "source")
        #expect(summary.word(sum) != "completed", "\(sum): \(summary.word(sum))")
        #expect(result.values.isEmpty)
        #expect(run.error?.message.hasPrefix("error: node 'source' failed: Broke()") == true)
    }

    @Test func `an aggregate of a broken stream is not sent`() throws {
        let source = try flow.add(Breaking.self, name: "source")
        let sum = try flow.add(Summing.self, name: "sum")
        let result = try flow.add(Return<Int>.self)
        try flow.chained(source.out, sum.inp, sum.out, result.inp)
        try expectNothingWhole("sum", result)
    }

    @Test func `nor by a node that swallows the error`() throws {
        let source = try flow.add(Breaking.self, name: "source")
        let sum = try flow.add(DeafSumming.self, name: "sum")
        let result = try flow.add(Return<Int>.self)
        try flow.chained(source.out, sum.inp, sum.out, result.inp)
        try expectNothingWhole("sum", result)
    }

    @Test func `nor by one behind a node that passes items on`() throws {
        let source = try flow.add(Breaking.self, name: "source")
        let merge = try flow.add(Merge<Int>.self)
        let sum = try flow.add(Summing.self, name: "sum")
        let result = try flow.add(Return<Int>.self)
        try flow.connect(source.out, to: merge.inp)
        try flow.connect(flow.add(Counting.self).out, to: merge.inp)
        try flow.chained(merge.out, sum.inp, sum.out, result.inp)
        try expectNothingWhole("sum", result)
    }
}
