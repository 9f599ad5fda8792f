import Maize
import MaizeCore
import Testing

@testable import MaizeFormats

/// Sends a default with each item: two types, in lists and parameters too.
final class Tagging<Tag: Codable & Sendable, Item: Codable & Sendable>: Node, GenericPairComponent {
    @Parameter var tag: Tag
    let inp = Input<[Item]>()
    let tags = Output<[String: Tag]>()
    let out = Output<Item>()

    static func taking<First: Codable & Sendable, Second: Codable & Sendable>(
        _ first: First.Type,
        _ second: Second.Type
    ) -> Component.Type { Tagging<First, Second>.self }
}

/// A type that is made of another one, and named so.
final class Apply<Function>: Node {
    let inp = Input<String>()
    let out = Output<Int>()
    override class var typeName: String { "Apply<\(Function.self)>" }
}

enum Parse {}
enum Count {}

/// Generic nodes of two types, and types that were made of others.
@Suite struct TypePairTests {
    private static let nodes = samples + [Tagging<Int, Int>.self, Apply<Parse>.self, Apply<Count>.self]

    /// The types of all ports of a node.
    private func types(_ node: String, _ nodes: String, _ channels: [String] = []) throws -> [String] {
        let text = "nodes:\n\(nodes)\n" + (channels.isEmpty ? "" : "channels:\n" + channels.joined(separator: "\n"))
        let flow = try load(text, nodes: TypePairTests.nodes).workflow
        return try #require(flow.component(at: [node])).ports.map { TypeText.text(of: $0.itemType) }
    }

    private func problem(_ type: String) throws -> [String] {
        try problems("nodes:\n- {name: a, type: \"\(type)\"}", nodes: TypePairTests.nodes)
    }

    // MARK: Two types

    @Test func `both types follow from channels, each for itself`() throws {
        let channels = [
            "- {sending: {weather: out}, receiving: {mux: inp}}",
            "- {sending: {describe: out}, receiving: {log: inp}}",
            "- {sending: {mux: out_single}, receiving: {log2: inp}}",
            "- {sending: {station: out}, receiving: {mux: inp_single}}",
            "- {sending: {mux: out}, receiving: {describe: inp}}",
        ]
        let nodes = """
            - {name: mux, type: Multiplex}
            - {name: weather, type: Weather, parameters: {place: Oslo}}
            - {name: station, type: Station, parameters: {place: Oslo}}
            - {name: describe, type: Describe}
            - {name: log, type: LogResult}
            - {name: log2, type: LogResult}
            """
        // inp, out, inp_single, out_single
        #expect(try types("mux", nodes, channels) == ["String", "Reading", "Reading", "String"])
        #expect(try types("log2", nodes, channels) == ["String"])
        #expect(try types("mux", nodes, Array(channels[..<2])) == ["String", "JSON", "JSON", "String"])
    }

    @Test func `both follow from values, and inside of lists and dictionaries`() throws {
        let nodes = """
            - {name: tag, type: Tagging, parameters: {tag: 2.5}}
            - {name: load, type: LoadData, parameters: {data: [a, b]}}
            - {name: end, type: LogResult}
            """
        let channels = [
            "- {sending: {load: out}, receiving: {tag: inp}}", "- {sending: {tag: tags}, receiving: {end: inp}}",
        ]
        #expect(try types("tag", nodes, channels) == ["[String]", "[String: Double]", "String"])
        #expect(try types("end", nodes, channels) == ["[String: Double]"])
    }

    @Test(arguments: ["Multiplex<String, [Int]>", "multiplex < string,[ Int ] >"])
    func `both can be written`(type: String) throws {
        #expect(try types("a", "- {name: a, type: \"\(type)\"}") == ["String", "[Int]", "[Int]", "String"])
        #expect(try types("a", "- name: a\n  type: \(type)") == ["String", "[Int]", "[Int]", "String"])
    }

    @Test(arguments: [
        ("Multiplex<String>", "'Multiplex' takes two types of items, as in Multiplex<String, Int>"),
        ("Multiplex<Int, Int, Int>", "'Multiplex' takes two types of items, as in Multiplex<String, Int>"),
        ("Merge<Int, String>", "'Merge' takes one type of items, as in Merge<Int>"),
        ("Station<Int>", "'Station' takes items of one type only; write it without <…>"),
        (
            "Multiplex<Int, Strin>",
            "type \"Multiplex<Int, Strin>\": there is no type of items 'Strin'; did you mean 'String'?"
        ),
        (
            "Multiplex<Int,>",
            "type \"Multiplex<Int,>\": '>' stands after '<' or '['; a type is written like Merge<Int>,"
                + " LoadData<[String: Double]>"
        ),
    ])
    func `wrong types are refused with what is right`(type: String, message: String) throws {
        #expect(try problem(type).contains("flow.yaml:2:19: error: \(message)"))
    }

    @Test func `types that contradict each other are both named`() throws {
        let text = """
            nodes:
            - {name: load, type: LoadData, parameters: {data: [1]}}
            - {name: mux, type: "Multiplex<String, Int>"}
            channels:
            - {sending: {load: out}, receiving: {mux: inp}}
            """
        #expect(try problems(text).contains { $0.hasSuffix("load.data: a text is expected, not a list") })
        let mixed = text.replacing("data: [1]", with: "data: x")
            .replacing("receiving: {mux: inp}", with: "receiving: {mux: inp_single}")
        #expect(try problems(mixed).contains { $0.contains("a whole number is expected, not x") })
    }

    // MARK: Types made of others

    @Test(arguments: ["Apply<Parse>", "apply<parse>", " Apply < Parse > "])
    func `a type that was made of another one is found by its whole name`(type: String) throws {
        let flow = try load("nodes:\n- {type: \"\(type)\"}", nodes: TypePairTests.nodes).workflow
        #expect(flow.component(at: ["apply"]) is Apply<Parse>, "and a node of it is called by the first part of it")
    }

    @Test(arguments: [
        ("Apply<Prase>", "there is no type of nodes 'Apply<Prase>'; did you mean 'Apply<Parse>'?"),
        ("Apply", "there is no type of nodes 'Apply'; there are: Apply<Count>, Apply<Parse>"),
        ("Apply<Something>", "there is no type of nodes 'Apply<Something>'; there are: Apply<Count>, Apply<Parse>"),
        ("Aply<Parse>", "there is no type of nodes 'Aply<Parse>'; did you mean 'Apply<Parse>'?"),
        ("Apply<Parse", "there is no type of nodes 'Apply<Parse'; did you mean 'Apply<Parse>'?"),
    ])
    func `one that is not there is refused with those that are`(type: String, message: String) throws {
        #expect(try problem(type).first == "flow.yaml:2:19: error: \(message)")
    }

    @Test func `two types of one name are refused where one is named, however they are written`() throws {
        let found = try problems("nodes: {a: apply<parse>}", nodes: [Apply<Parse>.self, Twin.self])
        #expect(found.count == 1 && found[0].contains("2 types of nodes are called 'apply< Parse >': "), "\(found)")
    }
}

/// Has the name of another type, written otherwise.
final class Twin: Node {
    let out = Output<Int>()
    override class var typeName: String { "apply< Parse >" }
}
