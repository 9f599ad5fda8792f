import MaizeCore
import Testing

@testable import MaizeFormats

/// What is wrong with channels and mapped parameters, one thing at a time.
@Suite struct ConnectionFileTests {
    private let nodes = """
        nodes:
        - {name: one, type: LoadData<Int>, parameters: {data: 1}}
        - {name: two, type: LoadData<Int>, parameters: {data: 2}}
        - {name: merge, type: Merge<Int>}
        - {name: copy, type: Copy<Int>}
        - {name: end, type: Void}
        - {name: sea, type: Station, parameters: {place: sea}}

        """

    /// The problems of one more channel, without those that only follow from its being wrong.
    private func problems(channel: String) throws -> [String] {
        try MaizeFormatsTests.problems(nodes + "channels:\n- \(channel)", nodes: samples)
            .filter { !$0.contains("is not connected") }
    }

    @Test(arguments: [
        ("{receiving: {merge: inp}}", "9:3: error: a channel needs the key 'sending'"),
        ("{sending: ~, receiving: {merge: inp}}", "9:4: error: a channel needs the key 'sending'"),
        ("{sending: {one: out}, reciving: {merge: inp}}", "9:3: error: a channel needs the key 'receiving'"),
        (
            "{sending: [one, out], receiving: {merge: inp}}",
            "9:13: error: node.port or {node: port} is expected, not a list"
        ),
        (
            "{sending: {one: [out]}, receiving: {merge: inp}}",
            "9:19: error: node.port or {node: port} is expected, not a list"
        ),
        (
            "{sending: {}, receiving: {merge: inp}}",
            "9:13: error: node.port or {node: port} is expected, not an empty mapping"
        ),
        (
            "{sending: {one: out, two: out}, receiving: {merge: inp}}",
            "9:24: error: {node: port} is expected, and this is a second key; write a channel for each"
        ),
        (
            "{sending: {on: out}, receiving: {merge: inp}}",
            "9:14: error: there is no node 'on'; did you mean 'one'?"
        ),
        (
            "{sending: {one: oit}, receiving: {merge: inp}}",
            "9:19: error: 'one' (LoadData) has no port 'oit'; did you mean 'out'?"
        ),
        (
            "{sending: {one: data}, receiving: {merge: inp}}",
            "9:19: error: 'data' is a parameter of 'one'; a channel connects ports: out"
        ),
        (
            "{sending: {merge: inp}, receiving: {merge: inp}}",
            "9:21: error: 'merge.inp' is an input; 'sending' names an output, such as merge.out"
        ),
        (
            "{sending: {one: out}, receiving: {two: out}}",
            "9:42: error: 'two.out' is an output; 'receiving' names an input"
        ),
        (
            "{sending: {sea: out}, receiving: {merge: inp}}",
            "9:3: error: 'sea.out' sends items of type Reading, and 'merge.inp' takes Int"
        ),
        (
            "{sending: {one: {out: x}}, receiving: {merge: inp}}",
            "9:14: error: 'one' is a node; only a graph has nodes inside"
        ),
        (
            "{sending: {one: out}, receiving: {merge: inp}, size: 0}",
            "9:56: error: 'one.out' to 'merge.inp': a capacity of 0 items is not possible; it must be 1 to 1048576"
        ),
        (
            "{sending: {one: out}, receiving: {merge: inp}, size: 1048577}",
            "9:56: error: 'one.out' to 'merge.inp': a capacity of 1048577 items is not possible; it must be 1 to 1048576"
        ),
        (
            "{sending: {one: out}, receiving: {merge: inp}, size: big}",
            "9:56: error: 'size': a whole number is expected, not big"
        ),
        (
            "{sending: {one: out}, receiving: {merge: inp}, mode: mve}",
            "9:56: error: 'mode' is one of copy, link, move, not 'mve'"
        ),
    ])
    func `a channel that cannot be made is refused`(channel: String, problem: String) throws {
        let found = try problems(channel: channel)
        #expect(found.contains("flow.yaml:" + problem), "\(found)")
    }

