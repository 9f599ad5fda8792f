import MaizeSystem
import TemporaryFiles
import Testing

/// `maize-swift expand`.
@Suite(.timeLimit(.minutes(10)))
struct ExpandCommandTests {
    private let folder: TemporaryFolder
    private let flow: String

    init() throws {
        folder = try TemporaryFolder()
        flow = try folder.write(
            """
            name: shown
            graphs:
              Late:
                nodes: {wait: Delay}
                ports: {inp: wait.inp, out: wait.out}
                parameters: {seconds: wait.delay}
            nodes:
              load: {type: LoadData, parameters: {data: 7}}
              late: {type: Late, parameters: {seconds: 0}}
              show: Return
            channels: [load.out -> late.inp, late.out -> show.inp]
            parameters: {number: load.data}
            """
        )
    }

    private func run(_ words: [String]) throws -> Program.Finished { try Program("maize-swift", words).wait() }

    @Test func `graphs are dissolved, and all that follows by itself is said`() throws {
        let finished = try run(["expand", flow])
        #expect(finished.end == .exited(status: 0) && finished.errors.isEmpty, "\(finished.errors)")
        #expect(
            finished.output == """
                name: shown
                level: info
                nodes:
                - name: load
                  type: LoadData<Int>
                  loop: false
                  n_attempts: 1
                  fail_ok: false
                  active: true
                  parameters: {data: 7}
                - name: late.wait
                  type: Delay<Int>
                  loop: false
                  n_attempts: 1
                  fail_ok: false
                  active: true
                  parameters: {delay: 0.0}
                - {name: show, type: Return<Int>, loop: false, n_attempts: 1, fail_ok: false, active: true}
                channels:
                - {sending: {load: out}, receiving: {late.wait: inp}, size: 64}
                - {sending: {late.wait: out}, receiving: {show: inp}, size: 64}
                parameters:
                - {name: number, map: [{load: data}]}

                """
        )
    }

    @Test(arguments: ["yaml", "toml", "json"])
    func `a flat file runs as the other one, and is its own flat file`(suffix: String) throws {
        let flat = folder.path + "/flat." + suffix
        #expect(try run(["expand", flow, "-o", flat]).end == .exited(status: 0))
        #expect(try run(["execute", flat, "-q", "--number", "9"]).output == "9\n")
        #expect(try run(["expand", flat]).output == run(["expand", flow]).output)
    }

    @Test func `what cannot be written is said, and nothing is there then`() throws {
        let program = try run(["expand", Program.folder + "/Hello"])
        #expect(program.end == .exited(status: 2) && program.errors.contains("give expand a workflow file"))
        let suffix = try run(["expand", flow, "-o", folder.path + "/flat.txt"])
        #expect(suffix.end == .exited(status: 64) && suffix.errors.contains("does not tell the format"))
        let nowhere = try run(["expand", flow, "-o", folder.path + "/none/flat.yaml"])
        #expect(nowhere.end == .exited(status: 4))
        #expect(nowhere.errors.hasSuffix("the workflow cannot be written: No such file or directory\n"))
    }
}
