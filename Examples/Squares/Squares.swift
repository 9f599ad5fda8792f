import MaizeCommands

final class Squares: Node {
    @Parameter(help: "the last number") var last = 3
    let out = Output<Int>()

    override func run() throws { for number in stride(from: 1, through: last, by: 1) { try out.send(number * number) } }
}

@main
struct Program: WorkflowProgram {
    static func workflow() throws -> Workflow {
        let flow = Workflow("squares")
        let squares = try flow.add(Squares.self)
        let result = try flow.add(Return<Int>.self)
        try flow.connect(squares.out, to: result.inp)
        try flow.map(squares.$last, as: "last")  // becomes --last 5
        return flow
    }
}
