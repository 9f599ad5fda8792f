import Glibc
import Maize
import MaizeSystem

/// Runs chains of nodes, started, one item passed through, ended, beside as many bare processes of the same executable:
/// for this program, which links nothing but Maize, and for `maize-swift execute` on a workflow file.
struct StartBenchmark {
    let nodes: Int

    /// One program that can run a chain.
    private struct Program {
        let name: String
        let executable: String
        /// Its words for a chain that holds the item for so many seconds.
        let words: (_ held: Double) -> [String]
    }

    func run() throws {
        let folder = try Directory.makeUnique(prefix: "/tmp/maize-benchmark-")
        defer { _ = Result { try Directory.remove(folder) } }  // what cannot be removed there harms nobody
        let own = try OwnProcess.executable()
        let beside = own[..<(own.lastIndex(of: "/") ?? own.startIndex)]
        let file = folder + "/chain.yaml"
        let programs = [
            Program(name: "this program", executable: own) { held in ["chain", "\(nodes)", "\(held)"] },
            Program(name: "maize-swift execute", executable: beside + "/maize-swift") { held in
                ["execute", file, "--quiet", "--held", "\(held)"]
            },
        ]
        try ChainFile.write(nodes: nodes, to: file)
        print("\(nodes) nodes".padded(to: 24) + "up, item, end   bare processes   memory a node")
        for program in programs {
            let whole = try seconds { try run(program) }
            let bare = try seconds { try spawnBare(program.executable) }
            let memory = try memory(of: program)
            let average = memory.isEmpty ? "?" : "\(memory.reduce(0, +) / memory.count) KiB"
            print(
                program.name.padded(to: 24) + text(whole).padded(to: 16) + text(bare).padded(to: 17) + average
            )
        }
    }

    private func text(_ seconds: Double) -> String { Measurement.fixed(seconds, 2) + " s" }

    private func seconds(_ body: () throws -> Void) throws -> Double {
        let start = MonotonicTime.now
        try body()
        return MonotonicTime.now.seconds(since: start)
    }

    /// Runs a chain to its end.
    private func run(_ program: Program) throws {
        guard try start(program, held: 0).reap() == .exited(status: 0) else {
            throw WorkflowError(.usage, "\(program.name) did not run the chain; build the whole package first")
        }
    }

    /// What each node of a chain takes while all of them wait.
    private func memory(of program: Program) throws -> [Int] {
        let mark = "MAIZE_BENCHMARK=\(OwnProcess.identifier)"
        let child = try start(program, held: 600, environment: [mark])
        let sizes = NodeMemory.proportionalSizes(marked: mark, nodes: nodes)
        child.signal(Signals.interrupt)
        _ = child.reap()
        return sizes
    }

    private func start(_ program: Program, held: Double, environment: [String] = []) throws -> ChildProcess {
        let silence = try Descriptor.appending(to: "/dev/null")
        var request = SpawnRequest(
            executable: program.executable,
            arguments: [program.name] + program.words(held),
            environment: OwnProcess.environment() + environment
        )
        request.standardOutput = silence.number
        request.standardError = silence.number
        return try request.start()
    }

    /// Starts and reaps as many processes that end before they do anything, one after the other.
    private func spawnBare(_ executable: String) throws {
        let silence = try Descriptor.appending(to: "/dev/null")
        for _ in 0..<nodes {
            var request = SpawnRequest(
                executable: executable,
                arguments: ["bare"],
                // No such role: the process is up, finds nothing to be, and ends.
                environment: OwnProcess.environment() + ["MAIZE_ROLE=none:0"]
            )
            request.standardError = silence.number
            _ = try request.start().reap()
        }
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
