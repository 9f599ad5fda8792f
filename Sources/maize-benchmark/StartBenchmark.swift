import Maize
import MaizeSystem

/// Passes items on; one link of a long chain.
final class Link: Node {
    let inp = Input<Int>()
    let out = Output<Int>()

    override func run() throws {
        while let item = try inp.next() { try out.send(item) }
    }
}

/// Starts a chain of nodes, passes one item through and lets it end, beside as many bare processes.
struct StartBenchmark {
    let nodes: Int

    func run() throws {
        let flow = Workflow("chain")
        let source = try flow.add(LoadData<Int>.self) { $0.data = 1 }
        var last = source.out
        for index in 0..<max(0, nodes - 2) {
            let link = try flow.add(Link.self, name: "link\(index)")
            try flow.connect(last, to: link.inp)
            last = link.out
        }
        let result = try flow.add(Return<Int>.self)
        try flow.connect(last, to: result.inp)

        var options = RunOptions()
        options.level = .warning
        let summary = try flow.execute(options)
        guard result.values == [1] else { throw WorkflowError(.usage, "the item did not come through") }
        let bare = try bareSpawns()
        print("\(nodes) nodes: started, passed an item and ended in \(milliseconds(summary.duration))")
        print("\(nodes) bare processes of the same executable: \(milliseconds(bare))")
    }

    private func milliseconds(_ seconds: Double) -> String { "\(Int(seconds * 1000)) ms" }

    /// Seconds to start and reap as many processes that do nothing.
    private func bareSpawns() throws -> Double {
        let start = MonotonicTime.now
        for _ in 0..<nodes {
            let request = SpawnRequest(
                executable: SpawnRequest.ownExecutable,
                arguments: ["maize-benchmark", "nothing"],
                environment: OwnProcess.environment()
            )
            let child = try request.start()
            _ = child.reap()
        }
        return MonotonicTime.now.seconds(since: start)
    }
}
