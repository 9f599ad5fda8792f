import Maize
import MaizeCore
import MaizeSystem
import Testing

@testable import MaizeFormats

/// Types of items that a file does not name.
@Suite struct TypeInferenceTests {
    /// The type of a port of a file whose nodes and channels are written short: `a: Log, a.out > b.inp`.
    private func types(_ parts: String) throws -> [String: String] {
        let flow = try load(TypeInferenceTests.file(parts), nodes: samples).workflow
        return Dictionary(
            uniqueKeysWithValues: flow.nodes.map { node in
                (node.name, node.ports.map { TypeText.text(of: $0.itemType) }.joined(separator: " "))
            }
        )
    }

    private static func file(_ parts: String) -> String {
        var nodes = "nodes:\n"
        var channels = "channels:\n"
        for part in parts.split(separator: "; ") {
            let ends = part.split(separator: " > ").map { $0.replacing(".", with: ": ") }
            if ends.count == 2 {
                channels += "- {sending: {\(ends[0])}, receiving: {\(ends[1])}}\n"
            } else {
                let words = part.split(separator: " ", maxSplits: 2)
                let values = words.count > 2 ? ", parameters: \(words[2])" : ""
                nodes += "- {name: \(words[0]), type: \"\(words[1])\"\(values)}\n"
            }
        }
        return nodes + (channels.hasSuffix(":\n") ? "" : channels)
    }

    @Test(arguments: [
        ("s Station {place: x}; l Log; s.out > l.inp", "Reading Reading"),
        ("l Log; d Describe; l.out > d.inp", "Reading Reading"),
        ("l Log; m Log; d Describe; m.out > d.inp; l.out > m.inp", "Reading Reading"),
        ("l Log; m Log; d Describe; l.out > m.inp; m.out > d.inp", "Reading Reading"),
        ("s LoadData<[Int]>; l Log; x Scatter; s.out > x.inp; x.out > l.inp", "Int Int"),
        ("s LoadData<Int>; l Log; x Accumulate; s.out > x.inp; x.out > l.inp", "[Int] [Int]"),
        ("l Log; x Scatter; d Describe; l.out > x.inp; x.out > d.inp", "[Reading] [Reading]"),
        ("l Log; x Accumulate; r Return<[Int]>; l.out > x.inp; x.out > r.inp", "Int Int"),
        ("l Log; x Reverse; r Return<[Int]>; l.out > x.inp; x.out > r.inp", "[Int] [Int]"),
        ("l Log; x Reverse {first: 2.5}; x.out > l.inp", "[Double] [Double]"),
        ("l Log", "JSON JSON"),
        ("l Log; m Log; l.out > m.inp", "JSON JSON"),
        ("x Accumulate; l Log; x.out > l.inp", "[JSON] [JSON]"),
        ("c Copy; l Log; s LoadData<Int>; c.out > l.inp; s.out > c.inp", "Int Int"),
    ])
    func `types follow from channels, forwards and backwards`(parts: String, type: String) throws {
        #expect(try types(parts)["l"] == type)
    }

    @Test(arguments: [
        ("1", "Int"), ("0x1F", "Int"), ("2.5", "Double"), ("1e3", "Double"), ("true", "Bool"), ("yes", "String"),
        ("x", "String"), ("'1'", "String"), ("~", "JSON"), ("[1, 2]", "[Int]"), ("[1, 2.5]", "[Double]"),
        ("[2.5, 1]", "[Double]"), ("[1, x]", "[JSON]"), ("[1, true]", "[JSON]"), ("[]", "[JSON]"),
        ("[[1], []]", "[[Int]]"), ("[[], [1]]", "[[Int]]"), ("[[1], [x]]", "[JSON]"), ("[[1], 2]", "[JSON]"),
        ("[1, ~]", "[JSON]"), ("[~]", "[JSON]"), ("{a: 1, b: 2}", "[String: Int]"),
        ("{a: 1, b: 2.5}", "[String: Double]"),
        ("{a: 1, b: x}", "JSON"), ("{a: 1, b: ~}", "JSON"), ("{}", "[String: JSON]"),
        ("[{a: 1}, {b: 2}]", "[[String: Int]]"),
        ("[{a: 1}, {b: x}]", "[JSON]"), ("[{a: x, b: 1}, {b: x, c: 2}]", "[JSON]"),
    ])
    func `where no channel decides, a value does`(value: String, type: String) throws {
        let found = try types("s LoadData {data: \(value)}; l Log; s.out > l.inp")
        #expect(found["s"] == type)
        #expect(found["l"] == "\(type) \(type)")
    }

