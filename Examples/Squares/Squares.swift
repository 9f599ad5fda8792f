import MaizeCommands

final class Square: Node {
    let inp = Input<Int>()
    let out = Output<Int>()

    override func run() throws {
        while let number = try inp.next() { try out.send(number * number) }
    }
}

@main
struct Squares: WorkflowProgram {
    static func workflow() throws -> Workflow {
        let flow = Workflow("squares")
        let load = try flow.add(LoadData<[Int]>.self) { $0.data = [1, 2, 3] }
        let scatter = try flow.add(Scatter<Int>.self)
        let square = try flow.add(Square.self)
        let result = try flow.add(Return<Int>.self)
        try flow.connect(load.out, to: scatter.inp)
        try flow.connect(scatter.out, to: square.inp)
        try flow.connect(square.out, to: result.inp)
        try flow.map(load.$data, as: "numbers")  // becomes --numbers 4,5,6
        return flow
    }
}
