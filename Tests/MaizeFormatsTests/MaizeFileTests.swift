import Maize
import MaizeCore
import MaizeWire
import TemporaryFiles
import Testing

@testable import MaizeFormats

/// Files in the shape in which maize itself writes them, in each of its formats.
@Suite struct MaizeFileTests {
    static let yaml = """
        channels:
        - receiving:
            merge: inp
          sending:
            load: out
        - receiving:
            delay: inp
          sending:
            merge: out
        - receiving:
            copy: inp
          sending:
            delay: out
        - receiving:
            ret: inp
          sending:
            copy: out
        - receiving:
            void: inp
          sending:
            copy: out
        description: null
        level: 20
        name: None
        nodes:
        - description: null
          fail_ok: false
          n_attempts: 1
          name: load
          parameters:
            data: Hello
          status: READY
          type: LoadData
        - description: waits
          fail_ok: true
          n_attempts: 3
          name: delay
          parameters:
            delay: 0.5
          status: READY
          type: Delay
        - {name: merge, type: Merge, status: READY, parameters: {}}
        - {name: copy, type: Copy, status: READY, description: null}
        - {name: ret, type: Return, status: READY}
        - {name: void, type: Void, status: READY}
        parameters:
        - map:
          - load: data
          name: data
          optional: false
          value: World
        - map:
          - delay: delay
          name: delay
          optional: true
          value: null
        """

    static let toml = """
        level = 20
        name = "None"

        [[nodes]]
        name = "load"
        fail_ok = false
        n_attempts = 1
        type = "LoadData"
        status = "READY"
        [nodes.parameters]
        data = "Hello"

        [[nodes]]
        name = "delay"
        description = "waits"
        fail_ok = true
        n_attempts = 3
        type = "Delay"
        status = "READY"
        parameters = { delay = 0.5 }

        [[nodes]]
        name = "merge"
        type = "Merge"
        [[nodes]]
        name = "copy"
        type = "Copy"
        [[nodes]]
        name = "ret"
        type = "Return"
        [[nodes]]
        name = "void"
        type = "Void"

        [[channels]]
        [channels.sending]
        load = "out"
        [channels.receiving]
        merge = "inp"
        [[channels]]
        sending = { merge = "out" }
        receiving = { delay = "inp" }
        [[channels]]
        sending.delay = "out"
        receiving.copy = "inp"
        [[channels]]
        sending = { copy = "out" }
        receiving = { ret = "inp" }
        [[channels]]
        sending = { copy = "out" }
        receiving = { void = "inp" }

        [[parameters]]
        name = "data"
        map = [{ load = "data" }]
        value = "World"
        optional = false
        [[parameters]]
        name = "delay"
        map = [{ delay = "delay" }]
        optional = true
        """

    static let json = """
        {"name": "None", "description": null, "level": 20,
         "nodes": [
          {"name": "load", "description": null, "type": "LoadData", "fail_ok": false, "n_attempts": 1,
           "parameters": {"data": "Hello"}, "status": "READY"},
          {"name": "delay", "description": "waits", "type": "Delay", "fail_ok": true, "n_attempts": 3,
           "parameters": {"delay": 0.5}, "status": "READY"},
          {"name": "merge", "type": "Merge", "parameters": {}}, {"name": "copy", "type": "Copy", "status": "READY"},
          {"name": "ret", "type": "Return", "parameters": null}, {"name": "void", "type": "Void"}],
         "channels": [
          {"sending": {"load": "out"}, "receiving": {"merge": "inp"}},
          {"sending": {"merge": "out"}, "receiving": {"delay": "inp"}},
          {"sending": {"delay": "out"}, "receiving": {"copy": "inp"}},
          {"sending": {"copy": "out"}, "receiving": {"ret": "inp"}},
          {"sending": {"copy": "out"}, "receiving": {"void": "inp"}}],
         "parameters": [
          {"name": "data", "map": [{"load": "data"}], "value": "World", "optional": false},
          {"name": "delay", "map": [{"delay": "delay"}], "value": null, "optional": true}]}
        """