    @Test func `the value of an option decides as well`() throws {
        let text = "nodes:\n- {name: s, type: LoadData}\nparameters:\n- {name: x, map: [{s: data}], value: [1, 2]}"
        #expect(try load(text).workflow.component(at: ["s"]) is LoadData<[Int]>)
    }

    @Test func `channels decide before values`() throws {
        #expect(try types("s LoadData {data: 1}; r Return<Double>; s.out > r.inp")["s"] == "Double")
        #expect(try types("s LoadData {data: 1}; r Return<String>; s.out > r.inp")["s"] == "String")
        #expect(try types("s LoadData {data: {place: x, value: 1}}; d Describe; s.out > d.inp")["s"] == "Reading")
    }

    @Test func `a value that contradicts a channel is refused as a value`() throws {
        let text = TypeInferenceTests.file("s LoadData {data: one}; r Return<Int>; s.out > r.inp")
        let found = try problems(text)
        #expect(
            found
                == ["flow.yaml:2:50: error: s.data: a whole number is expected, not one"]
        )
    }

    @Test func `types that contradict each other are both named, where they meet`() throws {
        let text = TypeInferenceTests.file(
            "s LoadData<Int> {data: 1}; l Log; r Return<[String]>; s.out > l.inp; l.out > r.inp"
        )
        #expect(
            try problems(text) == ["flow.yaml:7:3: error: 'l.out' sends items of type Int, and 'r.inp' takes [String]"]
        )
    }

    @Test func `a type that would have to hold itself is refused`() throws {
        let found = try problems(TypeInferenceTests.file("x Scatter; a Log; x.out > a.inp; a.out > x.inp"))
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("flow.yaml:6:3: error: 'a.out' sends items of type ") == true)
    }

    @Test func `types of more levels than a file can write are refused, however they come about`() throws {
        for reversed in [false, true] {
            let count = 1000
            let nodes = (0..<count).map { "a\($0) Accumulate" }
            let channels = (1..<count).map { "a\($0 - 1).out > a\($0).inp" }
            let text = TypeInferenceTests.file(
                (nodes + (reversed ? channels.reversed() : channels)).joined(separator: "; ")
            )
            let found = try problems(text)
            #expect(found.contains { $0.contains("more than 20 lists within each other") })
            #expect(found.count < 3 * count && found.allSatisfy { $0.utf8.count < 1000 })
        }
    }

    @Test func `a deep value is of open type`() throws {
        let value = String(repeating: "[", count: 90) + "1" + String(repeating: "]", count: 90)
        let type = try types("s LoadData {data: \(value)}")["s"]
        #expect(type?.hasSuffix("JSON" + String(repeating: "]", count: (type ?? "").count { $0 == "[" })) == true)
        #expect((type ?? "").count < 60)
    }

    /// Logs in a row, with the channels in one order or the other.
    private func chain(_ count: Int, reversed: Bool) -> String {
        var text = "nodes:\n- {name: a0, type: LoadData, parameters: {data: 1}}\n"
        for node in 1..<count { text += "- {name: a\(node), type: Log}\n" }
        text += "channels:\n"
        for place in 1..<count {
            let node = reversed ? count - place : place
            text += "- {sending: {a\(node - 1): out}, receiving: {a\(node): inp}}\n"
        }
        return text
    }

    @Test(.timeLimit(.minutes(10)), arguments: [false, true])
    func `a long chain is inferred in linear time`(reversed: Bool) throws {
        func seconds(_ count: Int) throws -> Double {
            let text = chain(count, reversed: reversed)
            let started = MonotonicTime.now
            let flow = try load(text).workflow
            let taken = MonotonicTime.now.seconds(since: started)
            #expect(flow.component(at: ["a\(count - 1)"]) is Log<Int>)
            return taken
        }
        // Four times as long; quadratic would be sixteen. The shorter one has three attempts, for a busy machine.
        let short = try (0..<3).map { _ in try seconds(1250) }.max() ?? 0
        let long = try seconds(5000)
        #expect(long < 12 * short, "\(short) s, \(long) s")
    }
}
