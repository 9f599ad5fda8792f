import MaizeCore
import Testing

final class Portless: Node {
    override func run() throws {}
}

final class OddlyNamed: Node {
    let inp = Input<Int>(name: "a b")
}

final class TwiceNamed: Node {
    let inp = Input<Int>()
    let other = Input<Int>(name: "inp")
    override func run() throws {}
}

enum Shelf {
    final class Nested: Node {
        let out = Output<Int>()
        override func run() throws {}
    }
}

final class Generic<Item: Codable & Sendable>: Node {
    let out = Output<[Item]>()
    override func run() throws {}
}

private final class Hidden: Node {
    let out = Output<Int>()
    override func run() throws {}
}

@Suite struct GraphAddTests {
    let flow = Workflow("test")

    @Test func `a component gets the lower-cased name of its type, without arguments`() throws {
        #expect(try flow.add(NumberSource.self).name == "numbersource")
        #expect(try flow.add(Generic<Int>.self).name == "generic")
        #expect(try flow.add(Shelf.Nested.self).name == "nested")
    }

    @Test func `a name is taken once in a graph`() throws {
        try flow.add(NumberSource.self, name: "a")
        let message = refusal(.name) { try flow.add(NumberSink.self, name: "a") }
        #expect(message?.contains("'a' already") == true)
        // In another graph it is free.
        try flow.add(Stage.self, name: "step")
        #expect(flow.component(at: ["step", "step"])?.componentPath.description == "step/step")
        #expect(flow.nodes.count == 2)
    }

    @Test(arguments: [
        "../x", "", "a/b", ".", "..", "1a", "-a", "a b", "a\nb", "ä", "a\u{0}", String(repeating: "a", count: 65),
    ])
    func `a name that could not be a folder or a log field is refused`(name: String) throws {
        let message = refusal(.name) { try flow.add(NumberSource.self, name: name) }
        #expect(message?.hasPrefix("the name ") == true, "\(message ?? "accepted")")
        #expect(message?.contains("\n") == false)
        #expect(flow.nodes.isEmpty)
    }

    @Test(arguments: ["a", "_", "A1", "a.b", "a-b", "a_b", String(repeating: "a", count: 64)])
    func `a plain name is good`(name: String) throws {
        #expect(try flow.add(NumberSource.self, name: name).name == name)
    }

    @Test func `types that another process could not find are refused with the way out`() throws {
        final class Local: Node {
            let out = Output<Int>()
            override func run() throws {}
        }
        for message in [
            refusal(.type) { try flow.add(Hidden.self) }, refusal(.type) { try flow.add(Local.self) },
            refusal(.type) { try flow.add(Generic<HiddenItem>.self) },
        ] {
            #expect(message?.contains("make it internal or public") == true, "\(message ?? "accepted")")
        }
    }

    @Test func `types that others can find are added`() throws {
        for type in [NumberSource.self, Shelf.Nested.self, Generic<Int>.self, Generic<[String: [Double]]>.self] {
            let name = try #require(TypeResolution.name(of: type))
            #expect(TypeResolution.nodeType(named: name) == type)
        }
        #expect(TypeResolution.nodeType(named: "no such name") == nil)
    }

    @Test func `a node without ports is refused`() {
        let message = refusal(.type) { try flow.add(Portless.self) }
        #expect(message?.contains("has no ports") == true)
        #expect(message?.contains("Portless") == true)
    }

    @Test func `two ports of one name are refused, and a name that files and options cannot hold`() {
        #expect(refusal(.name) { try flow.add(TwiceNamed.self) }?.contains("'inp' twice") == true)
        #expect(
            refusal(.name) { try flow.add(OddlyNamed.self) }?.hasPrefix(
                "type OddlyNamed declares the name \"a b\" for 'inp', which holds \" \""
            ) == true
        )
    }

    @Test func `a workflow is no component`() {
        #expect(refusal(.type) { try flow.add(Workflow.self) } != nil)
    }

    @Test func `numbers of attempts and passes start at 1`() {
        for options in [NodeOptions(attempts: 0), NodeOptions(maxLoops: 0), NodeOptions(maxLoops: -1)] {
            #expect(refusal(.value) { try flow.add(NumberSource.self, options: options) } != nil)
        }
    }

    @Test func `what the closure throws comes out, and nothing was added`() {
        struct Refused: Error {}
        #expect(throws: Refused.self) { try flow.add(NumberSource.self) { _ in throw Refused() } }
        #expect(flow.nodes.isEmpty)
    }

    @Test func `two instances never share a value`() throws {
        let first = try flow.add(NumberSource.self, name: "a") { $0.first = 5 }
        let second = try flow.add(NumberSource.self, name: "b")
        #expect(first.first == 5)
        #expect(second.first == 1)
    }

    @Test func `a node two graphs down has a path of three names`() throws {
        try flow.add(TwoStages.self, name: "two")
        #expect(flow.nodes.map(\.componentPath.description) == ["two/first/step", "two/second/step"])
        #expect(flow.componentPath.description == "")
        #expect(flow.component(at: ["two", "second", "step"]) is NumberStep)
        #expect(flow.component(at: ["two", "third"]) == nil)
        #expect(flow.component(at: []) == nil)
        #expect(flow.nodes.allSatisfy { $0.root === flow })
    }
}

private struct HiddenItem: Codable, Sendable {}
