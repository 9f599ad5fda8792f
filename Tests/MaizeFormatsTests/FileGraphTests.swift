import Maize
import MaizeCore
import TemporaryFiles
import Testing

@testable import MaizeFormats

/// Graphs that a file defines.
@Suite struct FileGraphTests {
    private let twice = """
        graphs:
          Twice:
            description: Copies and merges.
            nodes:
              copy: Copy
              merge: Merge
              wait: {type: Delay, parameters: {delay: 0}}
              rest: {type: Delay, parameters: {delay: 0}}
            channels: [copy -> merge, copy -> wait -> rest -> merge]
            ports: {inp: copy.inp, out: merge.out}
            parameters: {delay: wait.delay}

        """

    @Test func `a graph is used any number of times, with types of its own each time`() throws {
        let flow = try load(
            twice + """
                nodes:
                  numbers: {type: LoadData, parameters: {data: 1}}
                  words: {type: LoadData, parameters: {data: x}}
                  first: {type: Twice, parameters: {delay: 2}, description: the first one}
                  second: twice
                  n: Return
                  w: Return
                channels: [numbers -> first -> n, words.out -> second.inp, second.out -> w.inp]
                """
        ).workflow
        #expect(flow.component(at: ["first", "copy"]) is Copy<Int>)
        #expect(flow.component(at: ["second", "merge"]) is Merge<String>)
        #expect(flow.component(at: ["w"]) is Return<String>)
        let first = try #require(flow.component(at: ["first"]) as? FileGraph)
        #expect(first.shownTypeName == "Twice" && first.definitionSummary == "Copies and merges.")
        #expect(first.options.summary == "the first one")
        let box = flow.outline().root.members?.first { $0.name == "first" }
        #expect(box?.type == "Twice" && box?.summary == "the first one")
        #expect(first.ports.map(\.name) == ["inp", "out"] && first.parameters.map(\.name) == ["delay"])
        #expect(flow.check().isEmpty)
        #expect((flow.component(at: ["first", "wait"]) as? Delay<Int>)?.delay == 2)
        #expect((flow.component(at: ["second", "wait"]) as? Delay<String>)?.delay == 0)
        #expect(flow.channels.map(\.description).contains("numbers.out -> first/copy.inp"))
    }

    @Test func `graphs hold graphs, and places inside are reached from outside`() throws {
        let flow = try load(
            twice + """
                  Outer:
                    nodes: {a: Twice, b: Twice}
                    channels: [a -> b]
                    ports: {inp: a.inp, out: b.out}
                    parameters: {delay: [a.delay, b.rest.delay]}
                nodes:
                  numbers: {type: LoadData, parameters: {data: [1.5]}}
                  o: {type: Outer, parameters: {delay: 3}}
                  end: Return
                channels: [numbers -> o -> end]
                """
        ).workflow
        #expect(flow.component(at: ["o", "b", "copy"]) is Copy<[Double]>)
        #expect(flow.check().isEmpty)
        #expect((flow.component(at: ["o", "a", "wait"]) as? Delay<[Double]>)?.delay == 3)
        #expect((flow.component(at: ["o", "b", "rest"]) as? Delay<[Double]>)?.delay == 3)
        let option = try load(
            twice + "nodes: {t: Twice, l: {type: LoadData, parameters: {data: 1}}, v: Void}\nchannels: [l -> t -> v]\n"
                + "parameters: {inner: t/rest.delay}"
        ).workflow
        #expect(option.optionParameters[0].targets.map(\.location) == ["t/rest.delay"])
    }

    @Test func `a parameter's value inside lets the type follow outside`() throws {
        let flow = try load(
            """
            graphs: {Source: {nodes: {l: LoadData}, ports: {out: l.out}, parameters: {data: l.data}}}
            nodes: {s: {type: Source, parameters: {data: [a, b]}}, end: Return}
            channels: [s -> end]
            """
        ).workflow
        #expect(flow.component(at: ["end"]) is Return<[String]>)
        #expect(flow.check().isEmpty)
    }

    @Test func `an input of a graph takes a value in place of a channel`() throws {
        let flow = try load(
            """
            graphs: {Say: {nodes: {d: Describe}, ports: {inp: d.inp, unit: d.unit, out: d.out}}}
            nodes: {s: {type: Station, parameters: {place: x}}, say: {type: Say, parameters: {unit: km}}, end: Void}
            channels: [s -> say -> end]
            """,
            nodes: samples
        ).workflow
        #expect(flow.check().isEmpty)
        #expect((flow.component(at: ["say", "d"]) as? Describe)?.unit.valueInPlace == "km")
    }

