import Maize
import TemporaryFiles
import Testing

@testable import MaizeFormats

/// Nodes of a file that share the work.
@Suite(.timeLimit(.minutes(10))) struct ParallelFileTests {
    private let text = """
        nodes:
        - {name: load, type: LoadData, parameters: {data: [5, 6, 7, 8]}}
        - {type: Scatter}
        - {name: wait, type: Parallel<Delay>, parameters: {branches: 3, keeps_order: true, delay: 0.001}}
        - {name: end, type: Return}
        channels:
        - {sending: {load: out}, receiving: {scatter: inp}}
        - {sending: {scatter: out}, receiving: {wait: inp}}
        - {sending: {wait: out}, receiving: {end: inp}}
        """

    @Test func `any type that a file may name can be parallel, its items found as ever`() throws {
        let folder = try TemporaryFolder()
        let flow = try Workflow(contentsOf: folder.write(text, to: "flow.yaml"))
        var options = RunOptions()
        options.scratch = folder.path
        options.logFile = folder.path + "/log"
        try flow.execute(options)
        #expect(try #require(flow.component(at: ["end"]) as? Return<Int>).values == [5, 6, 7, 8])
        let whole = try #require(flow.component(at: ["wait"]) as? Parallel<Delay<Int>>)
        #expect(whole.branches == 3 && whole.keepsOrder && whole.delay == 0.001)
    }

    @Test func `a type of a program and a standard one, in any case`() throws {
        let text = """
            nodes:
            - {name: from, type: Weather, parameters: {place: Oslo}}
            - {name: words, type: parallel< describe >, parameters: {branches: 2, n_digits: 2, unit: km}}
            - {name: sort, type: Parallel<Command>, parameters: {command: [cat], branches: 2}}
            - {name: end, type: Return}
            channels:
            - {sending: {from: out}, receiving: {sort: inp}}
            - {sending: {sort: out}, receiving: {end: inp}}
            """
        #expect(try problems(text, nodes: samples).isEmpty)
    }

    @Test func `what is wrong is told with its place`() throws {
        let wrong = text.replacing("branches: 3", with: "branches: 0")
        let found = try problems(wrong)
        #expect(found.first?.contains("branches: the value 0 breaks the rule") == true, "\(found)")
        let unknown = text.replacing("Parallel<Delay>", with: "Parallel<Delai>")
        let others = try problems(unknown)
        #expect(others.first?.contains("there is no type of nodes 'Parallel<Delai>'") == true, "\(others)")
    }
}