    @Test func `a port with a channel takes no second one, and the place is the second channel's`() throws {
        let channel = "{sending: {one: out}, receiving: {merge: inp}, size: 9}"
        let found = try problems(channel: channel + "\n- " + channel)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("flow.yaml:10:3: error: port 'one.out' is connected already") == true)
    }

    @Test(arguments: ["File", "Path", "[File]", "[String: File?]", "Reading"])
    func `the mode of a channel that may carry files is taken`(type: String) throws {
        let text = """
            nodes:
            - {name: one, type: "Merge<\(type)>"}
            - {name: two, type: Void}
            channels:
            - {sending: {one: out}, receiving: {two: inp}, mode: Move}
            """
        let file = try load(text, nodes: samples)
        #expect(file.warnings.map(\.description).filter { $0.contains("mode") } == [])
        #expect(file.workflow.channels.map(\.mode) == [.move])
    }

    @Test func `a sound mode of a channel without files is warned of`() throws {
        let text = nodes + "channels:\n- {sending: {one: out}, receiving: {merge: inp}, mode: Move}"
        let file = try load(text, nodes: samples)
        #expect(
            file.warnings.map(\.description).map { $0.split(separator: ": ", maxSplits: 1).last }
                == ["warning: 'mode' says how files travel; items of type Int hold no files"]
        )
    }

    private func problems(option: String) throws -> [String] {
        let channels = """
            channels:
            - {sending: {one: out}, receiving: {merge: inp}}
            - {sending: {two: out}, receiving: {copy: inp}}
            - {sending: {copy: out}, receiving: {end: inp}}
            - {sending: {merge: out}, receiving: {end: inp}}
            """
        let stations = "- {name: lake, type: Station}\n- {name: words, type: Describe}\n"
        let rest =
            "\n- {sending: {sea: out}, receiving: {words: inp}}\n- {sending: {words: out}, receiving: {log: inp}}"
        let more = "\n- {sending: {lake: out}, receiving: {drop: inp}}\nparameters:\n- "
        let ends = "- {name: log, type: LogResult}\n- {name: drop, type: Void}\n"
        return try MaizeFormatsTests.problems(nodes + stations + ends + channels + rest + more + option, nodes: samples)
    }

    @Test(arguments: [
        ("{name: x}", "21:3: error: a parameter needs the key 'map'"),
        (
            "{name: x, map: [[lake, place]]}",
            "21:19: error: node.parameter or {node: parameter} is expected, not a list"
        ),
        ("{name: x, map: []}", "21:3: error: 'x' drives nothing; name at least one parameter"),
        ("{name: x, map: [{lak: place}]}", "21:20: error: there is no node 'lak'; did you mean 'lake'?"),
        ("{name: x, map: [{lake: plac}]}", "21:26: error: 'lake' has no parameter 'plac'; did you mean 'place'?"),
        (
            "{name: x, map: [{merge: inp}]}",
            "21:3: error: 'merge.inp' takes any number of channels, and no value; connect a LoadData to it"
        ),
        ("{name: x, map: [{lake: out}]}", "21:3: error: 'lake.out' takes no value; map parameters, and single inputs"),
        ("{name: x, map: [{lake: {a: b}}]}", "21:20: error: 'lake' is a node; only a graph has nodes inside"),
        (
            "{name: x, map: [{lake: place, sea: place}]}",
            "21:33: error: {node: parameter} is expected, and this is a second key; write an element of the"
                + " list for each"
        ),
    ])
    func `an option that drives nothing is refused`(option: String, problem: String) throws {
        let found = try problems(option: option)
        #expect(found.contains("flow.yaml:" + problem), "\(found)")
    }

    @Test(arguments: [
        ("{map: [{lake: place}]}", "21:3: error: a parameter needs the key 'name'"),
        (
            "{name: x, map: [{lake: place}, {sea: count}]}",
            "21:3: error: 'lake.place' is of type String, 'sea.count' of type Int; one option can drive only what has"
                + " the same type"
        ),
        ("{name: x, map: [{lake: place}, {see: place}]}", "21:35: error: there is no node 'see'; did you mean 'sea'?"),
        (
            "{name: check, map: [{lake: place}]}",
            "21:10: error: 'check' is an option of every program; choose another name"
        ),
        (
            "{name: 'a b', map: [{lake: place}]}",
            "21:10: error: the option's name \"a b\" holds \" \"; letters A-Z and a-z, digits, _, . and - are allowed"
        ),
        (
            "{name: x, map: [{lake: place}], value: [1]}",
            "21:42: error: parameter 'x', which drives 'lake.place': a text is expected, not a list"
        ),
        (
            "{name: n_x, map: [{lake: place}], value: a}\n- {name: n-x, map: [{sea: count}]}",
            "22:10: error: an option 'n_x' exists already, which is the same on the command line; choose another name"
        ),
        (
            "{name: x, map: [{lake: place}]}\n- {name: y, map: [{lake: place}]}",
            "22:3: error: parameter 'lake.place' is mapped already; one value can come from one place only"
        ),
        (
            "{name: x, map: [{lake: place}], value: a, optional: maybe}",
            "21:55: error: 'optional': true or false is expected, not maybe"
        ),
    ])
    func `of an option that cannot be made, what it would drive is not told again`(
        option: String,
        problem: String
    ) throws {
        #expect(try problems(option: option) == ["flow.yaml:" + problem])
    }
}
