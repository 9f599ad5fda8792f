import Foundation
import MaizeSystem
import TemporaryFiles
import Testing

/// Chains of very many nodes from a generated file, and limits that are too low for them.
@Suite(.timeLimit(.minutes(10)))
struct ManyNodesTests {
    @Test func `a thousand nodes from a file pass an item on`() throws {
        let flow = try ChainFlow(nodes: 1000)
        let finished = try Program(Program.released("maize-swift"), ["execute", flow.path, "--quiet"]).wait(within: 100)
        #expect(finished.end == .exited(status: 0), "\(finished.errors)")
        #expect(finished.output == "7\n")
    }

    @Test func `a low soft limit of descriptors is raised, and nodes get it back`() throws {
        let flow = try ChainFlow(
            nodes: 100,
            last: "{name: last, type: Command, parameters: {command: [sh, -c, ulimit -n]}}"
        )
        let finished = try Program(
            "maize-swift",
            ["execute", flow.path],
            through: ["/bin/bash", "-c", "ulimit -Sn 128; exec \"$@\"", "bash"]
        ).wait(within: 60)
        #expect(finished.end == .exited(status: 0), "\(finished.errors)")
        #expect(finished.errors.contains(/last +\| 128\n/))
    }

    @Test func `a hard limit that is too low is told before anything starts, with status 4`() throws {
        let flow = try ChainFlow(nodes: 100)
        let program = try Program(
            "maize-swift",
            ["execute", flow.path],
            through: ["/bin/bash", "-c", "ulimit -n 64; exec \"$@\"", "bash"]
        )
        let finished = try program.wait()
        #expect(finished.end == .exited(status: 4))
        #expect(finished.errors.contains("descriptors, and the limit is 64; raise it with `ulimit -Hn"))
        #expect(!finished.errors.contains("running"))
        #expect(program.leftovers(after: 0).isEmpty)
    }
}

/// A file with a chain of nodes that passes one number from its first to its last.
private final class ChainFlow {
    let path: String
    private let folder: TemporaryFolder

    init(nodes: Int, last: String = "{name: last, type: Return}") throws {
        // The last node may be one that takes texts only.
        let names = ["first"] + (0..<(nodes - 2)).map { "link\($0)" } + ["last"]
        var text = "nodes:\n- {name: first, type: LoadData, parameters: {data: 7}}\n"
        for name in names.dropFirst().dropLast() { text += "- {name: \(name), type: Merge}\n" }
        text += "- \(last)\nchannels:\n"
        for (sender, receiver) in zip(names, names.dropFirst()) {
            text += "- {sending: {\(sender): out}, receiving: {\(receiver): inp}}\n"
        }
        folder = try TemporaryFolder()
        path = try folder.write(text, to: "chain.yaml")
    }
}
