import MaizeCommands

/// Counts the words of each line that comes in.
final class CountWords: Node {
    @Parameter(help: "letters that a word must have to be counted") var shortest = 1
    let inp = Input<String>()
    let out = Output<Int>()

    override func run() throws {
        while let line = try inp.next() {
            guard !line.isEmpty else { throw EmptyLine() }
            try out.send(line.split(separator: " ").filter { $0.count >= shortest }.count)
        }
    }
}

struct EmptyLine: Error {}

@main
struct Words: WorkflowProgram {
    static func workflow() throws -> Workflow {
        let flow = Workflow("words")
        let load = try flow.add(LoadData<[String]>.self) { $0.data = ["to be", "or not to be"] }
        let scatter = try flow.add(Scatter<String>.self)
        let count = try flow.add(CountWords.self)
        let result = try flow.add(Return<Int>.self)
        try flow.connect(load.out, to: scatter.inp)
        try flow.connect(scatter.out, to: count.inp)
        try flow.connect(count.out, to: result.inp)
        try flow.map(load.$data, as: "lines")
        try flow.map(count.$shortest, as: "shortest")
        return flow
    }
}
