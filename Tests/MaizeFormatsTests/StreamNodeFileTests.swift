import Maize
import MaizeFormats
import TemporaryFiles
import Testing

/// The nodes by the names that they have in workflow files.
@Suite(.timeLimit(.minutes(10))) struct StreamNodeFileTests {
    private func problems(_ node: String, parameters: String) throws -> [String] {
        let files = try TemporaryFolder()
        let path = try files.write(
            """
            nodes:
            - {name: load, type: "LoadData<Int>", parameters: {data: 1}}
            - {name: node, type: \(node), parameters: {\(parameters)}}
            - {name: end, type: Void}
            channels:
            - {sending: {load: out}, receiving: {node: inp}}
            - {sending: {node: out}, receiving: {end: inp}}
            """
        )
        do {
            return try Workflow(contentsOf: path).check().map(\.message)
        } catch {
            return ["\(error)"]
        }
    }

    @Test(arguments: [
        ("Take", "count: 3"), ("Drop", "count: 3"), ("Tee", "path: x"), ("BatchStream", "count: 2, seconds: 0.5"),
        ("Window", "count: 3, step: 1, partial: true"), ("TimeWindow", "seconds: 2, step_seconds: 1, empty: true"),
        ("Throttle", "count: 2, seconds: 0.5"), ("Zip", ""),
    ])
    func `files may name them`(node: String, parameters: String) throws {
        #expect(try problems(node, parameters: parameters).isEmpty)
    }

    @Test(arguments: [
        ("Take", "count: -1"), ("Window", "count: 0"), ("TimeWindow", "seconds: 0"), ("Throttle", "seconds: 0"),
        ("BatchStream", ""),
    ])
    func `values out of range are found before the run`(node: String, parameters: String) throws {
        #expect(try problems(node, parameters: parameters).count == 1)
    }

    @Test(arguments: ["count: 0", "seconds: -1", "count: many"])
    func `a value that is refused is not told as one that is missing`(parameters: String) throws {
        let found = try problems("BatchStream", parameters: parameters).joined()
        #expect(found.contains(": error: node.") && !found.contains("neither count nor seconds"), "\(found)")
    }

    @Test func `the types of pairs follow from the channels`() throws {
        let files = try TemporaryFolder()
        let path = try files.write(
            """
            nodes:
            - {name: names, type: "LoadData<String>", parameters: {data: a}}
            - {name: masses, type: "LoadData<Double>", parameters: {data: 1}}
            - {name: zip, type: Zip2}
            - {name: end, type: Return}
            channels:
            - {sending: {names: out}, receiving: {zip: first}}
            - {sending: {masses: out}, receiving: {zip: second}}
            - {sending: {zip: out}, receiving: {end: inp}}
            """
        )
        let flow = try Workflow(contentsOf: path)
        #expect(flow.check().isEmpty)
        #expect(flow.nodes.contains { $0 is Return<Pair<String, Double>> })
    }
}
