import Maize
import Testing

@testable import MaizeFormats

/// Graphs that a program registers, and paths into them.
@Suite struct SubgraphFileTests {
    @Test func `a graph's port and parameter are those of its inner nodes`() throws {
        let flow = try load(
            """
            nodes:
            - {name: north, type: Weather, parameters: {place: Oslo}}
            - {name: south, type: Weather}
            - {name: all, type: Region}
            - {type: Merge}
            - {type: Return}
            channels:
            - {sending: {north: out}, receiving: {merge: inp}}
            - {sending: {south: out}, receiving: {merge: inp}}
            - {sending: {all: {north: out}}, receiving: {merge: inp}}
            - {sending: {all: {south: {describe: out}}}, receiving: {merge: inp}}
            - {sending: {merge: out}, receiving: {return: inp}}
            parameters:
            - {name: place, map: [{south: place}, {all: {north: place}}]}
            - {name: inner, map: [{all: {south: {station: count}}}], value: 9}
            """.replacing("- {sending: {all: {south: {describe: out}}}", with: "- {sending: {all: {south: out}}"),
            nodes: samples
        ).workflow
        #expect(flow.component(at: ["return"]) is Return<String>)
        #expect(flow.channels.map(\.sender.location).contains("all/south/describe.out"))
        let found = flow.check()
        #expect(found.map(\.path) == ["south/station", "all/north/station", "all/south/station"], "\(found)")
        #expect(found.allSatisfy { $0.interface == "place" })
        #expect((flow.component(at: ["north", "station"]) as? Station)?.place == "Oslo")
        #expect((flow.component(at: ["all", "south", "station"]) as? Station)?.count == 9)
    }

    private func problems(_ channel: String, parameters: String = "") throws -> [String] {
        let text = """
            nodes:
            - {name: all, type: Region}
            - {name: words, type: Sayings}
            - {name: r, type: Return<String>}
            channels:
            - \(channel)

            """ + parameters
        return try MaizeFormatsTests.problems(text, nodes: samples)
            .filter { !$0.contains("this output is not connected") && !$0.contains("has no value") }
    }

    @Test(arguments: [
        (
            "{sending: {all: {noth: out}}, receiving: {r: inp}}",
            "6:20: error: there is no node 'noth' in 'all'; did you mean 'north'?"
        ),
        (
            "{sending: {all: {north: ot}}, receiving: {r: inp}}",
            "6:27: error: 'all/north' (Weather) has no port 'ot'; did you mean 'out'?"
        ),
        (
            "{sending: {all: {north: {station: {x: out}}}}, receiving: {r: inp}}",
            "6:28: error: 'all/north/station' is a node; only a graph has nodes inside"
        ),
        (
            "{sending: {words: {describe: inp}}, receiving: {r: inp}}",
            "6:32: error: 'words/describe.inp' is an input; 'sending' names an output, such as words/describe.out"
        ),
        (
            "{sending: {all: {north: {station: out}}}, receiving: {r: inp}}",
            "6:3: error: 'all/north/station.out' sends items of type Reading, and 'r.inp' takes String"
        ),
    ])
    func `a wrong path into a graph is refused where it goes wrong`(channel: String, problem: String) throws {
        let found = try problems(channel).filter { !$0.contains("words") || problem.contains("words") }
        #expect(found.contains("flow.yaml:" + problem), "\(found)")
        #expect(!found.contains { $0.contains("r.inp: this input") }, "\(found)")
    }

    @Test func `an inner port of a graph's own channel is in use`() throws {
        let found = try problems("{sending: {words: {describe: out}}, receiving: {r: inp}}")
        #expect(
            found.contains { $0.hasPrefix("flow.yaml:6:3: error: port 'words/describe.out' is exposed as 'words.out'") }
        )
    }

    @Test func `what a wrong channel leaves open inside of a graph is not told again`() throws {
        let found = try problems("{sending: {nobody: out}, receiving: {words: inp}}")
        #expect(!found.contains { $0.contains("words.") || $0.contains("words/") }, "\(found)")
    }

    @Test func `a graph that cannot be built is told with its place, and what it is connected to is not`() throws {
        let text =
            "nodes:\n- {type: Faulty}\n- {type: Return}\nchannels:\n- {sending: {faulty: out}, receiving: {return: inp}}"
        #expect(
            try MaizeFormatsTests.problems(text, nodes: samples)
                == ["flow.yaml:2:3: error: 'faulty' cannot be built: the parts do not fit"]
        )
    }

    @Test func `a finding in a graph carries the place of the graph in the file`() throws {
        let file = try load("nodes:\n- {name: r, type: Return<Int>}\n- {name: all, type: Region}", nodes: samples)
        let found = Set(
            file.workflow.check().map { file.diagnostic($0) }.map {
                "\($0.line):\($0.column) \($0.path).\($0.interface ?? ""): \($0.message)"
            }
        )
        #expect(found.contains { $0.hasPrefix("2:3 r.inp: this input is not connected") })
        #expect(found.contains { $0.hasPrefix("3:3 all/north/describe.out: this output is not connected") })
        #expect(found.contains { $0.hasPrefix("3:3 all/south/station.place: this parameter has no value") })
    }
}
