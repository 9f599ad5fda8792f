import Maize
import MaizeTesting
import Testing

@Suite(.timeLimit(.minutes(10))) struct TeeTests {
    let files: TestRun

    init() throws { files = try TestRun() }

    private func tee<Item: Codable & Sendable>(_ type: Item.Type = Item.self) -> NodeRig<Tee<Item>> {
        let path = files.file("seen")
        return NodeRig(Tee<Item>.self) { $0.path = path }
    }

    @Test func `items are passed on, and are lines of a file`() throws {
        let texts = try tee(String.self).feed(\.inp, ["a", "", "é\"\r"]).run()
        #expect(texts.items(of: \.out) == ["a", "", "é\"\r"])
        #expect(files.text(of: "seen") == "a\n\né\"\r\n")
        let lists = try tee([Double].self).feed(\.inp, [[1, 0.5], []]).run()
        #expect(lists.items(of: \.out) == [[1, 0.5], []])
        #expect(files.text(of: "seen") == "[1.0,0.5]\n[]\n")
    }

    @Test func `texts whose items have names behind them are lines too`() throws {
        let flow = Workflow("names")
        let source = try flow.add(Phrases.self)
        let tee = try flow.add(Tee<Phrase>.self) { $0.path = files.file("seen") }
        try flow.connect(source.out, to: tee.inp)
        try flow.connect(tee.out, to: flow.add(Discard<Phrase>.self).inp)
        #expect(try InMemoryRun(flow).execute().status == .completed)
        #expect(files.text(of: "seen") == #"{"left":"a","right":"b"}"# + "\n\"c\"\n")
    }

    @Test func `an empty stream makes an empty file`() throws {
        #expect(try tee(Int.self).feed(\.inp, []).run().end(of: \.out) == .finished)
        #expect(files.text(of: "seen") == "")
    }

    @Test func `a broken stream makes none, and leaves what was there`() throws {
        try files.write("old", to: "seen")
        let result = try tee(Int.self).feed(\.inp, [1], then: .broken).run()
        #expect(result.items(of: \.out) == [1] && result.end(of: \.out) == .broken)
        #expect(files.text(of: "seen") == "old")
        #expect(try files.names(startingWith: ".seen").isEmpty)
    }

    @Test func `when its receiver wants no more it goes on writing`() throws {
        let result = try tee(Int.self).feed(\.inp, 0..<5).take(2, of: \.out).run()
        #expect(result.items(of: \.out) == [0, 1] && result.outcome == .completed)
        #expect(files.text(of: "seen") == "0\n1\n2\n3\n4\n")
    }

    @Test func `a folder is no file to write to`() throws {
        let folder = files.folder
        let rig = NodeRig(Tee<Int>.self) { $0.path = folder }
        #expect(throws: FileFailure.self) { try rig.feed(\.inp, [1]).run() }
    }
}

/// Sends what may be more than a text.
final class Phrases: Node {
    let out = Output<Phrase>()
    override func run() throws { try out.send(contentsOf: [.pair(left: "a", right: "b"), .text("c")]) }
}
