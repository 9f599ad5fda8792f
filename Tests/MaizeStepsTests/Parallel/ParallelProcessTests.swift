import Glibc
import Maize
import Testing

/// Keeps item 0 until somebody opens the named pipe for writing.
final class Guarding: Node {
    @Parameter var gate: String
    let inp = Input<Int>()
    let out = Output<Int>()

    override func run() throws {
        while let number = try inp.next() {
            if number == 0 { close(open(gate, O_RDONLY)) }
            try out.send(number)
        }
    }
}

/// Opens the named pipe after so many results.
final class Releasing: Node {
    @Parameter var gate: String
    @Parameter var after = 1
    let inp = Input<Int>()
    let out = Output<Int>()

    override func run() throws {
        var count = 0
        while let number = try inp.next() {
            count += 1
            if count == after { close(open(gate, O_WRONLY)) }
            try out.send(number)
        }
    }
}

/// Who gets what between processes; again without a look at time.
@Suite(.timeLimit(.minutes(10))) struct ParallelProcessTests {
    @Test func `while one process has a long item, the others do all the rest`() throws {
        let run = try TestRun()
        let gate = run.folder + "/gate"
        try #require(mkfifo(gate, 0o600) == 0)
        let flow = Workflow("sharing")
        let source = try flow.add(Counting.self) { $0.count = 101 }
        let whole = try flow.parallel(Guarding.self, branches: 4) { $0.gate = gate }
        let release = try flow.add(Releasing.self) {
            $0.gate = gate
            $0.after = 100
        }
        let sink = try flow.add(Return<Int>.self)
        try flow.chained(source.out, whole.inp, whole.out, release.inp)
        try flow.connect(release.out, to: sink.inp)
        let summary = try run.execute(flow)
        #expect(summary.status == .completed && summary.undelivered.isEmpty)
        #expect(sink.values.last == 0 && sink.values.sorted() == Array(0...100))
        let shares = (1...4).map { summary["guarding/branch\($0)"]?.received ?? 0 }
        #expect(shares.contains(1) && shares.reduce(0, +) == 101, "\(shares)")
    }
}