    @Test func `what is wrong inside is told where the graph is defined, once`() throws {
        let found = try problems(
            """
            graphs:
              Bad:
                nodes:
                  load: {type: LoadDat}
                  wait: {type: Delay, parameters: {dela: 1}}
                  other: Station
                channels: [wait.oud -> other.inp]
                ports: {out: other.out, inp: wait.imp}
                parameters: {x: wait.y}
              Unused: {nodes: {a: Mrge}}
            nodes: {a: Bad, b: Bad, c: Void, d: Void}
            channels: [a.out -> c, b.ot -> d]
            """,
            nodes: samples
        ).filter { !$0.contains("not connected") }
        #expect(
            found.map { $0.replacing("flow.yaml:", with: "") } == [
                "4:20: error: there is no type of nodes 'LoadDat'; did you mean 'LoadData'?",
                "5:40: error: 'wait' has no parameter 'dela'; did you mean 'delay'?",
                "6:7: error: a/other.place: this parameter has no value; give it one, or map it to an option",
                "6:7: error: b/other.place: this parameter has no value; give it one, or map it to an option",
                "7:21: error: 'wait' (Delay) has no port 'oud'; did you mean 'out'?",
                "7:34: error: 'other' (Station) has no port 'inp'; there are: out",
                "8:39: error: 'wait' (Delay) has no port 'imp'; did you mean 'inp'?",
                "9:26: error: 'wait' has no parameter 'y'; there are: delay, inp",
                "10:23: error: there is no type of nodes 'Mrge'; did you mean 'Merge'?",
                "12:26: error: 'b' (Bad) has no port 'ot'; did you mean 'out'?",
            ],
            "\(found)"
        )
    }

    @Test func `types that differ are told inside`() throws {
        let found = try problems(
            """
            graphs: {G: {nodes: {m: Merge, s: Describe}, channels: [m.out -> s.inp], ports: {inp: m.inp, out: s.out}}}
            nodes: {l: {type: LoadData<Int>, parameters: {data: 1}}, g: G, end: Void}
            channels:
            - l.out -> g.inp
            - g -> end
            """,
            nodes: samples
        )
        #expect(found == ["flow.yaml:4:3: error: 'l.out' sends items of type Int, and 'g.inp' takes Reading"])
    }

    @Test(arguments: [
        (
            "graphs: {A: {nodes: {a: A}}}\nnodes: {x: A}",
            "1:25: error: the graph 'A' would hold itself: A > A"
        ),
        (
            "graphs: {A: {nodes: {a: B}}, B: {nodes: {b: a}}}\nnodes: {x: A}",
            "1:45: error: the graph 'A' would hold itself: A > B > A"
        ),
        (
            "graphs: {Merge: {nodes: {a: Void}}}\nnodes: {x: Void}",
            "1:10: error: there is a type of nodes 'Merge' already; give this graph another name"
        ),
        (
            "graphs: {A: {nodes: {a: Void}}, a: {nodes: {a: Void}}}\nnodes: {x: A}",
            "1:33: error: there is a graph 'A' already, in line 1 of"
        ),
        (
            "graphs: {A: {nodes: {a: Merge}}}\nnodes: {x: A<Int>}",
            "2:12: error: 'A' is a graph of the file; its types of items follow from what it is connected to"
        ),
        ("graphs: {a b: {nodes: {a: Merge}}}\nnodes: {x: Void}", "1:10: error: the graph's name \"a b\" holds \" \""),
        ("graphs: {A: {node: {a: Merge}}}\nnodes: {x: Void}", "1:14: error: unknown key 'node' in a graph;"),
        (
            "graphs: {A: {nodes: {a: Merge}, ports: {inp: a.inp, inp2: a.inp}}}\nnodes: {x: A}",
            "1:59: error: port 'x/a.inp' is in use already"
        ),
        (
            "graphs: {A: {nodes: {a: Merge}, ports: {p: a.out}, parameters: {p: a.inp}}}\nnodes: {x: A}",
            "1:65: error:"
        ),
        ("graphs: [A]\nnodes: {x: Void}", "1:9: error: 'graphs' is a mapping of names to graphs, not a list"),
    ])
    func `a graph that cannot be is refused`(text: String, problem: String) throws {
        let found = try problems(text)
        #expect(found.contains { $0.hasPrefix("flow.yaml:" + problem) }, "\(found)")
    }

    @Test func `graphs that would grow beyond bounds, or lie too deep, are refused at once`() throws {
        var bomb = "graphs:\n  G0: {nodes: {a: Void, b: Void}}\n"
        for level in 1..<40 { bomb += "  G\(level): {nodes: {a: G\(level - 1), b: G\(level - 1)}}\n" }
        let found = try problems(bomb + "nodes: {x: G39}")
        #expect(found.contains { $0.contains("would be made of more than 50000 nodes") }, "\(found)")
        var deep = "graphs:\n  G0: {nodes: {a: Void}}\n"
        for level in 1..<20_000 { deep += "  G\(level): {nodes: {a: G\(level - 1)}}\n" }
        #expect(
            try problems(deep + "nodes: {x: G19999}").contains { $0.contains("more than 50 graphs within each other") }
        )
        let wide =
            "graphs: {G: {nodes: {" + (0..<1000).map { "n\($0): Void" }.joined(separator: ", ") + "}}}\nnodes: {"
            + (0..<1000).map { "g\($0): G" }.joined(separator: ", ") + "}"
        #expect(try problems(wide).contains { $0.contains("would be made of more than 50000 nodes") })
    }

    /// What a file's graphs come to, the unused ones among them: graphs and uses of graphs.
    private func uses(_ text: String) throws -> Int {
        let folder = try TemporaryFolder()
        let catalogue = NodeCatalogue([])
        var loader = FlowLoader(catalogue: catalogue)
        var builder = WorkflowBuilder(try loader.load(folder.write(text)), into: Workflow(), catalogue: catalogue)
        builder.build()
        return builder.scopes.count
    }

    @Test func `graphs that nothing uses are looked at once, however deep they lie in others`() throws {
        var chain = "graphs:\n  G0: {nodes: {a: Void}}\n"
        for level in 1..<2_000 { chain += "  G\(level): {nodes: {a: G\(level - 1)}}\n" }
        #expect(try uses(chain + "nodes: {x: Void}") <= 2_001)
        #expect(try uses(chain + "nodes: {x: G1999}") <= 2_001)
    }

    @Test func `graphs that nothing uses are made no more often than used ones could be`() throws {
        var text = "graphs:\n  G0: {nodes: {a: Void, b: Void}}\n"
        for level in 1..<14 { text += "  G\(level): {nodes: {a: G\(level - 1), b: G\(level - 1)}}\n" }
        for number in 0..<1_000 { text += "  H\(number): {nodes: {a: G13}}\n" }
        #expect(try uses(text + "nodes: {x: Void}") < GraphDefinition.mostComponents)
    }
}