    @Test(arguments: [("flow.yaml", yaml), ("flow.toml", toml), ("flow.json", json)])
    func `a file of maize's loads as it is`(name: String, text: String) throws {
        let file = try load(text, as: name)
        let flow = file.workflow
        #expect(file.warnings.isEmpty && flow.check().isEmpty)
        #expect(flow.name == "None" && flow.level == .info)
        #expect(Set(flow.nodes.map(\.name)) == ["load", "delay", "merge", "copy", "ret", "void"])
        #expect(flow.component(at: ["ret"]) is Return<String>)
        let delay = try #require(flow.component(at: ["delay"]) as? Delay<String>)
        #expect(delay.delay == 0.5 && delay.options == NodeOptions(attempts: 3, failOK: true, summary: "waits"))
        #expect((flow.component(at: ["load"]) as? LoadData<String>)?.data == "World")
        #expect(flow.optionParameters.map(\.name) == ["data", "delay"])
        #expect(
            flow.channels.map(\.description).sorted() == [
                "copy.out[0] -> ret.inp", "copy.out[1] -> void.inp[0]", "delay.out -> copy.inp",
                "load.out -> merge.inp[0]", "merge.out -> delay.inp",
            ]
        )
    }

    @Test func `paths into graphs, and an option that drives an input`() throws {
        let flow = try load(
            """
            channels:
            - receiving: {m: inp}
              sending: {sg: {north: out}}
            - {receiving: {t: inp}, sending: {m: out}}
            level: DEBUG
            name: None
            nodes:
            - {name: sg, type: Region}
            - {name: m, type: Merge}
            - {name: t, type: Return}
            - {name: del, type: Describe}
            parameters:
            - {name: val, value: here, map: [{sg: {south: place}}]}
            - {name: unit, value: 2, map: [{del: unit}]}
            """,
            nodes: samples
        ).workflow
        #expect(flow.component(at: ["t"]) is Return<String>)
        #expect(flow.optionParameters.map(\.valueText) == ["here", "2"])
    }

    @Test func `types that are not known here are all told, and at the end how to make them known`() throws {
        let found = try problems(
            """
            name: docking
            nodes:
            - {name: a, type: LoadSmiles, status: READY}
            - {name: b, type: Gypsum, parameters: {n_variants: 4}}
            - {name: c, type: Merg}
            - {name: d, type: Vina}
            - {name: e, type: Vina}
            channels:
            - {sending: {a: out}, receiving: {b: inp}}
            - {sending: {b: out}, receiving: {c: inp}}
            - {sending: {c: out}, receiving: {d: inp}}
            parameters:
            - {name: n, map: [{b: n_variants}], value: 3}
            """
        )
        #expect(found.count == 6, "\(found)")
        #expect(found[2] == "flow.yaml:5:19: error: there is no type of nodes 'Merg'; did you mean 'Merge'?")
        #expect(found.dropLast().allSatisfy { $0.contains("there is no type of nodes") })
        #expect(
            found.last?.hasPrefix(
                "flow.yaml: error: no type of nodes here is called 'LoadSmiles', 'Gypsum', 'Merg', 'Vina'; 'maize-swift"
                    + " list' shows those that are;"
            ) == true
        )
    }
}

/// One workflow in three formats.
@Suite struct FormatEqualityTests {
    static let yaml = """
        name: all
        level: warning
        scratch: runs
        graphs:
          Twice:
            description: Both ways.
            nodes: {copy: Copy, merge: Merge}
            channels: [copy -> merge, copy -> merge]
            ports: {inp: copy.inp, out: merge.out}
        nodes:
          here: {type: Station, description: near, parameters: {place: Köln, count: 2, mode: slow, limit: 1.5, weights: {a: 1}},
                 fail_ok: true, n_attempts: 3, loop: true, max_loops: 7, level: debug, active: false}
          words: {type: Describe, parameters: {n_digits: 2}}
          twice: Twice
          end: Return
        channels: [here -> words -> twice, {from: twice, to: end, size: 7}]
        parameters: {digits: words.digits, place: {map: [here.place], value: Bonn, optional: true}}
        """

