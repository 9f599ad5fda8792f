import Foundation
import MaizeSystem
import Testing

extension Faults {
    @Suite struct SpawnFailureTests {
        /// Runs a command of the shell, then the program in its place.
        private static func shell(_ command: String) -> [String] {
            ["/bin/sh", "-c", command + "; exec \"$0\" \"$@\""]
        }

        @Test func `too few descriptors are seen before anything is started, with the number that is needed`() throws {
            let program = try Program(fault: "wide", through: Self.shell("ulimit -n 64"))
            let finished = try program.wait()
            #expect(finished.end == .exited(status: 4))
            #expect(finished.errors.contains("the limit is 64"))
            let needed = finished.errors.firstMatch(of: /needs (\d+) descriptors/).flatMap { Int($0.output.1) }
            // 200 nodes with two descriptors each.
            #expect((400..<2_000).contains(needed ?? 0))
            #expect(finished.errors.contains("ulimit -Hn \(needed ?? 0)"))
            #expect(!finished.errors.contains("running"))
            #expect(program.leftovers(after: 0).isEmpty)
            #expect(program.folders.isEmpty)
        }

        @Test func `the number that is asked for is enough`() throws {
            let refused = try Program(fault: "wide", through: Self.shell("ulimit -n 64")).wait()
            let needed = try #require(refused.errors.firstMatch(of: /needs (\d+) descriptors/)?.output.1)
            let program = try Program(fault: "wide", through: Self.shell("ulimit -n \(needed)"))
            #expect(try program.wait().end == .exited(status: 0))
        }

        @Test func `a low soft limit is raised`() throws {
            let program = try Program(fault: "wide", through: Self.shell("ulimit -S -n 64"))
            #expect(try program.wait().end == .exited(status: 0))
            #expect(program.leftovers(after: 0).isEmpty)
        }

        /// The limit of processes binds a user other than root only, and one without processes of his own best.
        private static let canLimitProcesses =
            getuid() == 0 && access("/usr/bin/setpriv", X_OK) == 0
            && access("/usr/bin/prlimit", X_OK) == 0

        @Test(.enabled(if: canLimitProcesses), arguments: [10, 25, 60])
        func `nodes that are started already end when another cannot be`(limit: Int) throws {
            let program = try Program(
                fault: "crowd",
                through: [
                    "/usr/bin/setpriv", "--reuid=65534", "--clear-groups", "/usr/bin/prlimit",
                    "--nproc=\(limit):\(limit)",
                ]
            )
            let finished = try program.wait(within: 20)
            #expect(finished.end == .exited(status: 4))
            let report = finished.errors.split(separator: "\n").drop { !$0.hasPrefix("error: ") }
            #expect(report.count <= 12)
            #expect(report.first?.hasPrefix("error: not everything could be started: node 'patient") == true)
            #expect(report.first?.hasSuffix(": Resource temporarily unavailable") == true)
            #expect(program.leftovers(after: 1).isEmpty)
        }
    }
}
