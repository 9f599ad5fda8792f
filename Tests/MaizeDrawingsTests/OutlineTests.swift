import Maize
import MaizeCore
import MaizeWire
import Testing

/// What drawings are made from.
@Suite struct OutlineTests {
    @Test func `components and channels stand in the order of the program`() throws {
        let flow = try #require(SampleGraphs.all.first { $0.name == "a cycle" }).flow()
        let outline = flow.outline()
        #expect(outline.root.members?.map(\.name) == ["loaddata", "merge", "delay", "copy", "return"])
        #expect(
            outline.root.members?.map(\.type) == [
                "LoadData<Int>", "Merge<Int>", "Delay<Int>", "Copy<Int>", "Return<Int>",
            ]
        )
        #expect(outline.channels.map { $0.sender.port } == ["out", "out", "out", "out[0]", "out[1]"])
        #expect(outline.channels.map { $0.receiver.port } == ["inp[0]", "inp", "inp", "inp[1]", "inp"])
        #expect(outline.channels.allSatisfy { $0.item == "Int" && $0.capacity == nil && $0.mode == nil })
    }

    @Test func `a channel knows the ports of graphs around`() throws {
        let outline = try #require(SampleGraphs.all.first { $0.name == "graphs in graphs" }).flow().outline()
        let entering = try #require(outline.channels.first { $0.sender.node == ["loaddata"] })
        #expect(entering.receiver.node == ["twopauses", "first", "delay"])
        #expect(entering.receiver.outerPorts == ["inp", "inp"])
        let inner = try #require(outline.channels.first { $0.sender.node == ["twopauses", "first", "delay"] })
        #expect(inner.sender.outerPorts == ["out"])
        #expect(inner.receiver.outerPorts == ["inp"])
    }

    @Test func `values stand with what drives them, secrets do not`() throws {
        let flow = Workflow("values")
        let login = try flow.add(Login.self) { $0.word = "hidden" }
        let pause = try flow.add(Pause.self)
        try flow.chain(login, pause, try flow.add(Return<Int>.self))
        try flow.map(pause.$seconds, as: "seconds", default: 2)
        let outline = flow.outline()
        let members = try #require(outline.root.members)
        #expect(members[0].settings == [.init(name: "word", value: "(secret)")])
        #expect(members[1].settings == [.init(name: "seconds", value: "2.0", source: "--seconds")])
        #expect(members[1].members?.first?.settings == [.init(name: "delay", value: "2.0", source: "seconds")])
    }

    @Test func `a channel that is not as usual says so`() throws {
        let flow = Workflow("files")
        let load = try flow.add(LoadFile.self)
        let save = try flow.add(SaveFile.self)
        try flow.connect(load.out, to: save.inp, capacity: 3, mode: .link)
        let channel = try #require(flow.outline().channels.first)
        #expect(channel.capacity == 3)
        #expect(channel.mode == "link")
    }

    @Test func `options stand where they are not as usual`() throws {
        let outline = try #require(SampleGraphs.all.first { $0.name == "nodes with options" }).flow().outline()
        let options = Dictionary(
            uniqueKeysWithValues: (outline.root.members ?? []).compactMap { member in
                member.options.map { (member.name, $0) }
            }
        )
        #expect(
            options == [
                "loaddata": .init(attempts: 3), "often": .init(loop: true, maxLoops: 5),
                "never": .init(failOK: true, active: false),
            ]
        )
        #expect(try passed(outline) == outline)
    }

    private func passed(_ outline: GraphOutline) throws -> GraphOutline {
        let text = ByteBuffer()
        try JSONItemEncoder(specialNumbers: .texts, sortsFields: true).encode(outline, into: text)
        return try JSONItemDecoder("outline").decode(GraphOutline.self, from: text.bytes)
    }

    @Test func `an outline passes JSON`() throws {
        for seed in 1...20 {
            let outline = GraphOutline.random(seed: UInt64(seed))
            #expect(try passed(outline) == outline, "seed \(seed)")
        }
    }
}

final class Login: Node {
    let out = Output<Int>()
    @Parameter(secret: true) var word = ""

    override func run() throws { try out.send(word.count) }
}
