import Maize
import MaizeSystem

/// What it costs to share work: the same small items through one node, and through several that share them.
struct ParallelBenchmark {
    let repetitions: Int
    private let items = 100_000

    func run() throws {
        print("\(items) items of 64 bytes through a node that only passes them on, \(repetitions) pairs each.\n")
        print(Measurement.header("one node"))
        for (branches, keepsOrder) in [(1, false), (2, false), (4, false), (4, true)] {
            let pairs = try (0..<repetitions).map { _ in
                (ours: try seconds(branches, keepsOrder), raw: try seconds(nil, false))
            }
            let microseconds = pairs.map { (ours: $0.ours / Double(items) * 1e6, raw: $0.raw / Double(items) * 1e6) }
            let name = "an item, \(branches) \(branches == 1 ? "branch" : "branches")\(keepsOrder ? ", in order" : "")"
            print(Measurement(name: name, unit: .microseconds, pairs: microseconds, bar: 100).line)
        }
    }

    /// How long all items take; with one node where `branches` is nil.
    private func seconds(_ branches: Int?, _ keepsOrder: Bool) throws -> Double {
        let flow = Workflow("parallel")
        let source = try flow.add(SharedSource.self, name: "source") { $0.items = items }
        let sink = try flow.add(SharedSink.self, name: "sink")
        let result = try flow.add(Return<Double>.self)
        try flow.connect(source.started, to: sink.started)
        if let branches {
            let whole = try flow.parallel(SharedWorker.self, branches: branches, keepsOrder: keepsOrder)
            try flow.connect(source.out, to: whole.inp)
            try flow.connect(whole.out, to: sink.inp)
        } else {
            let worker = try flow.add(SharedWorker.self)
            try flow.connect(source.out, to: worker.inp)
            try flow.connect(worker.out, to: sink.inp)
        }
        try flow.connect(sink.seconds, to: result.inp)
        var options = RunOptions()
        options.level = .warning
        try flow.execute(options)
        guard let seconds = result.value else { throw WorkflowError(.usage, "a measurement gave no result") }
        return seconds
    }
}

/// Says when it begins, then sends items one by one.
final class SharedSource: Node {
    @Parameter var items = 0
    let started = Output<Int64>()
    let out = Output<[UInt8]>()

    override func run() throws {
        let item = [UInt8](repeating: 7, count: 64)
        try started.send(MonotonicTime.now.nanoseconds)
        for _ in 0..<items { try out.send(item) }
    }
}

/// Passes items on.
final class SharedWorker: Node {
    let inp = Input<[UInt8]>()
    let out = Output<[UInt8]>()

    override func run() throws { while let item = try inp.next() { try out.send(item) } }
}

/// Tells how long it was from the beginning to the last item.
final class SharedSink: Node {
    let started = Input<Int64>()
    let inp = Input<[UInt8]>()
    let seconds = Output<Double>()

    override func run() throws {
        let start = MonotonicTime(nanoseconds: try started.receive())
        while try inp.next() != nil {}
        try seconds.send(MonotonicTime.now.seconds(since: start))
    }
}
