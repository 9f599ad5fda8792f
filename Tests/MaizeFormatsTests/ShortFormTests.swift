import Maize
import MaizeCore
import Testing

@testable import MaizeFormats

/// Channels, parameters and nodes as people write them.
@Suite struct ShortFormTests {
    private let nodes = """
        nodes:
          numbers: {type: LoadData, parameters: {data: [1, 2, 3, 4]}}
          scatter: Scatter
          pairs: {type: Accumulate, parameters: {n_packets: 2}}
          show: LogResult

        """

    @Test(arguments: [
        "- numbers.out -> scatter.inp\n- scatter.out -> pairs.inp\n- pairs.out -> show.inp",
        "- numbers -> scatter -> pairs -> show",
        "- numbers.out->scatter -> pairs -> show.inp",
        "- {from: numbers, to: scatter}\n- {from: scatter.out, to: pairs}\n- {from: {pairs: out}, to: show.inp}",
        "- {sending: numbers.out, receiving: {scatter: inp}}\n- \"scatter.out -> pairs.inp\"\n- 'pairs -> show'",
        "- >-\n  numbers -> scatter\n  -> pairs -> show",
    ])
    func `long and short channels say the same`(channels: String) throws {
        let flow = try load(nodes + "channels:\n" + channels).workflow
        #expect(
            flow.channels.map(\.description) == [
                "numbers.out -> scatter.inp", "scatter.out -> pairs.inp", "pairs.out -> show.inp",
            ]
        )
        #expect(flow.check().isEmpty)
        #expect(flow.component(at: ["show"]) is LogResult<[Int]>)
    }

    @Test func `options of a channel stand beside its ends`() throws {
        let text = """
            nodes: {one: "Merge<File>", two: Void}
            channels: [{from: one, to: two, size: 7, mode: move}]
            """
        let channels = try load(text).workflow.channels
        #expect(channels.map(\.capacity) == [7] && channels.map(\.mode) == [.move])
    }

    @Test func `parameters name what they drive`() throws {
        let flow = try load(
            """
            nodes:
              here: {type: Station, parameters: {place: x}}
              there: {type: Station, parameters: {place: y}}
              end: Void
            channels: [here -> end, there -> end]
            parameters:
              place: here.place
              count: [here.count, {there: count}]
              mode: {map: there.mode, value: slow}
              small: {there: small}
            """,
            nodes: samples
        ).workflow
        #expect(flow.optionParameters.map(\.name) == ["place", "count", "mode", "small"])
        #expect(flow.optionParameters.map(\.valueText) == ["x", "3", "slow", "1"])
        #expect(flow.optionParameters[1].targets.map(\.location) == ["here.count", "there.count"])
        #expect(flow.check().isEmpty)
    }

    @Test func `places inside of graphs have dots or slashes`() throws {
        let flow = try load(
            """
            nodes: {all: Region, n: Void, s: Void}
            channels: [all.north.out -> n.inp, all/south.out -> s]
            parameters: {place: all.north.place, count: [all/south/station.count, all.north.station.count]}
            """,
            nodes: samples
        ).workflow
        #expect(
            flow.channels.map(\.description).suffix(2)
                == ["all/north/describe.out -> n.inp[0]", "all/south/describe.out -> s.inp[0]"]
        )
        #expect(flow.optionParameters[0].targets.map(\.location) == ["all/north.place"])
        #expect(
            flow.optionParameters[1].targets.map(\.location) == ["all/south/station.count", "all/north/station.count"]
        )
    }

    private func dotted(_ channel: String) throws -> [String] {
        let text = """
            nodes:
              all: {type: Region}
              all.north: {type: Station, parameters: {place: x}}
              v1.2: {type: Station, parameters: {place: y}}
              end: Void
              words: Sayings
            channels:
            - \(channel)
            """
        return try problems(text, nodes: samples).filter {
            !$0.contains("not connected") && !$0.contains("has no value")
        }
    }

    @Test func `names may hold dots, and what could mean two things is refused with both`() throws {
        #expect(try dotted("v1.2.out -> end") == [])
        #expect(try dotted("v1.2 -> end") == [])
        #expect(try dotted("all/north.out -> end") == [])
        #expect(try dotted("{from: {all.north: out}, to: end}") == [])
        let refused = "flow.yaml:8:3: error: 'all.north.out' can mean 'out' of 'all/north' and 'out' of 'all.north'"
        #expect(try dotted("all.north.out -> end").contains { $0.hasPrefix(refused) })
        #expect(try dotted("all.north -> end").contains { $0.contains("can mean the node 'all/north' and the node") })
    }

    @Test(arguments: [
        ("numbers.out -> scatter.imp", "7:26: error: 'scatter' (Scatter) has no port 'imp'; did you mean 'inp'?"),
        ("\"numbers.out -> scatter.imp\"", "7:27: error: 'scatter' (Scatter) has no port 'imp'; did you mean 'inp'?"),
        ("nubers.out -> scatter.inp", "7:3: error: there is no node 'nubers'; did you mean 'numbers'?"),
        ("numbers -> scater -> pairs", "7:14: error: there is no node 'scater'; did you mean 'scatter'?"),
        (
            "{from: numbers.oud, to: scatter}",
            "7:18: error: 'numbers' (LoadData) has no port 'oud'; did you mean 'out'?"
        ),
        (
            "scatter.inp -> pairs.inp",
            "7:11: error: 'scatter.inp' is an input; 'sending' names an output, such as scatter.out"
        ),
        ("numbers.data -> pairs", "7:11: error: 'data' is a parameter of 'numbers'; a channel connects ports: out"),
        (
            "numbers.out.x -> pairs",
            "7:11: error: 'numbers' (LoadData) has no port 'out.x'; there are: out"
        ),
        ("numbers/x.out -> pairs", "7:3: error: 'numbers' is a node; only a graph has nodes inside"),
        (
            "numbers.out ->",
            "7:3: error: a channel is written \"read.out -> split.inp\", a row of nodes \"read -> copy -> write\","
                + " not numbers.out ->"
        ),
        ("numbers..out -> pairs", "7:3: error: \"numbers..out\" is no place in the graph; write node.port, or"),
        ("{from: numbers}", "7:3: error: a channel needs the key 'to'"),
        (
            "{from: numbers, sending: x, to: scatter}",
            "7:28: error: 'from' says where this channel is; leave out 'sending'"
        ),
        (
            "show -> pairs",
            "7:3: error: no free output of 'show' fits a free input of 'pairs'; 'show' sends by no port,"
        ),
        ("3", "7:3: error: a channel is written"),
    ])
    func `what is wrong with a short channel has its own column`(channel: String, problem: String) throws {
        let found = try problems(nodes + "channels:\n- " + channel)
        #expect(found.contains { $0.hasPrefix("flow.yaml:" + problem) }, "\(found)")
    }

    @Test func `columns count the characters in front, and a text that is not there as it is has its beginning`() throws
    {
        let found = try problems("nodes: {a: Void}\nchannels: [\"ü\", 'ä -> a', \"x\\u002Ey -> a\", b -> a]")
        #expect(
            found.filter { $0.contains("no node") }.map { $0.split(separator: ": ")[0] } == [
                "flow.yaml:2:18", "flow.yaml:2:27", "flow.yaml:2:44",
            ],
            "\(found)"
        )
    }

    @Test func `a row finds the one way in which ports fit`() throws {
        let flow = try load(
            """
            nodes:
              sea: {type: Station, parameters: {place: x}}
              words: Describe
              unit: {type: LoadData, parameters: {data: km}}
              end: Return
            channels: [sea -> words -> end, unit -> words]
            """,
            nodes: samples
        ).workflow
        #expect(
            flow.channels.map(\.description)
                == ["sea.out -> words.inp", "words.out -> end.inp", "unit.out -> words.unit"]
        )
    }

    @Test func `more than one way is refused with the ways`() throws {
        let found = try problems(
            "nodes: {a: LoadData<Int>, b: TwoNumbers, c: Void}\nchannels: [a -> b, b.x -> c]",
            nodes: [TwoNumbers.self]
        )
        let problem =
            "flow.yaml:2:12: error: 'a -> b' can mean a.out -> b.first, a.out -> b.second; write the one that is meant"
        #expect(found.contains(problem), "\(found)")
        let flow = try load(
            """
            nodes: {a: {type: LoadData, parameters: {data: 1}}, b: {type: TwoNumbers, parameters: {first: 2}}, c: Void}
            channels: [a -> b]
            """,
            nodes: [TwoNumbers.self]
        ).workflow
        #expect(flow.channels.map(\.description) == ["a.out -> b.second"])
    }

    @Test func `an option that need not be given lets its node rest`() throws {
        let text = """
            nodes: {load: LoadFile, end: Void}
            channels: [load -> end]
            parameters: {path: {map: load.file, optional: true}}
            """
        let flow = try load(text).workflow
        #expect(flow.checkBeforeRun().isEmpty)
        #expect(try RunPlan(flow).nodes.map(\.isActive) == [false, true])
        #expect(
            try load(text.replacing("optional: true", with: "optional: false")).workflow.checkBeforeRun().count == 1
        )
    }
}

final class TwoNumbers: Node {
    let first = Input<Int>()
    let second = Input<Int>()
    let x = Output<Int>(optional: true)
}
