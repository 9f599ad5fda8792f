import Maize
import MaizeCore
import MaizeWire
import TemporaryFiles
import Testing

@testable import MaizeFormats

/// Takes groups of lines.
final class GroupReader: Node {
    let inp = Input<Group<JSONValue, String>>()
    let out = Output<String>()

    override func run() throws {
        while let group = try inp.next() { try out.send("\(group.key): \(group.items.count)") }
    }
}

/// Nodes of files that order, gather and join, whose items are made of others.
@Suite(.timeLimit(.minutes(10))) struct ComposedItemTests {
    private func type(of port: [String], in text: String) throws -> String {
        let flow = try load(text, nodes: [GroupReader.self]).workflow
        return TypeText.text(of: try #require(flow.port(at: port)).itemType)
    }

    @Test func `what is made of items has their types, once those are known`() throws {
        let text = """
            nodes:
            - {name: read, type: ReadLines, parameters: {path: /etc/hosts}}
            - {name: numbers, type: LoadData<Int>, parameters: {data: 5}}
            - {name: join, type: Join, parameters: {kind: full}}
            - {name: group, type: GroupBy, parameters: {by: left}}
            - {name: end, type: Return}
            channels:
            - {sending: {join: out}, receiving: {group: inp}}
            - {sending: {group: out}, receiving: {end: inp}}
            - {sending: {read: out}, receiving: {join: left}}
            - {sending: {numbers: out}, receiving: {join: right}}
            """
        #expect(try type(of: ["group", "inp"], in: text) == "Joined<String, Int>")
        #expect(try type(of: ["end", "inp"], in: text) == "Group<JSONValue, Joined<String, Int>>")
    }

    @Test func `the parts follow from the whole, and are JSON where nothing says more`() throws {
        let backwards = """
            nodes:
            - {name: log, type: Log}
            - {name: group, type: GroupBy}
            - {name: reader, type: GroupReader}
            - {name: end, type: Return}
            channels:
            - {sending: {log: out}, receiving: {group: inp}}
            - {sending: {group: out}, receiving: {reader: inp}}
            - {sending: {reader: out}, receiving: {end: inp}}
            """
        #expect(try type(of: ["log", "inp"], in: backwards) == "String")
        let open = """
            nodes: [{name: group, type: GroupBy}, {name: end, type: Return}]
            channels: [{sending: {group: out}, receiving: {end: inp}}]
            """
        #expect(try type(of: ["group", "inp"], in: open) == "JSON")
        #expect(try type(of: ["end", "inp"], in: open) == "Group<JSONValue, JSONValue>")
    }

    @Test func `what is made of other types is refused, once`() throws {
        let found = try problems(
            """
            nodes:
            - {name: numbers, type: LoadData<Int>, parameters: {data: 5}}
            - {name: group, type: GroupBy}
            - {name: reader, type: GroupReader}
            - {name: end, type: Return}
            channels:
            - {sending: {numbers: out}, receiving: {group: inp}}
            - {sending: {group: out}, receiving: {reader: inp}}
            - {sending: {reader: out}, receiving: {end: inp}}
            """,
            nodes: [GroupReader.self]
        )
        #expect(found.count == 1)
        #expect(found.first?.contains("line 8") == true || found.first?.contains(":8:") == true, "\(found)")
        #expect(found.first?.contains("Group<JSONValue, Int>") == true, "\(found)")
    }

    @Test func `files order, gather and join items of any shape`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(
            """
            nodes:
            - name: masses
              type: LoadData<[JSON]>
              parameters: {data: [{id: 2, mass: 1.5}, {id: 1, mass: 7}, {id: 2, mass: 1.5}]}
            - name: names
              type: LoadData<[JSON]>
              parameters: {data: [{key: 2.0, name: b}, {key: 3, name: c}]}
            - {name: rows, type: Scatter}
            - {name: labels, type: Scatter}
            - {name: unique, type: Unique, parameters: {by: id}}
            - {name: join, type: Join, parameters: {left_by: id, right_by: key, kind: left, one_to_one: true}}
            - {name: sort, type: Sort, parameters: {by: left.mass, descending: true, memory_limit: 65536}}
            - {name: end, type: Return}
            channels:
            - {sending: {masses: out}, receiving: {rows: inp}}
            - {sending: {names: out}, receiving: {labels: inp}}
            - {sending: {rows: out}, receiving: {unique: inp}}
            - {sending: {unique: out}, receiving: {join: left}}
            - {sending: {labels: out}, receiving: {join: right}}
            - {sending: {join: out}, receiving: {sort: inp}}
            - {sending: {sort: out}, receiving: {end: inp}}
            """,
            to: "flow.yaml"
        )
        let flow = try Workflow(contentsOf: path)
        var options = RunOptions()
        options.scratch = folder.path
        options.logFile = folder.path + "/log"
        try flow.execute(options)
        let result = try #require(flow.component(at: ["end"]) as? Return<Joined<JSONValue, JSONValue>>)
        let light = JSONValue.object(["id": .integer(2), "mass": .number(1.5)])
        let heavy = JSONValue.object(["id": .integer(1), "mass": .integer(7)])
        let name = JSONValue.object(["key": .number(2), "name": .string("b")])
        #expect(result.values == [Joined(left: heavy, right: nil), Joined(left: light, right: name)])
    }

    @Test func `a limit out of range is found in the file`() throws {
        let found = try problems(
            """
            nodes: [{name: sort, type: Sort, parameters: {memory_limit: 10}}, {name: end, type: Return}]
            channels: [{sending: {sort: out}, receiving: {end: inp}}]
            """
        )
        #expect(found.contains { $0.contains("memory_limit: the value 10 breaks the rule 'is at least 65536'") })
    }
}
