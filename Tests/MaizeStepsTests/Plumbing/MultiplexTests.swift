import Maize
import MaizeTesting
import Testing

/// Answers each number with its square as a text.
final class Squaring: Node {
    let inp = Input<Int>()
    let out = Output<String>()
    override func run() throws { while let number = try inp.next() { try out.send("\(number * number)") } }
}

/// Asks one thing after the other, each once the answer to the last has come.
final class Asking: Node {
    @Parameter var first = 0
    @Parameter var count = 3
    let question = Output<Int>()
    let answer = Input<String>()
    let out = Output<String>()
    override func run() throws {
        for number in first..<(first + count) {
            try question.send(number)
            try out.send("\(number): \(answer.receive())")
        }
    }
}

@Suite(.timeLimit(.minutes(10))) struct MultiplexTests {
    let flow = Workflow("multiplex")

    /// Clients that share one server; what each has been answered.
    private func clients(_ count: Int, serverTakes: Int? = nil) throws -> [Return<String>] {
        let multiplex = try flow.add(Multiplex<Int, String>.self)
        let server = try flow.add(Squaring.self, name: "server")
        try flow.connect(multiplex.outSingle, to: server.inp)
        try flow.connect(server.out, to: multiplex.inpSingle)
        return try (0..<count).map { number in
            let client = try flow.add(Asking.self, name: "client\(number)") {
                $0.first = 10 * number
                $0.count = 3 + number
            }
            let result = try flow.add(Return<String>.self, name: "result\(number)")
            try flow.connect(client.question, to: multiplex.inp)
            try flow.connect(multiplex.out, to: client.answer)
            try flow.connect(client.out, to: result.inp)
            return result
        }
    }

    private func answers(of client: Int) -> [String] {
        (10 * client..<(11 * client + 3)).map { "\($0): \($0 * $0)" }
    }

    @Test func `each client gets the answers to what it asked`() throws {
        let results = try clients(4)
        #expect(try InMemoryRun(flow).execute().status == .completed)
        for (client, result) in results.enumerated() { #expect(result.values == answers(of: client)) }
    }

    @Test func `the same with processes`() throws {
        let results = try clients(2)
        #expect(try TestRun.of(flow).status == .completed)
        for (client, result) in results.enumerated() { #expect(result.values == answers(of: client)) }
    }

    private let rig = NodeRig(Multiplex<Int, String>.self).channels(2, of: \.out)

    @Test func `it ends when all clients have ended`() throws {
        let result = try rig.feed(\.inp, channels: [[1], []]).feed(\.inpSingle, ["one", "more"]).run()
        #expect(result.items(of: \.outSingle) == [1])
        #expect(result.items(of: \.out) == [["one"], []])
        #expect(result.unread(of: \.inpSingle) == 1)
        #expect(result.ends(of: \.out) == [.finished, .finished])
        let empty = try rig.feed(\.inp, channels: [[], []]).feed(\.inpSingle, []).run()
        #expect(empty.items(of: \.outSingle).isEmpty && empty.end(of: \.outSingle) == .finished)
    }

    @Test func `it ends with the server, and whoever waits for an answer finds the end`() throws {
        let result = try rig.feed(\.inp, channels: [[1, 2], [3]]).feed(\.inpSingle, ["one"]).run()
        #expect(result.items(of: \.out).flatMap(\.self) == ["one"])
        #expect(result.outcome.word == "stopped")
        #expect(result.ends(of: \.out) == [.finished, .finished])
        let gone = try rig.feed(\.inp, channels: [[1], [2]]).feed(\.inpSingle, ["one"]).take(0, of: \.outSingle).run()
        #expect(gone.items(of: \.out) == [[], []] && gone.outcome.word == "stopped")
    }

    @Test func `a client that takes no more answers is left out, and when none is left it ends`() throws {
        let rig = NodeRig(Multiplex<Int, Int>.self).feed(\.inp, channels: [[1, 2, 3, 4, 5], [6, 7, 8]])
            .feed(\.inpSingle, Array(0..<20))
        let one = try rig.take([1, 9], of: \.out).run()
        #expect(one.items(of: \.out).map(\.count) == [1, 3])
        #expect(one.items(of: \.outSingle).count == 5, "one request more of the client that had gone")
        #expect(one.unread(of: \.inp)[0] == 3)
        #expect(try rig.take([0, 0], of: \.out).run().outcome.word == "stopped")
    }

    @Test func `a server or a client that is cut short is never taken for one that has ended`() throws {
        let server = try rig.feed(\.inp, channels: [[1], [2]]).feed(\.inpSingle, ["one"], then: .broken).runToEnd()
        #expect(server.ends(of: \.out) == [.broken, .broken])
        let client = try rig.feed(\.inp, [1], then: .broken).feed(\.inp, []).feed(\.inpSingle, ["one", "two"])
            .runToEnd()
        #expect(client.end(of: \.outSingle) == .broken)
    }

    @Test func `numbers of clients that differ are found before the run`() throws {
        let error = #expect(throws: NodeRigError.self) {
            try rig.feed(\.inp, [1]).feed(\.inpSingle, ["one"]).run()
        }
        #expect(error?.code == .invalid)
        #expect(
            error?.message
                == "error: multiplex: 'inp' has one channel and 'out' has 2; each client needs one of both, in the same order"
        )
    }
}
