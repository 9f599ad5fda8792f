import Maize
import MaizeSystem
import MaizeTesting
import SeededRandom
import Testing

/// Takes a while for some items, others than its neighbours.
final class Wandering: Node {
    @Parameter var seed = 0
    let inp = Input<Int>()
    let out = Output<Int>()

    override func run() throws {
        while let number = try inp.next() {
            var generator = SeededGenerator(seed: UInt64(seed + number))
            if generator.once(in: 4) { try pause(seconds: Double.random(in: 0...0.002, using: &generator)) }
            try out.send(number)
        }
    }
}

/// Writes each number to a file of one name, and sends that.
final class Filing: Node {
    let inp = Input<Int>()
    let out = Output<File>(mode: .move)

    override func run() throws {
        while let number = try inp.next() {
            let path = workDirectory + "/item.txt"
            try Written.text("\(number)", path)
            try out.send(File(path))
        }
    }
}

/// Adds a mark to what a file holds, in a new file.
final class Stamping: Node {
    let inp = Input<File>()
    let out = Output<[String: File]>(mode: .move)

    override func run() throws {
        while let file = try inp.next() {
            let path = workDirectory + "/stamped.txt"
            try Written.text((FileContents.text(of: file.path) ?? "nothing") + "!", path)
            try out.send(["made": File(path), "given": file])
        }
    }
}

/// What both files hold.
final class Opening: Node {
    let inp = Input<[String: File]>()
    let out = Output<String>()

    override func run() throws {
        while let files = try inp.next() {
            let texts = ["given", "made"].map { files[$0].flatMap { FileContents.text(of: $0.path) } ?? "lost" }
            try out.send(texts.joined(separator: " "))
        }
    }
}

enum Written {
    static func text(_ text: String, _ path: String) throws {
        _ = Result { try Directory.remove(path) }
        var text = text
        let file = try Descriptor.appending(to: path)
        try text.withUTF8 { try file.writeAll(UnsafeRawBufferPointer($0)) }
    }
}

/// Random sizes, and runs with processes.
@Suite(.timeLimit(.minutes(10))) struct ParallelRunTests {
    private func check(seed: UInt64, inMemory: Bool) throws {
        var generator = SeededGenerator(seed: seed)
        let flow = Workflow("random")
        let count = Int.random(in: 0...(generator.once(in: 3) ? 600 : 40), using: &generator)
        let keepsOrder = Bool.random(using: &generator)
        let branches = Int.random(in: 1...6, using: &generator)
        let whole = try flow.parallel(Wandering.self, branches: branches, keepsOrder: keepsOrder) {
            $0.seed = Int.random(in: 0...1000, using: &generator)
        }
        let source = try flow.add(Counting.self) { $0.count = count }
        let sink = try flow.add(Return<Int>.self)
        let capacity = Int.random(in: 1...64, using: &generator)
        try flow.connect(source.out, to: whole.inp, capacity: capacity)
        try flow.connect(whole.out, to: sink.inp, capacity: capacity)
        if inMemory {
            let result = try InMemoryRun(flow).execute()
            #expect(result.status == .completed && result.widened.isEmpty && result.undelivered.isEmpty, "seed \(seed)")
        } else {
            let summary = try TestRun.of(flow)
            #expect(summary.status == .completed && summary.undelivered.isEmpty, "seed \(seed)")
        }
        #expect((keepsOrder ? sink.values : sink.values.sorted()) == Array(0..<count), "seed \(seed)")
    }

    @Test func `nothing is lost or doubled in memory, whoever is how fast`() throws {
        for seed in 0..<60 as Range<UInt64> { try check(seed: seed, inMemory: true) }
    }

    @Test func `nothing is lost or doubled between processes`() throws {
        for seed in 100..<108 as Range<UInt64> { try check(seed: seed, inMemory: false) }
    }

    @Test(arguments: [false, true], [false, true])
    func `files go through it, and come out once`(keepsOrder: Bool, inMemory: Bool) throws {
        let flow = Workflow("files")
        let source = try flow.add(Counting.self) { $0.count = 60 }
        let filing = try flow.parallel(Filing.self, branches: 2, keepsOrder: keepsOrder)
        let stamping = try flow.parallel(Stamping.self, branches: 3, keepsOrder: keepsOrder)
        let opening = try flow.parallel(Opening.self, branches: 2, keepsOrder: keepsOrder)
        let sink = try flow.add(Return<String>.self)
        try flow.connect(source.out, to: filing.inp)
        try flow.connect(filing.out, to: stamping.inp)
        try flow.connect(stamping.out, to: opening.inp, mode: .move)
        try flow.connect(opening.out, to: sink.inp)
        if inMemory {
            let result = try InMemoryRun(flow).execute()
            #expect(result.status == .completed)
        } else {
            let summary = try TestRun.of(flow)
            #expect(summary.status == .completed)
        }
        let expected = (0..<60).map { "\($0) \($0)!" }
        #expect(keepsOrder ? sink.values == expected : sink.values.sorted() == expected.sorted())
    }

    @Test(arguments: [false, true]) func `more or less than one result is found between processes too`(isMore: Bool)
        throws
    {
        let flow = Workflow("results")
        let source = try flow.add(Listing.self) { $0.numbers = [1, 1, isMore ? 2 : 0, 1, 1] }
        let whole = try flow.parallel(Repeating.self, branches: 1, keepsOrder: true)
        let sink = try flow.add(Return<Int>.self)
        try flow.chained(source.out, whole.inp, whole.out, sink.inp)
        let run = try TestRun()
        try run.execute(flow)
        #expect(run.summary?.firstFailure == "repeating/results_out")
        let words = isMore ? "gave more than one result for its item 3" : "gave no result for its item 3"
        #expect(run.error?.message.contains("branch1 " + words) == true)
    }

    @Test func `commands share lines`() throws {
        let flow = Workflow("commands")
        let source = try flow.add(Saying.self) { $0.count = 200 }
        let whole = try flow.parallel(Command.self, branches: 3) { $0.command = ["sed", "-u", "s/w/line /"] }
        let sink = try flow.add(Return<String>.self)
        try flow.connect(source.out, to: whole.inp)
        try flow.connect(whole.out, to: sink.inp)
        let summary = try TestRun.of(flow)
        #expect(summary.status == .completed)
        #expect(sink.values.sorted() == (0..<200).map { "line \($0)" }.sorted())
    }
}
