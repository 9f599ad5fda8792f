import MaizeSystem
import Testing

/// `maize-swift doctor`.
@Suite(.timeLimit(.minutes(10)))
struct DoctorCommandTests {
    @Test func `this machine is found fit for runs, by a run`() throws {
        let program = try Program("maize-swift", ["doctor"])
        let finished = try program.wait()
        #expect(finished.end == .exited(status: 0) && finished.errors == "")
        #expect(finished.output.contains(/ok +version +maize-swift \d/))
        #expect(finished.output.contains(/ok +a run +of two nodes took \d+ ms/))
        #expect(finished.output.contains(/ok +swift +\/.*swift, version \d+\.\d+/))
        #expect(try Directory.entries(of: program.scratch) == [])
    }

    @Test(arguments: [
        ("ulimit -n 64", 0, #""level":"warning""#, "64 for a process"),
        ("ulimit -n 40", 4, #""level":"problem""#, "40 for a process"),
    ])
    func `few descriptors are told with what to do`(limit: String, status: Int32, level: String, message: String) throws
    {
        let shell = ["/bin/sh", "-c", "\(limit); exec \"$0\" \"$@\""]
        let finished = try Program("maize-swift", ["doctor", "--json"], through: shell).wait()
        #expect(finished.end == .exited(status: status), "\(finished.errors)")
        let line = try #require(finished.output.split(separator: "\n").first { $0.contains(#""topic":"descriptors""#) })
        #expect(line.contains(level) && line.contains(message))
        #expect(line.contains(#""advice":"raise the hard limit: `ulimit -Hn 65536`"#))
    }

    @Test func `a scratch folder in which nothing can be made is told with what to do`() throws {
        let finished = try Program("maize-swift", ["doctor", "--scratch", "/dev/null/runs"]).wait()
        #expect(finished.end == .exited(status: 4))
        #expect(finished.output.contains(/problem +scratch +\/dev\/null\/runs: Not a directory\n +name another folder/))
    }

    @Test func `a machine on which nothing runs has status 4, and JSON tells why`() throws {
        let finished = try Program("maize-swift", ["doctor", "--scratch", "/proc/none", "--json"]).wait()
        #expect(finished.end == .exited(status: 4))
        #expect(
            finished.output.contains(
                #""level":"problem","message":"/proc/none: No such file or directory","topic":"scratch"}"#
            )
        )
        let lines = finished.output.split(separator: "\n")
        #expect(lines.allSatisfy { $0.hasPrefix("{") && $0.hasSuffix("}") })
    }
}
