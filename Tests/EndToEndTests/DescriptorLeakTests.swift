import Foundation
import Maize
import MaizeRuntime
import MaizeSystem
import Testing

/// Starts and reaps processes in a process that does nothing else, and tells how many descriptors were open before and
/// after that.
final class Spawning: Node {
    @Parameter var count = 0
    let inp = Input<Int>(default: 0)
    let out = Output<[Int]>()

    override func run() throws {
        let before = try Descriptor.countOpen()
        for _ in 0..<count {
            let child = try SpawnRequest(executable: "/bin/true", arguments: ["true"], environment: []).start()
            _ = child.reap()
        }
        try out.send([before, Descriptor.countOpen()])
    }
}

extension Faults {
    @Suite struct DescriptorLeakTests {
        @Test func `10,000 processes that come and go leave no descriptor behind`() throws {
            let flow = Workflow("spawning")
            let node = try flow.add(Spawning.self) { $0.count = 10_000 }
            let result = try flow.add(Return<[Int]>.self)
            try flow.connect(node.out, to: result.inp)
            try flow.execute(.quiet)
            let counts = try #require(result.value)
            #expect(counts[0] == counts[1])
        }

        @Test func `100 runs in one process leave no descriptor behind`() throws {
            // A program of its own: other tests open and close descriptors in this process.
            let finished = try Program(fault: "many").wait(within: 50)
            #expect(finished.end == .exited(status: 0))
            let counts = try #require(finished.output.firstMatch(of: /descriptors: (\d+) before, (\d+) after/))
            #expect(counts.output.1 == counts.output.2)
        }
    }
}
