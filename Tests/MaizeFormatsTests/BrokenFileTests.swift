import Maize
import TemporaryFiles
import Testing

@testable import MaizeFormats

/// Everything that is wrong with a file is told in one pass, once, with its place.
@Suite struct BrokenFileTests {
    @Test func `all problems of a thoroughly broken file`() throws {
        let text = """
            nam: broken
            level: loud
            scratch: [x]
            nodes:
            - {name: a, type: LoadDat, parameters: {data: 1}}
            - {name: b, typ: Return}
            - {name: b, type: Return<Int>}
            - {name: ../c, type: Return}
            - {name: d, type: "LoadData<[Strin]>"}
            - {name: e, type: LoadData<Int>, parameters: {data: one, date: 2}, max_loops: many}
            - {name: f, type: Merge<Int>, n_attempts: 0, status: SLEEPING, fail_ok: 3}
            - text
            - {name: g, type: Station, parameters: {place: x, small: 200, mode: medium}, loop: maybe}
            - {name: h, type: Describe, parameters: [1]}
            - {name: i, type: Station<Int>, parameters: {place: y}}
            channels:
            - {sending: {e: out}}
            - {sending: {e: out}, receiving: {f: inq}}
            - {sending: {f: inp}, receiving: {b: inp}}
            - {sending: {g: out}, receiving: {f: inp}}
            - {sending: {g: out}, receiving: {h: inp}, size: 0, mode: throw}
            - {sending: {x: out}, receiving: {h: unit}}
            - {sending: e.out, receiving: {f: inp, g: inp}}
            parameters:
            - {name: check, map: [{g: place}]}
            - {map: [{g: place}]}
            - {name: none, map: []}
            - {name: p, map: [{f: inp}]}
            - {name: q, map: [{g: plase}, {z: data}, {g: {x: y}}]}
            - {name: r, map: [{g: count}], value: x}
            - {name: s, map: [{g: limit}, {g: mode}]}
            """
        let expected = """
            1:1: error: unknown key 'nam' in a workflow; did you mean 'name'?
            2:8: error: 'level' is one of debug (10), info (20), warning (30), error (40), critical (50), not loud
            3:10: error: 'scratch': a text is expected, not a list
            5:19: error: there is no type of nodes 'LoadDat'; did you mean 'LoadData'?
            6:3: error: a node needs the key 'type'
            6:13: error: unknown key 'typ' in a node; did you mean 'type'?
            7:10: error: there is a node 'b' in line 6 already; give one of both another name
            8:10: error: the node's name "../c" must start with a letter A-Z or a-z, or with _
            9:19: error: type "LoadData<[Strin]>": there is no type of items 'Strin'; did you mean 'String'?
            10:53: error: e.data: a whole number is expected, not one
            10:58: error: 'e' has no parameter 'date'; did you mean 'data'?
            10:79: error: 'max_loops': a whole number is expected, not many
            11:3: error: f.out: this output is not connected; connect it to an input of Int (a Discard, which files \
            call Void, takes anything), or declare it optional
            11:43: error: 'n_attempts' is 0; at least 1 is needed
            11:54: error: 'status' is one of NOT_READY, READY, RUNNING, COMPLETED, FAILED, STOPPED, \
            WAITING_FOR_INPUT, WAITING_FOR_OUTPUT, WAITING_FOR_RESOURCES, WAITING_FOR_COMMAND, not SLEEPING
            11:73: error: 'fail_ok': true or false is expected, not 3
            12:3: error: a node is a mapping (name, type, description, parameters, …), not text
            13:58: error: g.small: a whole number from -128 to 127 is expected, not 200
            13:69: error: g.mode: one of fast, slow is expected, not medium
            13:84: error: 'loop': true or false is expected, not maybe
            14:3: error: h.out: this output is not connected; connect it to an input of String (a Discard, which \
            files call Void, takes anything), or declare it optional
            14:41: error: 'parameters' is a mapping of names to values, not a list
            15:3: error: i.out: this output is not connected; connect it to an input of Reading (a Discard, which \
            files call Void, takes anything), or declare it optional
            15:19: error: 'Station' takes items of one type only; write it without <…>
            17:3: error: a channel needs the key 'receiving'
            18:38: error: 'f' (Merge) has no port 'inq'; did you mean 'inp'?
            19:17: error: 'f.inp' is an input; 'sending' names an output, such as f.out
            20:3: error: 'g.out' sends items of type Reading, and 'f.inp' takes Int
            21:50: error: 'g.out' to 'h.inp': a capacity of 0 items is not possible; it must be 1 to 1048576
            21:59: error: 'mode' is one of copy, link, move, not 'throw'
            22:14: error: there is no node 'x'; there are: a, b, d, e, f, g, h, i
            23:40: error: {node: port} is expected, and this is a second key; write a channel for each
            25:10: error: 'check' is an option of every program; choose another name
            26:3: error: a parameter needs the key 'name'
            27:3: error: 'none' drives nothing; name at least one parameter
            28:3: error: 'f.inp' takes any number of channels, and no value; connect a LoadData to it
            29:23: error: 'g' has no parameter 'plase'; did you mean 'place'?
            29:32: error: there is no node 'z'; there are: a, b, d, e, f, g, h, i
            29:43: error: 'g' is a node; only a graph has nodes inside
            30:39: error: parameter 'r', which drives 'g.count': a whole number is expected, not x
            31:3: error: 'g.limit' is of type Double?, 'g.mode' of type Mode; one option can drive only what has the \
            same type
            """
        let found = try problems(text, nodes: samples)
        let lines = expected.split(separator: "\n").map { "flow.yaml:" + $0 }
        for (line, problem) in zip(lines, found) { #expect(problem == line) }
        #expect(found.count == lines.count)
    }

    @Test(arguments: [
        ("- a", "1:1: error: a workflow is a mapping (name, description, level, scratch, …), not a list"),
        ("--- ~", "1:5: error: a workflow is a mapping (name, description, level, scratch, …), not null"),
        ("{}", "1:1: error: a workflow needs the key 'nodes'"),
        ("nodes: ~", "1:1: error: a workflow needs the key 'nodes'"),
        ("nodes: b", "1:8: error: 'nodes' is a list, or a mapping of names to nodes, not b"),
        ("nodes: []", "1:8: error: 'nodes' is empty; a workflow has at least one node"),
        (
            "name: a b\nnodes: [{type: Mrge}]",
            "1:7: error: the workflow's name \"a b\" holds \" \"; letters A-Z and a-z, "
                + "digits, _, . and - are allowed"
        ),
        ("a: {b: c\n", "2:1: error: no sound YAML: while parsing a flow mapping, did not find expected ',' or '}'"),
    ])
    func `what is no workflow at all is one error, or the first`(text: String, problem: String) throws {
        let found = try problems(text)
        #expect(found.first == "flow.yaml:" + problem)
    }

    @Test func `a value that breaks a rule, or is no choice, is found at its place`() throws {
        let found = try problems(
            """
            nodes:
            - {type: Station, parameters: {place: x, mode: fsat, limit: 1001}}
            - {type: Describe, parameters: {unit: ""}}
            """,
            nodes: samples
        )
        for problem in [
            "2:48: error: station.mode: one of fast, slow is expected, not fsat; did you mean 'fast'?",
            "2:61: error: station.limit: the value 1001.0 breaks the rule 'is at most 1000.0'",
            "3:39: error: describe.unit: the value \"\" breaks the rule 'is not empty'",
        ] {
            #expect(found.contains("flow.yaml:" + problem), "\(found)")
        }
    }

    @Test func `a value is refused with the path of its node and the name of its parameter`() throws {
        let text = """
            graphs:
              Port: {nodes: {s: {type: Station, parameters: {place: x, small: 200}}}, parameters: {limit: s.limit}}
              Unused: {nodes: {t: {type: Station, parameters: {place: [x]}}, v: Void}, channels: [t -> v]}
            nodes:
              east: {type: Port, parameters: {limit: 1001}}
              west: Port
            """
        let folder = try TemporaryFolder()
        let path = try folder.write(text)
        let error = #expect(throws: WorkflowFileError.self) { try WorkflowFile(path: path, nodes: samples) }
        let values = try #require(error).diagnostics.filter { !$0.message.contains("not connected") }
        #expect(
            values.map { $0.description.replacing(path, with: "flow.yaml") } == [
                "flow.yaml:2:67: error: east/s.small: a whole number from -128 to 127 is expected, not 200",
                "flow.yaml:3:59: error: Unused/t.place: a text is expected, not a list",
                "flow.yaml:5:42: error: east.limit: the value 1001.0 breaks the rule 'is at most 1000.0'",
            ]
        )
        #expect(
            values.map(\.path) == ["east/s", "Unused/t", "east"]
                && values.map(\.interface) == ["small", "place", "limit"]
        )
    }

    @Test(arguments: [
        (
            "channels: [sea -> words -> end]", "words: Dscribe",
            ["4:10: error: there is no type of nodes 'Dscribe'; did you mean 'Describe'?"]
        ),
        (
            "channels: [sea -> words -> end]", "wrds: Describe",
            [
                "6:19: error: there is no node 'words'; did you mean 'wrds'?"
            ]
        ),
        (
            "channels: [sea.out -> words.inp, words.out -> end.inp]", "words: Dscribe",
            ["4:10: error: there is no type of nodes 'Dscribe'; did you mean 'Describe'?"]
        ),
        (
            "channels: [sea.oud -> words.inp, words.out -> end.imp]", "words: Describe",
            [
                "6:16: error: 'sea' (Station) has no port 'oud'; did you mean 'out'?",
                "6:51: error: 'end' (Void) has no port 'imp'; did you mean 'inp'?",
            ]
        ),
        (
            "channels: [sea -> words -> end]\nparameters: {where: sea.plac}", "words: Describe",
            [
                "7:25: error: 'sea' has no parameter 'plac'; did you mean 'place'?"
            ]
        ),
    ])
    func `one mistake is one error`(rest: String, words: String, expected: [String]) throws {
        let place = rest.contains("plac}") ? "" : ", parameters: {place: x}"
        let found = try problems(
            """
            name: sea
            nodes:
              sea: {type: Station\(place)}
              \(words)
              end: Void
            \(rest)
            """,
            nodes: samples
        )
        #expect(found == expected.map { "flow.yaml:" + $0 })
    }

    @Test func `how types that live elsewhere are made known is told only where there are some`() throws {
        let advice = "flow.yaml: error: no type of nodes here is called 'Mrge', 'Hydrogenate'; 'maize-swift list'"
        #expect(try problems("nodes: {a: Mrge, b: Retrun}").count == 2)
        let found = try problems("nodes: {a: Mrge, b: Hydrogenate}")
        #expect(found.count == 3 && found[2].hasPrefix(advice), "\(found)")
    }

    @Test func `a value of an input that is connected as well is warned of at its place`() throws {
        let file = try load(
            """
            nodes:
              sea: {type: Station, parameters: {place: x}}
              unit: {type: LoadData, parameters: {data: km}}
              words: {type: Describe, parameters: {unit: m}}
              end: Void
            channels: [sea.out -> words.inp, unit.out -> words.unit, words -> end]
            """,
            nodes: samples
        )
        let found = file.workflow.check().map { file.diagnostic($0).description.split(separator: "flow.yaml:")[1] }
        #expect(found.count == 1 && found[0].hasPrefix("4:46: warning: words.unit: this input was given a value"))
    }

    @Test func `an enum whose cases have no texts says how to declare it`() throws {
        let found = try problems("nodes: [{type: Mute, parameters: {kind: fast}}]", nodes: [Mute.self])
        #expect(
            found.contains(
                "flow.yaml:1:41: error: mute.kind: a mapping is expected, not fast; the cases of Kind have no texts:"
                    + " declare it as `enum Kind: String`"
            ),
            "\(found)"
        )
    }

    @Test func `a secret is not in the message about it`() throws {
        let found = try problems("nodes: [{type: Locked, parameters: {key: hunter2}}]", nodes: [Locked.self])
        let problem =
            "flow.yaml:1:42: error: locked.key: a whole number is expected; the value is secret and not shown"
        #expect(found.contains(problem), "\(found)")
        #expect(!found.contains { $0.contains("hunter2") })
    }
}

final class Locked: Node {
    @Parameter(secret: true) var key = 1
    let out = Output<Int>()
}

final class Mute: Node {
    enum Kind: Codable, Sendable, CaseIterable { case fast, slow }
    @Parameter var kind = Kind.fast
    let out = Output<Int>(optional: true)
}
