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
        #expect(try Directory.entries(of: program.scratch) == [])
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
