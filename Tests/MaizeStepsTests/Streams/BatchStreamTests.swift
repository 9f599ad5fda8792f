import Maize
import MaizeTesting
import Testing

@Suite(.timeLimit(.minutes(10))) struct BatchStreamTests {
    private func batch(_ count: Int?, _ seconds: Double?) -> NodeRig<BatchStream<Int>> {
        NodeRig(BatchStream<Int>.self) {
            $0.count = count
            $0.seconds = seconds
        }
    }

    @Test(arguments: [nil, 1e6])
    func `a list is sent when it is long enough, and the rest at the end`(seconds: Double?) throws {
        let result = try batch(2, seconds).feed(\.inp, 0..<5).run()
        #expect(result.items(of: \.out) == [[0, 1], [2, 3], [4]])
        #expect(try batch(5, seconds).feed(\.inp, 0..<5).run().items(of: \.out) == [[0, 1, 2, 3, 4]])
        #expect(try batch(2, seconds).feed(\.inp, []).run().items(of: \.out) == [])
    }

    @Test func `a list is sent when its first item has waited long enough`() throws {
        // Each item is sent only when the list with the one before has come.
        let flow = Workflow("answers")
        let source = try flow.add(Answering.self)
        let batch = try flow.add(BatchStream<Int>.self) {
            $0.count = 100
            $0.seconds = 0.01
        }
        let result = try flow.add(Return<[Int]>.self)
        try flow.connect(source.out, to: batch.inp)
        try flow.connect(batch.out, to: source.inp)
        try flow.connect(source.result, to: result.inp)
        #expect(try InMemoryRun(flow).execute().status == .completed)
        #expect(result.values == [[0], [1], [2]])
        #expect(try TestRun.of(flow).status == .completed)
        #expect(result.values == [[0], [1], [2]])
    }

    @Test func `time alone ends lists too, never empty ones`() throws {
        let result = try batch(nil, 0.01).feed(\.inp, 0..<3).run()
        #expect(result.items(of: \.out).flatMap(\.self) == [0, 1, 2] && !result.items(of: \.out).contains([]))
        let open = try batch(nil, 0.01).feed(\.inp, [7], then: .open).runToEnd()
        #expect(open.items(of: \.out) == [[7]])
    }

    @Test func `the list at hand of a broken stream is not sent`() throws {
        let result = try batch(2, 1e6).feed(\.inp, 0..<3, then: .broken).run()
        #expect(result.items(of: \.out) == [[0, 1]] && result.end(of: \.out) == .broken)
    }

    @Test func `a receiver that goes away stops it`() throws {
        #expect(try batch(1, nil).feed(\.inp, 0..<9).take(2, of: \.out).run().outcome.word == "stopped")
    }

    @Test func `what nothing ends, or nothing can end, is found before the run`() throws {
        #expect(batch(nil, nil).feed(\.inp, []).problem?.contains("neither count nor seconds is given") == true)
        #expect(batch(0, nil).feed(\.inp, []).problem?.contains("is at least 1") == true)
        for seconds in [0, -1, .nan, .infinity] {
            #expect(batch(nil, seconds).feed(\.inp, []).problem?.contains("is above 0.0, and finite") == true)
        }
    }
}

/// Sends one item after the other, each when the last one has come back.
final class Answering: Node {
    let inp = Input<[Int]>()
    let out = Output<Int>()
    let result = Output<[Int]>()

    override func run() throws {
        for number in 0..<3 {
            try out.send(number)
            try result.send(inp.receive())
        }
    }
}
