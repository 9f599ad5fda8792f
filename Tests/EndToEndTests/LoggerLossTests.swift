import Foundation
import MaizeSystem
import Testing

extension Faults {
    @Suite struct LoggerLossTests {
        @Test func `a run whose logger is killed goes on, says so and completes`() throws {
            let done = "/tmp/maize-done-\(UUID().uuidString)"
            defer { unlink(done) }
            let program = try Program(fault: "chatter", environment: ["DONE_FILE": done])
            try program.waitForErrors("chatter begins")
            try program.killLogger()
            // From here on the node prints and logs as fast as it can into pipes that nobody reads.
            let finished = try program.wait(within: 20)
            #expect(finished.end == .exited(status: 0))
            #expect(finished.errors.contains("the logger process is gone"))
            #expect(FileManager.default.fileExists(atPath: done), "the node did not come through")
            #expect(program.leftovers(after: 0.5).isEmpty)
            #expect(program.folders.isEmpty)
        }

        @Test func `a failure is still reported without a logger`() throws {
            let program = try Program(fault: "patient")
            try program.waitForErrors("waiting")
            try program.killLogger()
            try program.waitForErrors("the logger process is gone")
            let node = try #require(program.process(named: "patient"))
            kill(node, SIGKILL)
            let finished = try program.wait(within: 5)
            #expect(finished.end == .exited(status: 1))
            #expect(finished.errors.contains("error: node 'patient' was killed by SIGKILL"))
        }
    }
}