    static let toml = """
        name = "all"
        level = "warning"
        scratch = "runs"
        channels = ["here -> words -> twice", {from = "twice", to = "end", size = 7}]

        [graphs.Twice]
        description = "Both ways."
        nodes = {copy = "Copy", merge = "Merge"}
        channels = ["copy -> merge", "copy -> merge"]
        ports = {inp = "copy.inp", out = "merge.out"}

        [nodes.here]
        type = "Station"
        description = "near"
        fail_ok = true
        n_attempts = 3
        loop = true
        max_loops = 7
        level = "debug"
        active = false
        parameters = {place = "Köln", count = 2, mode = "slow", limit = 1.5, weights.a = 1}
        [nodes.words]
        type = "Describe"
        parameters.n_digits = 2
        [nodes]
        twice = "Twice"
        end = "Return"

        [parameters]
        digits = "words.digits"
        place = {map = ["here.place"], value = "Bonn", optional = true}
        """

    static let json = """
        {"name": "all", "level": "warning", "scratch": "runs",
         "graphs": {"Twice": {"description": "Both ways.", "nodes": {"copy": "Copy", "merge": "Merge"},
          "channels": ["copy -> merge", "copy -> merge"], "ports": {"inp": "copy.inp", "out": "merge.out"}}},
         "nodes": {"here": {"type": "Station", "description": "near", "fail_ok": true, "n_attempts": 3, "loop": true,
           "max_loops": 7, "level": "debug", "active": false,
           "parameters": {"place": "Köln", "count": 2, "mode": "slow", "limit": 1.5, "weights": {"a": 1}}},
          "words": {"type": "Describe", "parameters": {"n_digits": 2}}, "twice": "Twice", "end": "Return"},
         "channels": ["here -> words -> twice", {"from": "twice", "to": "end", "size": 7}],
         "parameters": {"digits": "words.digits", "place": {"map": ["here.place"], "value": "Bonn", "optional": true}}}
        """

    /// What a graph is made of, in words.
    private func text(of flow: Workflow) -> [String] {
        var lines: [String] = flow.channels.map { "\($0.description) \($0.capacity) \($0.mode)" }
        for graph in flow.graphs {
            lines.append("\(graph.componentPath) \(graph.shownTypeName) \(graph.options)")
            for parameter in graph.parameters {
                let targets = parameter.targets.map(\.location)
                lines.append("\(graph.componentPath) \(parameter.name) = \(parameter.valueText ?? "-") -> \(targets)")
            }
            for port in graph.ports { lines.append("\(graph.componentPath) \(port.name) -> \(port.leaf.location)") }
        }
        for node in flow.nodes {
            lines.append("\(node.componentPath) \(type(of: node)) \(node.options)")
            for parameter in node.parameters {
                lines.append("\(node.componentPath) \(parameter.name) = \(parameter.valueText ?? "-")")
            }
        }
        return lines.sorted()
    }

    @Test func `three formats load the same graph`() throws {
        let flows = try [
            ("flow.yaml", FormatEqualityTests.yaml), ("flow.toml", FormatEqualityTests.toml),
            ("flow.json", FormatEqualityTests.json),
        ]
        .map { try load($0.1, as: $0.0, nodes: samples).workflow }
        let texts = flows.map { text(of: $0) }
        #expect(texts[0].count > 20)
        #expect(texts[1] == texts[0])
        #expect(texts[2] == texts[0])
        #expect(flows.allSatisfy { $0.check().isEmpty })
    }

    @Test func `what is wrong is told at its place in each format`() throws {
        let texts = [
            ("flow.yaml", "nodes: {a: Void}\nchannels: [a.out -> a.inp]", "2:14"),
            ("flow.toml", "nodes = {a = \"Void\"}\nchannels = ['a.out -> a.inp']", "2:16"),
            ("flow.json", "{\"nodes\": {\"a\": \"Void\"},\n\"channels\": [\"a.out -> a.inp\"]}", "2:17"),
        ]
        for (name, text, place) in texts {
            let found = try problems(text, as: name).first
            #expect(
                found == "\(name):\(place): error: 'a' (Void) has no port 'out'; did you mean 'inp'?"
                    || found?.hasPrefix("\(name):\(place): error: 'a' (Void) has no port 'out'") == true
            )
        }
    }
}
