import MaizeSystem
import TemporaryFiles
import Testing

/// `Parallel<…>` in a workflow file, with a release build where there is one: what names the worker's type at run time
/// must not be taken for its base type by the optimiser.
@Suite(.timeLimit(.minutes(10)))
struct SharedWorkFileTests {
    @Test func `a file names the worker that is to share the work`() throws {
        let folder = try TemporaryFolder()
        let flow = try folder.write(
            """
            nodes:
            - {name: load, type: LoadData, parameters: {data: [water, ethanol, urea]}}
            - {type: Scatter}
            - {name: wait, type: Parallel<Delay>, parameters: {branches: 3, keeps_order: true, delay: 0}}
            - {name: end, type: Return}
            channels:
            - {sending: {load: out}, receiving: {scatter: inp}}
            - {sending: {scatter: out}, receiving: {wait: inp}}
            - {sending: {wait: out}, receiving: {end: inp}}
            """,
            to: "flow.yaml"
        )
        let finished = try Program(Program.released("maize-swift"), ["execute", flow]).wait()
        #expect(finished.end == .exited(status: 0), "\(finished.errors)")
        #expect(finished.output == "water\nethanol\nurea\n")
    }
}
