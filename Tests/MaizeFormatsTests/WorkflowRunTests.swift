import Maize
import MaizeWire
import TemporaryFiles
import Testing

@testable import MaizeFormats

/// Workflow files that run.
@Suite(.timeLimit(.minutes(10))) struct WorkflowRunTests {
    /// Runs a file and gives its workflow.
    private func run(_ text: String, as name: String = "flow.yaml") throws -> Workflow {
        let folder = try TemporaryFolder()
        let flow = try Workflow(contentsOf: folder.write(text, to: name), nodes: samples)
        var options = RunOptions()
        options.scratch = folder.path
        options.logFile = folder.path + "/log"
        try flow.execute(options)
        return flow
    }

    private func values<Item: Codable & Sendable>(_ flow: Workflow, of type: Item.Type) throws -> [Item] {
        try #require(flow.component(at: ["end"]) as? Return<Item>).values
    }

    @Test func `standard nodes carry what their types follow from`() throws {
        let flow = try run(
            """
            nodes:
            - {name: load, type: LoadData, parameters: {data: [5, 6, 7, 8]}}
            - {type: Scatter}
            - {type: Accumulate, parameters: {n_packets: 3}}
            - {name: end, type: Return}
            channels:
            - {sending: {load: out}, receiving: {scatter: inp}}
            - {sending: {scatter: out}, receiving: {accumulate: inp}, size: 1}
            - {sending: {accumulate: out}, receiving: {end: inp}}
            """
        )
        #expect(try values(flow, of: [Int].self) == [[5, 6, 7], [8]])
    }

    @Test func `a server answers several clients`() throws {
        let flow = try run(
            """
            nodes:
            - {name: first, type: LoadData, parameters: {data: a}}
            - {name: second, type: LoadData, parameters: {data: b}}
            - {name: mux, type: Multiplex}
            - {name: server, type: Command, parameters: {command: [sed, -u, s/$/!/]}}
            - {name: end, type: Return}
            - {name: void, type: Void}
            channels:
            - {sending: {first: out}, receiving: {mux: inp}}
            - {sending: {second: out}, receiving: {mux: inp}}
            - {sending: {mux: out}, receiving: {void: inp}}
            - {sending: {mux: out}, receiving: {end: inp}}
            - {sending: {mux: out_single}, receiving: {server: inp}}
            - {sending: {server: out}, receiving: {mux: inp_single}}
            """
        )
        #expect(try values(flow, of: String.self) == ["b!"])
    }

    @Test func `items of open type are what the file says`() throws {
        let flow = try run(
            """
            {"nodes": [
              {"name": "load", "type": "LoadData<JSON>",
               "parameters": {"data": {"a": [1, 2.5, "1", true, null, 0, "true"], "b": {}}}},
              {"name": "log", "type": "Log"}, {"name": "end", "type": "Return"}],
             "channels": [{"sending": {"load": "out"}, "receiving": {"log": "inp"}},
                          {"sending": {"log": "out"}, "receiving": {"end": "inp"}}]}
            """,
            as: "flow.json"
        )
        let list: JSONValue = .array([
            .integer(1), .number(2.5), .string("1"), .bool(true), .null, .integer(0), .string("true"),
        ])
        #expect(try values(flow, of: JSONValue.self) == [.object(["a": list, "b": .object([:])])])
    }

    @Test func `registered nodes and graphs run, and a parameter stands for an input`() throws {
        let flow = try run(
            """
            nodes:
            - {name: oslo, type: Weather, parameters: {place: Oslo}}
            - {name: sea, type: Station, parameters: {count: 1, limit: 20}}
            - {name: words, type: Describe, parameters: {unit: knots}}
            - {name: end, type: Merge}
            - {name: last, type: Return}
            channels:
            - {sending: {oslo: out}, receiving: {end: inp}}
            - {sending: {sea: out}, receiving: {words: inp}}
            - {sending: {words: out}, receiving: {end: inp}}
            - {sending: {end: out}, receiving: {last: inp}}
            parameters:
            - {name: where, map: [{sea: place}], value: the sea}
            """
        )
        let last = try #require(flow.component(at: ["last"]) as? Return<String>)
        #expect(last.values.sorted() == ["Oslo 0 m", "Oslo 1 m", "Oslo 2 m", "the sea 20 knots"])
    }

    @Test func `a generic node of a program runs with the type that was found`() throws {
        let flow = try run(
            """
            nodes:
            - {name: load, type: LoadData, parameters: {data: [a, b]}}
            - {type: Reverse, parameters: {first: c}}
            - {name: end, type: Return}
            channels:
            - {sending: {load: out}, receiving: {reverse: inp}}
            - {sending: {reverse: out}, receiving: {end: inp}}
            """
        )
        #expect(try values(flow, of: [String].self) == [["b", "a", "c"]])
    }

    @Test func `a node that is not active sends nothing, and one that fails may do so`() throws {
        let flow = try run(
            """
            nodes:
            - {name: load, type: LoadData, active: false, parameters: {data: x}}
            - {name: bad, type: Command, fail_ok: true, parameters: {command: ["false"]}}
            - {name: end, type: Return}
            channels:
            - {sending: {load: out}, receiving: {bad: inp}}
            - {sending: {bad: out}, receiving: {end: inp}}
            """
        )
        #expect(try values(flow, of: String.self).isEmpty)
    }

    @Test func `a file without nodes is refused with the place of the list`() throws {
        #expect(
            try problems("name: x\nnodes: []") == [
                "flow.yaml:2:8: error: 'nodes' is empty; a workflow has at least one node"
            ]
        )
    }
}
