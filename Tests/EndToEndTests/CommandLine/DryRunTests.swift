import Foundation
import MaizeSystem
import TemporaryFiles
import Testing

/// `maize-swift execute FLOW --dry-run`.
@Suite(.timeLimit(.minutes(10)))
struct DryRunTests {
    private let folder: TemporaryFolder
    private let flow: String

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("1\n2\n", to: "numbers.txt")
        flow = try folder.write(
            """
            name: planned
            nodes:
            - {name: read, type: ReadLines, parameters: {path: numbers.txt}}
            - {name: sort, type: Command, parameters: {command: [sort, -n, a b]}, n_attempts: 2, fail_ok: true}
            - {name: write, type: WriteLines, parameters: {path: out.txt}}
            channels:
            - {sending: {read: out}, receiving: {sort: inp}, size: 7}
            - {sending: {sort: out}, receiving: {write: inp}}
            parameters:
            - {name: file, map: [{read: path}]}
            """
        )
    }

    private func plan(_ words: [String]) throws -> Program.Finished {
        try Program("maize-swift", ["execute", flow, "--dry-run"] + words).wait()
    }

    @Test func `the plan is told, and nothing is run`() throws {
        let program = try Program("maize-swift", ["execute", flow, "--dry-run", "--scratch", "/var/tmp"])
        let finished = try program.wait()
        #expect(finished.end == .exited(status: 0) && finished.errors == "")
        let start = finished.output.components(separatedBy: "\nNEEDS\n")[0]
        #expect(
            start == """
                planned: 3 nodes, 2 channels; nothing was run

                NODES
                  read   ReadLines
                      path = \(folder.path)/numbers.txt
                      encoding = utf8  (default)
                  sort   Command  (2 attempts, may fail)
                      command = sort -n 'a b'
                      statuses = 0  (default)
                      encoding = utf8  (default)
                  write  WriteLines
                      path = \(folder.path)/out.txt

                CHANNELS
                  from      to         items   capacity
                  read.out  sort.inp   String         7
                  sort.out  write.inp  String        64

                COMMANDS
                  sort: /usr/bin/sort -n 'a b'

                """
        )
        #expect(finished.output.contains("processes         5") || finished.output.contains("processes        5"))
        #expect(finished.output.hasSuffix("The run's folder would be made below /var/tmp.\n"))
        #expect(try Directory.entries(of: folder.path).sorted() == ["flow.yaml", "numbers.txt"])
        #expect(program.folders.isEmpty)
    }

    @Test func `options change the plan, and JSON has all of it on a line`() throws {
        let other = try folder.write("", to: "other.txt")
        let output = try plan(["--file", other, "--json"]).output
        #expect(output.split(separator: "\n").count == 1)
        #expect(output.contains(#"{"default":false,"name":"path","secret":false,"value":"\#(other)"}"#))
        #expect(output.contains(#"{"capacity":7,"receiver":"sort.inp","sender":"read.out","type":"String"}"#))
        #expect(output.contains(#""commands":[{"node":"sort","words":["/usr/bin/sort","-n","a b"]}]"#))
        #expect(output.contains(#""what":"processes""#))
    }

    @Test func `a workflow that cannot run has no plan`() throws {
        let finished = try plan(["--file", "/none"])
        #expect(finished.end == .exited(status: 2))
        #expect(finished.output == "")
        #expect(finished.errors.contains("read.path: there is no file or folder '/none'"))
    }

    @Test func `a program that is not there is told, with the status of an invalid workflow`() throws {
        let finished = try Program("maize-swift", ["execute", flow, "--dry-run"], environment: ["PATH": "/none"]).wait()
        #expect(finished.end == .exited(status: 2))
        #expect((finished.output + finished.errors).contains("program 'sort' was not found"))
    }

    @Test func `a run that would need too many descriptors has the status of the machine`() throws {
        let shell = ["/bin/sh", "-c", "ulimit -n 20; exec \"$0\" \"$@\""]
        let finished = try Program("maize-swift", ["execute", flow, "--dry-run"], through: shell).wait()
        #expect(finished.end == .exited(status: 4))
        #expect(finished.output.contains("raise the limit with `ulimit -Hn"))
    }
}
