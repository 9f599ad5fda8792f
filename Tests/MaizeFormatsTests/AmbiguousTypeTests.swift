import Maize
import Testing

@testable import MaizeFormats

/// Types of nodes that have one name, or that no node can have: only who uses the name is told.
@Suite struct AmbiguousTypeTests {
    private let nodes: [Component.Type] =
        samples + [Elsewhere.STATION.self, Elsewhere.Log.self, Elsewhere.Crooked.self]

    @Test func `a file that names none of them is none the worse`() throws {
        let flow = try load(
            "nodes: {l: {type: LoadData, parameters: {data: 1}}, v: Void}\nchannels: [l -> v]",
            nodes: nodes
        ).workflow
        #expect(flow.check().isEmpty)
    }

    @Test(arguments: ["Station", "station", "Station<Int>", "Parallel<Station>"])
    func `an ambiguous name is one error, which names both types with their modules`(name: String) throws {
        let found = try problems("nodes: {a: \(name), v: Void}\nchannels: [a.out -> v.inp]", nodes: nodes)
        #expect(
            found == [
                "flow.yaml:1:12: error: 2 types of nodes are called 'STATION': MaizeFormatsTests.Station and"
                    + " MaizeFormatsTests.Elsewhere.STATION; override 'class var typeName' in one of them, so that each"
                    + " has a name of its own"
            ]
        )
    }

    @Test func `so is a name that a standard type has too`() throws {
        let found = try problems("nodes: {a: Log}", nodes: nodes)
        #expect(found.count == 1)
        #expect(
            found[0].hasPrefix("flow.yaml:1:12: error: 2 types of nodes are called 'Log': MaizeSteps.Log<"),
            "\(found)"
        )
        #expect(found[0].contains(" and MaizeFormatsTests.Elsewhere.Log;"), "\(found)")
    }

    @Test func `no graph of a file takes an ambiguous name`() throws {
        let found = try problems("graphs: {Station: {nodes: {v: Void}}}\nnodes: {a: Void}", nodes: nodes)
        #expect(
            found.contains(
                "flow.yaml:1:10: error: there is a type of nodes 'Station' already; give this graph another name"
            )
        )
    }

    @Test func `a type that no node can have is told of where it is used`() throws {
        let found = try problems("nodes: {a: Crooked}", nodes: nodes)
        #expect(found.count == 1)
        let problem = "flow.yaml:1:12: error: no node can be of the type MaizeFormatsTests.Elsewhere.Crooked: "
        #expect(found[0].hasPrefix(problem), "\(found)")
    }

    @Test func `one type, given twice or for other items, is one`() {
        let catalogue = NodeCatalogue([
            Station.self, Station.self, Merge<Int>.self, Reverse<String>.self, Reverse<Int>.self,
        ])
        for name in ["Station", "Merge", "Reverse"] { #expect(catalogue[name] != nil) }
    }

    @Test func `both types are listed, and neither is described`() throws {
        let types = NodeTypes(nodes)
        #expect(types.all.count { $0.typeName.lowercased() == "station" } == 2)
        let error = #expect(throws: WorkflowError.self) { try types.type(named: "Station", taking: []) }
        #expect(error?.message.hasPrefix("2 types of nodes are called ") == true)
    }

    @Test func `the schema leaves ambiguous names out`() throws {
        let text = try WorkflowSchema(nodes).text
        #expect(!text.contains("parameters-Station") && text.contains("parameters-Describe"))
    }

    @Test func `a workflow with both cannot be saved, and says why`() throws {
        let flow = Workflow("both")
        try flow.add(Station.self, name: "a") { $0.place = "x" }
        try flow.add(Elsewhere.STATION.self, name: "b")
        let error = #expect(throws: WorkflowSavingError.self) { try flow.text(as: .yaml) }
        #expect(error?.problems.allSatisfy { $0.contains("2 types of nodes are called ") } == true)
    }
}

/// Names that exist already.
enum Elsewhere {
    final class STATION: Node { let out = Output<Int>(optional: true) }
    final class Log: Node { let inp = Input<Int>() }
    final class Crooked: Node {
        let first = Input<Int>(name: "inp")
        let second = Input<Int>(name: "inp")
    }
}
