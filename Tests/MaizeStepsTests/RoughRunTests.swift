import Maize
import Testing

/// Fails with more words than a socket holds.
final class Wordy: Node {
    @Parameter var characters = 600_000
    let out = Output<Int>(optional: true)
    struct Complaint: Error, CustomStringConvertible { let description: String }
    override func run() throws { throw Complaint(description: String(repeating: "word ", count: characters / 5)) }
}

/// Ends as soon as its stream does.
final class Draining: Node {
    let inp = Input<Int>()
    override func run() throws { while try inp.next() != nil {} }
}

/// Runs whose start, or whose words, are out of the ordinary.
@Suite(.timeLimit(.minutes(10))) struct RoughRunTests {
    let flow = Workflow("rough")

    @Test func `errors longer than a socket holds harm neither the run nor its logger`() throws {
        for index in 0..<4 { try flow.add(Wordy.self, name: "wordy\(index)", options: NodeOptions(failOK: true)) }
        let summary = try TestRun.of(flow)
        #expect(summary.status == .completed)
        #expect(summary.count("tolerated") == 4)
        #expect(!summary.notices.contains { $0.contains("logger") }, "\(summary.notices)")
        #expect(summary.duration < 8, "the logger was waited for")
    }

    @Test func `a receiver that has ended before its absent sender's turn harms nobody`() throws {
        // The receivers are started first, and find their streams finished at once.
        var sinks: [Draining] = []
        for index in 0..<20 { sinks.append(try flow.add(Draining.self, name: "sink\(index)")) }
        for (index, sink) in sinks.enumerated() {
            let options = NodeOptions(active: false)
            let source = try flow.add(LoadData<Int>.self, name: "source\(index)", options: options) { $0.data = 1 }
            try flow.connect(source.out, to: sink.inp)
        }
        let summary = try TestRun.of(flow)
        #expect(summary.status == .completed)
        #expect(summary.count("completed") == 20 && summary.count("notStarted") == 20)
    }

    @Test func `no stream of a node that was not started any more is taken for an empty one`() throws {
        try flow.add(Wordy.self) { $0.characters = 5 }
        var sinks: [Draining] = []
        for index in 0..<30 { sinks.append(try flow.add(Draining.self, name: "sink\(index)")) }
        for (index, sink) in sinks.enumerated() {
            let source = try flow.add(LoadData<Int>.self, name: "source\(index)") { $0.data = 1 }
            try flow.connect(source.out, to: sink.inp)
        }
        let run = try TestRun()
        let summary = try run.execute(flow)
        #expect(summary.status == .failed && summary.firstFailure == "wordy")
        for index in 0..<30 where summary.word("source\(index)") == "notStarted" {
            #expect(summary.word("sink\(index)") != "completed", "sink\(index)")
        }
    }
}
