import MaizeCore
import MaizeDocuments
import MaizeWire
import Testing

/// A parameter or an input with each kind of rule.
final class RuledNode: Node {
    enum Speed: String, Codable, CaseIterable { case fast, slow }

    @Parameter(rule: .atLeast(1), Rule("is even") { $0 % 2 == 0 }) var count = 2
    @Parameter(rule: .in(0...1)) var share = 0.5
    @Parameter(rule: .ifGiven(.suffix("pdb", "cif"))) var path: String?
    @Parameter(rule: .notEmpty, .each(.above(0))) var list = [1]
    @Parameter(rule: .ifGiven(.below(9))) var limit: Int?
    @Parameter(rule: .notEmpty, secret: true) var word = "x"
    @Parameter var speed = Speed.fast
    @Parameter var speeds = [Speed.fast]
    let inp = Input<Int>(optional: true, rule: .atMost(9), hook: { $0 + 100 })
    let wrong = Input<Int>(optional: true, rule: .atMost(9))
    let multi = MultiInput<Int>(optional: true, rule: .atMost(9))
    let out = Output<Int>(optional: true)
}

final class RuledDefault: Node {
    let inp = Input<Int>(default: 12, rule: .atMost(9))
}

final class RuledGraph: Graph {
    @Parameter(rule: .below(100)) var number = 3
    let out = Output<Int>()
    override func build() throws {
        let source = try add(NumberSource.self, name: "source")
        try expose(source.out, as: out)
        try map(source.$first, to: $number)
    }
}

final class RuledPort: Graph {
    let inp = Input<Int>(rule: .below(100))
    override func build() throws { try expose(add(NumberStep.self, name: "step").inp, as: inp) }
}

@Suite struct RuleTests {
    let flow = Workflow("test")
    let node: RuledNode

    init() throws { node = try flow.add(RuledNode.self, name: "node") }

    private var findings: [String] { flow.check().map(\.description) }

    @Test func `a value that keeps its rules is not mentioned, nor is one that was not given`() {
        (node.count, node.share, node.limit, node.path) = (4, 1, 8, "a/b.cif")
        #expect(findings == [])
    }

    @Test func `a value that breaks a rule is named with its node, the rule and itself`() {
        (node.count, node.share, node.list, node.limit) = (3, 1.5, [1, 0], 9)
        #expect(
            findings == [
                "error: node.count: the value 3 breaks the rule 'is even'",
                "error: node.share: the value 1.5 breaks the rule 'is in 0.0...1.0'",
                "error: node.list: the value 1,0 breaks the rule 'has elements each of which is above 0'",
                "error: node.limit: the value 9 breaks the rule 'is below 9'",
            ]
        )
    }

    @Test func `the first rule that is broken is told`() {
        (node.count, node.list) = (-1, [])
        #expect(findings.map { $0.contains("'is at least 1'") || $0.contains("'is not empty'") } == [true, true])
    }

    @Test func `a value without a text of its own is shown too`() {
        node.list = []
        #expect(findings == ["error: node.list: the value (empty) breaks the rule 'is not empty'"])
    }

    @Test func `a secret value is not shown`() {
        node.word = ""
        #expect(findings == ["error: node.word: the value (secret) breaks the rule 'is not empty'"])
    }

    @Test func `rules for the ends of paths`() {
        #expect(Rule<File>.suffix("pdb", "cif").words == "ends with .pdb or .cif")
        #expect(Rule<File>.suffix("pdb").holds(for: File("/a/b.PDB")))
        #expect(!Rule<File>.suffix("pdb").holds(for: File("a.xyz")) && !Rule<String>.suffix("pdb").holds(for: "pdb"))
        #expect(Rule<[String: Int]>.each(.above(1)).holds(for: ["a": 2]))
    }

    @Test func `an option refuses a value at once and keeps the one that it had`() throws {
        let option = try flow.map(node.$count, as: "count")
        #expect(option.requirements == ["is at least 1", "is even"])
        #expect(refusal(.value) { try option.setWords(["5"]) } == "the value 5 breaks the rule 'is even'")
        #expect(option.value == 2)
        try option.setWords(["6"])
        #expect(findings == [] && node.count == 6)
    }

    @Test func `a word that is no choice is told with all of them and the nearest`() throws {
        let message = refusal(.value) { try node.$speed.setWords(["fsat"]) }
        #expect(message == "one of fast, slow is expected, not \"fsat\"; did you mean 'fast'?")
        let many = refusal(.value) { try node.$speeds.setWords(["fast", "slwo"]) }
        #expect(many == "one of fast, slow is expected, not \"slwo\"; did you mean 'slow'?")
        #expect(node.$speed.requirements == ["one of fast, slow"])
        #expect(ParameterText.typeDescription(of: [RuledNode.Speed].self).hasSuffix("each element one of fast, slow"))
    }

    @Test func `an item that breaks a rule is refused when it is received, and the next one is good`() throws {
        node.inp.attach(try FakeReceiver([3, 10, 4], end: .finished))
        #expect(try node.inp.receive() == 103)
        #expect(
            refusal(.value) { _ = try node.inp.receive() }
                == "input 'node.inp': the item 10 breaks the rule 'is at most 9'; it came from peer.out"
        )
        #expect(try node.inp.nextEncoded { Array($0.bytes) } == ItemCoder.encodeItem(104))
    }

    @Test func `so is a value in place of a channel, a preloaded item, and a default`() throws {
        let problem = "the value 10 breaks the rule 'is at most 9'"
        #expect(refusal(.value) { try node.wrong.set(10) }?.hasSuffix(problem) == true)
        #expect(refusal(.value) { try node.wrong.preload(1, 10) }?.hasSuffix(problem) == true)
        #expect(refusal(.value) { try node.multi.append(10) }?.hasSuffix(problem) == true)
        #expect(!node.wrong.isSet)
        try flow.add(RuledDefault.self)
        #expect(findings.contains("error: ruleddefault.inp: the value 12 breaks the rule 'is at most 9'"))
    }

    @Test func `a graph's parameter has rules of its own, a graph's port has none`() throws {
        try flow.add(RuledGraph.self) { $0.number = 100 }
        #expect(findings.contains("error: ruledgraph.number: the value 100 breaks the rule 'is below 100'"))
        #expect(refusal(.mapping) { try flow.add(RuledPort.self) }?.contains("is declared with a rule") == true)
    }
}
