import Maize
import MaizeTesting
import Testing

@Suite(.timeLimit(.minutes(10))) struct TakeDropTests {
    private func take(_ count: Int) -> NodeRig<Take<Int>> { NodeRig(Take<Int>.self) { $0.count = count } }
    private func drop(_ count: Int) -> NodeRig<Drop<Int>> { NodeRig(Drop<Int>.self) { $0.count = count } }

    @Test(arguments: [(0, 5, 5), (2, 5, 3), (5, 5, 0), (9, 5, 0), (2, 0, 0)])
    func `the first items are taken, or left out`(count: Int, items: Int, left: Int) throws {
        let taken = try take(count).feed(\.inp, 0..<items).run()
        #expect(taken.items(of: \.out) == Array((0..<items).prefix(count)))
        #expect(taken.end(of: \.out) == .finished && taken.outcome == .completed)
        #expect(taken.unread(of: \.inp) == left)
        let rest = try drop(count).feed(\.inp, 0..<items).run()
        #expect(rest.items(of: \.out) == Array((0..<items).dropFirst(count)))
        #expect(rest.end(of: \.out) == .finished)
    }

    @Test func `enough is enough, also of a stream without an end`() throws {
        #expect(try take(2).feed(\.inp, [1, 2], then: .open).run().items(of: \.out) == [1, 2])
        let flow = Workflow("endless")
        let source = try flow.add(EndlessLines.self, name: "source")
        let take = try flow.add(Take<String>.self) { $0.count = 3 }
        let result = try flow.add(Return<String>.self)
        try flow.chain(source, take, result)
        let summary = try TestRun.of(flow)
        #expect(summary.status == .completed && summary.word("source") == "stopped")
        #expect(result.values.count == 3)
    }

    @Test func `a broken stream is none that has ended`() throws {
        #expect(try take(3).feed(\.inp, [1], then: .broken).run().end(of: \.out) == .broken)
        #expect(try take(1).feed(\.inp, [1], then: .broken).run().end(of: \.out) == .finished, "nobody asked for more")
        for count in [0, 3] {
            #expect(try drop(count).feed(\.inp, [1], then: .broken).run().end(of: \.out) == .broken)
        }
    }

    @Test func `a receiver that goes away stops them`() throws {
        #expect(try take(5).feed(\.inp, 0..<9).take(2, of: \.out).run().outcome.word == "stopped")
        let result = try drop(1).feed(\.inp, 0..<9).take(2, of: \.out).run()
        #expect(result.items(of: \.out) == [1, 2] && result.outcome.word == "stopped")
    }

    @Test func `a number below zero is found before the run`() throws {
        for error in [take(-1).feed(\.inp, []).problem, drop(-1).feed(\.inp, []).problem] {
            #expect(error?.contains("breaks the rule 'is at least 0'") == true, "\(error ?? "")")
        }
    }
}

extension NodeRig {
    /// What the check before the run says; nil when it says nothing.
    var problem: String? {
        do {
            _ = try run()
            return nil
        } catch {
            return "\(error)"
        }
    }
}
