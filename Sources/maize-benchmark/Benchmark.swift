import MaizeSystem

/// Measures the runtime beside what the kernel gives: `swift run -c release maize-benchmark channel`.
@main
struct Benchmark {
    static func main() throws {
        let words = CommandLine.arguments.dropFirst()
        switch words.first {
        case "channel":
            let repetitions = words.dropFirst().first.flatMap { Int($0) } ?? 5
            try ChannelBenchmark(repetitions: repetitions, filter: words.dropFirst(2).first ?? "").run()
        case "files":
            try FileBenchmark(repetitions: words.dropFirst().first.flatMap { Int($0) } ?? 5).run()
        case "parallel":
            try ParallelBenchmark(repetitions: words.dropFirst().first.flatMap { Int($0) } ?? 5).run()
        case "start":
            try StartBenchmark(nodes: words.dropFirst().first.flatMap { Int($0) } ?? 200).run()
        case "chain":
            // One of the programs that a measurement of starts runs.
            try Chain.run(
                nodes: words.dropFirst().first.flatMap { Int($0) } ?? 3,
                held: words.dropFirst(2).first.flatMap { Double($0) } ?? 0
            )
        case RawPipe.word:
            // One end of the raw pipe that a measurement is compared with.
            try RawPipe.playPart(Array(words.dropFirst()))
        default:
            print(
                "usage: maize-benchmark channel [repetitions [row]] | files [repetitions]"
                    + " | parallel [repetitions] | start [nodes]"
            )
            OwnProcess.end(status: 64)
        }
    }
}
